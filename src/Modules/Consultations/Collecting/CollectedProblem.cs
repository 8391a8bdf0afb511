using Diapason.Forms;

namespace Diapason.Consultations.Collecting;

/// <summary>Something of a file that does not come in, and why.</summary>
/// <param name="Row">The line of a text, the row of a sheet, the case of a .sav; 0 for the whole column.</param>
/// <param name="Column">Empty for the whole row.</param>
/// <param name="Code">Stable; its sentence is <c>collected.problem.{code}</c>.</param>
/// <param name="Value">As in the file; empty for words that a person wrote.</param>
internal sealed record CollectedProblem(int Row, string Column, string Code, string Value)
{
    /// <summary>More than one value of the file can be: nothing is that long there.</summary>
    private const int Longest = 40;

    /// <summary>A rule of the questionnaire that the answer breaks.</summary>
    public FieldProblem? Rule { get; init; }

    /// <summary>Nothing was said there: nobody loses an answer.</summary>
    public bool IsNothing => Code == RowEmpty;

    public const string RowEmpty = "row_empty", RowWidth = "row_width", ValueUnknown = "value_unknown", RankWrong = "rank_wrong", DayUnreadable = "day_unreadable",
        BothGiven = "both_given", LanguageUnknown = "language_unknown", RoutedAway = "routed_away", BreaksRule = "rule",
        ColumnAbsent = "column_absent", VariableUnknown = "variable_unknown", OptionUnknown = "option_unknown", TakenTwice = "taken_twice", UseWrong = "use_wrong", NothingMapped = "nothing_mapped";

    public static CollectedProblem At(int row, string column, string code, string value = "") => new(row, column, code, value.Length > Longest ? value[..Longest] + "…" : value);
}

/// <summary>One row of a file, once read.</summary>
/// <param name="Answers">Complete, one value for every variable; null when the row does not come in.</param>
/// <param name="Problems">What of it does not.</param>
internal sealed record CollectedRow(int Line, string Language, AnswerSet? Answers, IReadOnlyList<CollectedProblem> Problems);
