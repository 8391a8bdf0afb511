using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Tables;

namespace Diapason.Consultations.Exports;

/// <summary>Writes what every column and code of the answers means: one line a code of each variable, missing kinds and routing included; then what each figure of the portrait counts.</summary>
internal sealed class WriteCodebook(IFigureMeanings? figures = null)
{
    private static readonly string[] Head = ["variable", "column", "type", "section", "page", "question", "item", "aspect", "code", "label", "missing", "shown_when", "short_name"];

    public async Task RunAsync(CampaignFacts campaign, string language, TableWriter table, CancellationToken cancel)
    {
        await table.HeaderAsync(Head, cancel);
        IReadOnlyList<string> own = [.. AnswerTables.Own, AnswerTables.Weight];
        var names = ShortNames.Of(campaign.Questionnaire);
        IEnumerable<Line> lines =
        [
            .. own.Select(name => new Line(name, name, "") { Label = MissingWords.Text("codebook." + name, language) }),
            .. campaign.Questionnaire.Variables.SelectMany(variable => Lines(variable, language)),
            .. campaign.Corrections.Select(one => Corrected(one, language)),
            .. (figures?.Of(campaign.Id) ?? []).Select(figure => Figure(figure, language)),
        ];
        foreach (var line in lines) await (line with { ShortName = names.Of(line.Column) }).WriteAsync(table, cancel);
    }

    /// <summary>Words that changed while people answered: those who answered before that day read the former ones.</summary>
    private static Line Corrected(CorrectedWords one, string language) => new(one.Place.Split('/')[^1], "", "correction")
    {
        Aspect = one.Field,
        Label = Corrected(one.Day, one.Before, one.After, language),
    };

    /// <summary>The same in one sentence, for a description that has no columns: the place first.</summary>
    internal static string Said(CorrectedWords one, string language) => $"{one.Place.Split('/')[^1]}, {one.Field}. {Corrected(one.Day, one.Before, one.After, language)}";

    private static string Corrected(DateOnly day, string before, string after, string language) =>
        string.Format(CultureInfo.InvariantCulture, MissingWords.Text("codebook.corrected", language), day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), before, after);

    /// <summary>It has no column of its own: it is made from those of its variables.</summary>
    private static Line Figure(FigureMeaning figure, string language) => new(figure.Code, "", "figure")
    {
        Section = MissingWords.Text("codebook.figures", language),
        Question = Say(figure.Measure, language),
        Label = string.Format(CultureInfo.InvariantCulture, MissingWords.Text("codebook.figure", language), string.Join(" or ", figure.Counts.Select(Said))),
        ShownWhen = figure.Among is { } among ? Said(among) : "",
    };

    /// <summary>The conditions that all hold when it is asked; empty when it always is.</summary>
    internal static string ShownWhen(Variable variable)
    {
        var (question, page) = (variable.Question, variable.Question.Page);
        return string.Join(" and ", new[] { page.Section.When, page.When, question.When }.OfType<Condition>().Select(when => $"({when.Text})").Concat(Specified(variable)));
    }

    private static string Said(FigureAnswers answers) => $"({answers.Variable} in ({string.Join(", ", answers.Codes)}))";

    private static IEnumerable<Line> Lines(Variable variable, string language)
    {
        var (question, page) = (variable.Question, variable.Question.Page);
        var line = new Line(variable.Code, variable.Code, variable.Type.Word)
        {
            Section = Say(page.Section.Title, language),
            Page = page.Code,
            Question = Say(question.PlainTitle, language),
            Item = variable.Item is { } item ? Say(item.Label, language) : "",
            Aspect = variable.Aspect,
            ShownWhen = ShownWhen(variable),
        };
        if (variable.Options.Count == 0) yield return line with { Label = Meaning(variable, language) };
        foreach (var option in variable.Options) yield return Column(line, variable, option, language);
        var missing = line with { Column = variable.Code + AnswerColumns.Missing };
        foreach (var option in question.MissingOptions) yield return missing with { Code = option.Code, Label = Say(option.Label, language), Missing = "chosen" };
        foreach (var kind in Unsaid(line, variable)) yield return missing with { Code = MissingCodes.Of(kind), Label = MissingWords.Text("codebook." + MissingCodes.Of(kind), language), Missing = "system" };
    }

    /// <summary>How a value without options is written, and what it was worked out by.</summary>
    private static string Meaning(Variable variable, string language) =>
        variable.Aspect == "order" ? MissingWords.Text("codebook.order", language)
        : variable.Question.WorkedOutBy is { } worked ? string.Format(CultureInfo.InvariantCulture, MissingWords.Text("codebook.worked", language), MissingWords.Text("codebook." + variable.Type.Word, language), worked.Text)
        : MissingWords.Text("codebook." + variable.Type.Word, language);

    /// <summary>One choice is a code in the variable's column; one of several is 1 in its own where it is chosen, and 0 where it is not.</summary>
    private static Line Column(Line line, Variable variable, Option option, string language)
    {
        var label = Named(option, language);
        if (variable.Type is RankingType) return line with { Column = new RankColumn(variable, option).Name, Code = option.Code, Label = string.Format(CultureInfo.InvariantCulture, MissingWords.Text("codebook.ranked", language), label) };
        return variable.Type is not ChoicesType ? line with { Code = option.Code, Label = label }
            : line with { Column = new OptionColumn(variable, option).Name, Code = option.Code, Label = string.Format(CultureInfo.InvariantCulture, MissingWords.Text("codebook.chosen", language), label) };
    }

    /// <summary>An option as one reads it, and what its image shows.</summary>
    private static string Named(Option option, string language) => option.Image is { } image
        ? string.Format(CultureInfo.InvariantCulture, MissingWords.Text("codebook.with_image", language), Say(option.Label, language), Say(image.Alternative, language)) : Say(option.Label, language);

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

        /// <summary>For programs that refuse dots or more than 32 characters.</summary>
        public string ShortName { get; init; } = "";

        public ValueTask WriteAsync(TableWriter table, CancellationToken cancel)
        {
            foreach (var cell in new[] { Variable, Column, Type, Section, Page, Question, Item, Aspect, Code, Label, Missing, ShownWhen, ShortName }) table.Text(cell);
            return table.EndRowAsync(cancel);
        }
    }
}
