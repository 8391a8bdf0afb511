using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;

namespace Diapason.Consultations.Exports;

/// <summary>Writes what every column and code of the export means: one line a code of each variable, missing kinds and routing included.</summary>
internal static class WriteCodebook
{
    private static readonly string[] Head = ["variable", "type", "section", "page", "question", "item", "aspect", "code", "label", "missing", "shown_when"];

    public static async Task RunAsync(CampaignFacts campaign, string language, Stream output, CancellationToken cancel)
    {
        await using var csv = new CsvWriter(output);
        foreach (var name in Head) csv.Add(name);
        await csv.EndRowAsync(cancel);
        foreach (var own in new[] { "sequence", "submitted_at", "language", "consent_version", "layout" })
            await new Line(own, "") { Label = MissingWords.Text("codebook." + own, language) }.WriteAsync(csv, cancel);
        foreach (var variable in campaign.Questionnaire.Variables) await WriteAsync(csv, variable, language, cancel);
    }

    private static async Task WriteAsync(CsvWriter csv, Variable variable, string language, CancellationToken cancel)
    {
        var (question, page) = (variable.Question, variable.Question.Page);
        var line = new Line(variable.Code, variable.Type.Word)
        {
            Section = Say(page.Section.Title, language),
            Page = page.Code,
            Question = Say(question.Title, language),
            Item = variable.Item is { } item ? Say(item.Label, language) : "",
            Aspect = variable.Aspect,
            ShownWhen = string.Join(" and ", new[] { page.Section.When, page.When, question.When }.OfType<Condition>().Select(when => $"({when.Text})")),
        };
        if (variable.Options.Count == 0) await (line with { Label = MissingWords.Text("codebook." + line.Type, language) }).WriteAsync(csv, cancel);
        foreach (var option in variable.Options) await (line with { Code = option.Code, Label = Say(option.Label, language) }).WriteAsync(csv, cancel);
        foreach (var option in question.MissingOptions) await (line with { Code = option.Code, Label = Say(option.Label, language), Missing = "chosen" }).WriteAsync(csv, cancel);
        foreach (var kind in Unsaid(line))
            await (line with { Code = MissingCodes.Of(kind), Label = MissingWords.Text("codebook." + MissingCodes.Of(kind), language), Missing = "system" }).WriteAsync(csv, cancel);
    }

    /// <summary>The kinds nobody chooses; « not asked » only where a condition may hide the question.</summary>
    private static IEnumerable<MissingKind> Unsaid(Line line) => line.ShownWhen.Length > 0 ? [MissingKind.Skipped, MissingKind.NotAsked] : [MissingKind.Skipped];

    private static string Say(Text.LocalizedText text, string language) => Screens.Say(text, language);

    private sealed record Line(string Variable, string Type)
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

        public ValueTask WriteAsync(CsvWriter csv, CancellationToken cancel)
        {
            foreach (var cell in new[] { Variable, Type, Section, Page, Question, Item, Aspect, Code, Label, Missing, ShownWhen }) csv.Add(AnswerCell.Safe(cell, missingToo: false));
            return csv.EndRowAsync(cancel);
        }
    }
}
