using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Tables;

namespace Diapason.Consultations.Exports;

/// <summary>Writes what every column and code of the answers means: one line a code of each variable, missing kinds and routing included; then what each figure of the portrait counts.</summary>
internal sealed class WriteCodebook(IFigureMeanings? figures = null)
{
    private static readonly string[] Head = ["variable", "column", "type", "section", "page", "question", "item", "aspect", "code", "label", "missing", "shown_when"];

    public async Task RunAsync(CampaignFacts campaign, string language, TableWriter table, CancellationToken cancel)
    {
        await table.HeaderAsync(Head, cancel);
        foreach (var own in AnswerTables.Own.Append(AnswerTables.Weight))
            await new Line(own, own, "") { Label = MissingWords.Text("codebook." + own, language) }.WriteAsync(table, cancel);
        foreach (var variable in campaign.Questionnaire.Variables) await WriteAsync(table, variable, language, cancel);
        foreach (var figure in figures?.Of(campaign.Id) ?? []) await Figure(figure, language).WriteAsync(table, cancel);
    }

    /// <summary>It has no column of its own: it is made from those of its variables.</summary>
    private static Line Figure(FigureMeaning figure, string language) => new(figure.Code, "", "figure")
    {
        Section = MissingWords.Text("codebook.figures", language),
        Question = Say(figure.Measure, language),
        Label = string.Format(CultureInfo.InvariantCulture, MissingWords.Text("codebook.figure", language), string.Join(" or ", figure.Counts.Select(Said))),
        ShownWhen = figure.Among is { } among ? Said(among) : "",
    };

    private static string Said(FigureAnswers answers) => $"({answers.Variable} in ({string.Join(", ", answers.Codes)}))";

    private static async Task WriteAsync(TableWriter table, Variable variable, string language, CancellationToken cancel)
    {
        var (question, page) = (variable.Question, variable.Question.Page);
        var line = new Line(variable.Code, variable.Code, variable.Type.Word)
        {
            Section = Say(page.Section.Title, language),
            Page = page.Code,
            Question = Say(question.Title, language),
            Item = variable.Item is { } item ? Say(item.Label, language) : "",
            Aspect = variable.Aspect,
            ShownWhen = string.Join(" and ", new[] { page.Section.When, page.When, question.When }.OfType<Condition>().Select(when => $"({when.Text})").Concat(Specified(variable))),
        };
        if (variable.Options.Count == 0) await (line with { Label = MissingWords.Text("codebook." + line.Type, language) }).WriteAsync(table, cancel);
        foreach (var option in variable.Options.SelectMany(option => Columns(line, variable, option, language))) await option.WriteAsync(table, cancel);
        var missing = line with { Column = variable.Code + AnswerColumns.Missing };
        foreach (var option in question.MissingOptions) await (missing with { Code = option.Code, Label = Say(option.Label, language), Missing = "chosen" }).WriteAsync(table, cancel);
        foreach (var kind in Unsaid(line, variable))
            await (missing with { Code = MissingCodes.Of(kind), Label = MissingWords.Text("codebook." + MissingCodes.Of(kind), language), Missing = "system" }).WriteAsync(table, cancel);
    }

    /// <summary>One choice is a code in the variable's column; one of several is 1 in its own where it is chosen, and 0 where it is not.</summary>
    private static IEnumerable<Line> Columns(Line line, Variable variable, Option option, string language)
    {
        var label = Say(option.Label, language);
        if (variable.Type is not ChoicesType) return [line with { Code = option.Code, Label = label }];
        var own = line with { Column = new OptionColumn(variable, option).Name };
        return [Chosen("1", "codebook.chosen"), Chosen("0", "codebook.not_chosen")];

        Line Chosen(string code, string key) => own with { Code = code, Label = string.Format(CultureInfo.InvariantCulture, MissingWords.Text(key, language), label) };
    }

    /// <summary>Words that specify an option are asked of those who chose it.</summary>
    private static IEnumerable<string> Specified(Variable variable) => variable is { SpecifiesOther: true, Question: OptionQuestion asked }
        ? [$"({asked.Code} in ({string.Join(", ", asked.Options.Where(option => option.Other).Select(option => option.Code))}))"]
        : [];

    /// <summary>The kinds nobody chooses; « not asked » only where a condition, or another answer, may hide the question.</summary>
    private static IEnumerable<MissingKind> Unsaid(Line line, Variable variable) =>
        line.ShownWhen.Length > 0 ? [MissingKind.Skipped, MissingKind.NotAsked] : [MissingKind.Skipped];

    private static string Say(Text.LocalizedText text, string language) => Screens.Say(text, language);

    private sealed record Line(string Variable, string Column, string Type)
    {
        public string Section { get; init; } = "";
        public string Page { get; init; } = "";
        public string Question { get; init; } = "";
        public string Item { get; init; } = "";
        public string Aspect { get; init; } = "";
        public string Code { get; init; } = "";
        public string Label { get; init; } = "";
        public string Missing { get; init; } = "";
        public string ShownWhen { get; init; } = "";

        public ValueTask WriteAsync(TableWriter table, CancellationToken cancel)
        {
            foreach (var cell in new[] { Variable, Column, Type, Section, Page, Question, Item, Aspect, Code, Label, Missing, ShownWhen }) table.Text(cell);
            return table.EndRowAsync(cancel);
        }
    }
}
