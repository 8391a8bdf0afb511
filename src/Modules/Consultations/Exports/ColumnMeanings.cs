using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;

namespace Diapason.Consultations.Exports;

/// <summary>What a column of the file for programs holds.</summary>
internal enum ColumnKind
{
    Text,
    Number,
    Day,
    Code,
}

/// <summary>One value of a column of codes, in words.</summary>
internal sealed record ColumnCode(string Code, string Label);

/// <summary>What one column of the file for programs means, in any language.</summary>
/// <param name="Name">As in the file's first row.</param>
/// <param name="ShortName">As in the .sav.</param>
/// <param name="Column">Null for what is kept of a sending beside the answers.</param>
internal sealed record ColumnMeaning(string Name, string ShortName, ColumnKind Kind, AnswerColumn? Column)
{
    public required Func<string, string> Label { get; init; }

    /// <summary>Empty unless the column holds codes.</summary>
    public Func<string, IReadOnlyList<ColumnCode>> Codes { get; init; } = _ => [];

    public bool IsMissing => Column is MissingColumn;

    public bool IsWeight => Column is null && Name == AnswerTables.Weight;
}

/// <summary>The meanings of all columns, in the file's order: the ground of each description of it (.sav, DDI, the script for R).</summary>
internal static class ColumnMeanings
{
    /// <param name="isWeighed">Whether a weight stands after what is kept of a sending.</param>
    public static IReadOnlyList<ColumnMeaning> Of(CampaignFacts campaign, bool isWeighed)
    {
        var names = ShortNames.Of(campaign.Questionnaire);
        return
        [
            .. AnswerTables.Own.Concat(isWeighed ? [AnswerTables.Weight] : []).Select(name => Own(name, names)),
            .. AnswerColumns.Of(campaign.Questionnaire).All.Select(column => Answered(column, names)),
        ];
    }

    private static ColumnMeaning Own(string name, ShortNames names) =>
        new(name, names.Of(name), name is "synthetic" or AnswerTables.Weight ? ColumnKind.Number : ColumnKind.Text, null) { Label = language => Words("codebook." + name, language) };

    private static ColumnMeaning Answered(AnswerColumn column, ShortNames names) => new(column.Name, names.Of(column.Name), Kind(column), column)
    {
        Label = language => Label(column, language),
        Codes = language => [.. Codes(column, language)],
    };

    private static ColumnKind Kind(AnswerColumn column) => column switch
    {
        DayColumn => ColumnKind.Day,
        NumberColumn or RankColumn => ColumnKind.Number,
        WordsColumn => ColumnKind.Text,
        _ => ColumnKind.Code,
    };

    private static string Label(AnswerColumn column, string language)
    {
        var asked = AnswerTables.Asked(column.Variable, language);
        return column switch
        {
            OptionColumn option => $"{Screens.Say(option.Option.Label, language)} — {asked}",
            RankColumn rank => string.Format(CultureInfo.InvariantCulture, Words("export.rank", language), Screens.Say(rank.Option.Label, language), asked),
            MissingColumn => string.Format(CultureInfo.InvariantCulture, Words("export.why", language), asked),
            _ => asked,
        };
    }

    private static IEnumerable<ColumnCode> Codes(AnswerColumn column, string language) => column switch
    {
        OptionColumn => [new("0", Words("export.not_chosen", language)), new("1", Words("export.chosen", language))],
        MissingColumn => Reasons(column.Variable, language),
        CodeColumn or LevelColumn => column.Variable.Options.Select(option => new ColumnCode(option.Code, Screens.Say(option.Label, language))),
        _ => [],
    };

    /// <summary>In the person's words where they chose it, else in ours.</summary>
    private static IEnumerable<ColumnCode> Reasons(Variable variable, string language) => Enum.GetValues<MissingKind>().Where(kind => kind != MissingKind.None).Select(kind => new ColumnCode(
        MissingCodes.Of(kind),
        variable.Question.MissingOptions.FirstOrDefault(option => option.Code == MissingCodes.Of(kind)) is { } said ? Screens.Say(said.Label, language) : MissingWords.Of(kind, language)));

    private static string Words(string key, string language) => MissingWords.Text(key, language);
}
