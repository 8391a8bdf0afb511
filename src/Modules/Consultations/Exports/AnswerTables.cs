using System.Globalization;
using System.Text;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Tables;
using Diapason.Tables.Sav;

namespace Diapason.Consultations.Exports;

/// <summary>The two tables made of the answers: for programs, by code, and for people, in words. Whatever the file's format.</summary>
internal sealed class AnswerTables(AnswerRows rows, IAnswerWeights? weights = null)
{
    /// <summary>What is kept of a sending, beside the answers.</summary>
    public static readonly IReadOnlyList<string> Own = ["key", "language", "layout", "synthetic", Source];

    /// <summary>The column of the links by which answers came.</summary>
    public const string Source = "source";

    /// <summary>The column of weights, present when a study weighs the answers.</summary>
    public const string Weight = "weight";

    /// <summary>One column a variable and one for its missing kinds: <see cref="AnswerColumns"/> says how.</summary>
    public async Task WriteCodesAsync(CampaignFacts campaign, DrawnRows drawn, TableWriter table, CancellationToken cancel) =>
        await WriteCodesAsync(campaign, drawn, (table, await WeightsAsync(campaign, cancel)), cancel);

    /// <summary>The columns of the file for programs, labelled in a language. Read twice: a .sav says before its rows how long its words may be.</summary>
    public async Task WriteSpssAsync(CampaignFacts campaign, DrawnRows drawn, (string Language, DateTime At) told, Stream output, CancellationToken cancel)
    {
        var words = AnswerColumns.Of(campaign.Questionnaire).All.OfType<WordsColumn>().ToList();
        var widths = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var row in rows.ReadAsync(campaign, drawn, cancel))
            foreach (var column in words)
                widths[column.Name] = Math.Max(widths.GetValueOrDefault(column.Name), Encoding.UTF8.GetByteCount(column.Variable.In(row.Answers).Text));
        var weighed = await WeightsAsync(campaign, cancel);
        await using var table = await SavTableWriter.CreateAsync(output, new SpssDictionary(campaign, told.Language, widths).Of(weighed is not null, told.At), cancel);
        await WriteCodesAsync(campaign, drawn, (table, weighed), cancel);
    }

    private async Task WriteCodesAsync(CampaignFacts campaign, DrawnRows drawn, (TableWriter Table, IReadOnlyDictionary<long, double>? Weights) into, CancellationToken cancel)
    {
        var (columns, (table, weighed)) = (AnswerColumns.Of(campaign.Questionnaire).All, into);
        await table.HeaderAsync([.. Own, .. Weights(weighed), .. columns.Select(column => column.Name)], cancel);
        await foreach (var row in rows.ReadAsync(campaign, drawn, cancel))
        {
            WriteOwn(table, row, weighed);
            foreach (var column in columns) column.Write(table, column.Variable.In(row.Answers));
            await table.EndRowAsync(cancel);
        }
    }

    /// <summary>One column a variable, headed by its question; options and missing kinds by their labels, numbers and days as such.</summary>
    public async Task WriteWordsAsync(CampaignFacts campaign, DrawnRows drawn, (string Language, TableWriter Table) into, CancellationToken cancel)
    {
        var (language, table) = into;
        var variables = campaign.Questionnaire.Variables;
        var weighed = await WeightsAsync(campaign, cancel);
        await table.HeaderAsync([.. Own.Concat(Weights(weighed)).Select(name => Headed(name, language)), .. variables.Select(variable => $"{Asked(variable, language)} [{variable.Code}]")], cancel);
        await foreach (var row in rows.ReadAsync(campaign, drawn, cancel))
        {
            WriteOwn(table, row with { Layout = InWords("layout", row.Layout, language), Source = InWords("source", row.Source, language) }, weighed, MissingWords.Text(row.IsSynthetic ? "export.yes" : "export.no", language));
            foreach (var variable in variables) WriteWords(table, variable, variable.In(row.Answers), language);
            await table.EndRowAsync(cancel);
        }
    }

    /// <summary>The question, the item it is about, and which side of it: each alone would head several columns.</summary>
    internal static string Asked(Variable variable, string language) => string.Join(" — ", new[]
    {
        Screens.Say(variable.Question.PlainTitle, language),
        variable.Item is { } item ? Screens.Say(item.Label, language) : "",
        variable.Aspect is "importance" or "mastery" or "first" or "order" ? MissingWords.Text("answer." + variable.Aspect, language) : variable.Aspect == "version" ? MissingWords.Text("codebook.consent_version", language) : "",
    }.Where(part => part.Length > 0));

    private static void WriteWords(TableWriter table, Variable variable, AnswerValue value, string language)
    {
        if (value.Kind == AnswerKind.Number) table.Number((double)value.Number);
        else if (value.IsAnswered && variable.Type is DateType && DateOnly.TryParseExact(value.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) table.Day(day);
        else if (variable.Say(value, language) is { Count: > 0 } said) table.Text(string.Join(" · ", said));
        else table.Text(MissingWords.Of(value.Missing, language));
    }

    /// <summary>The name of a column of our own for people, its code between brackets as those of questions have.</summary>
    public static string Headed(string name, string language) => $"{MissingWords.Text("export.own." + name, language)} [{name}]";

    // Words of the house; the code of an association's link is its own.
    private static string InWords(string column, string code, string language) => MissingWords.Find($"export.{column}.{code}", language) ?? code;

    private static void WriteOwn(TableWriter table, SentRow row, IReadOnlyDictionary<long, double>? weighed, string? synthetic = null)
    {
        table.Code(row.Key);
        table.Code(row.Language);
        table.Code(row.Layout);
        if (synthetic is null) table.Number(row.IsSynthetic ? 1 : 0);
        else table.Code(synthetic);
        table.Code(row.Source);
        if (weighed is not null) table.Number(weighed.TryGetValue(row.Sequence, out var weight) ? weight : null);
    }

    private static string[] Weights(IReadOnlyDictionary<long, double>? weighed) => weighed is null ? [] : [Weight];

    public async ValueTask<bool> AreWeighedAsync(CampaignFacts campaign, CancellationToken cancel) => await WeightsAsync(campaign, cancel) is not null;

    /// <summary>By place; null where no study weighs.</summary>
    public async ValueTask<IReadOnlyDictionary<long, double>?> WeightsAsync(CampaignFacts campaign, CancellationToken cancel) =>
        weights is null ? null : await weights.OfAsync(campaign.Id, cancel);
}
