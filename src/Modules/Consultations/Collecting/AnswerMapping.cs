using Diapason.Forms;

namespace Diapason.Consultations.Collecting;

/// <summary>What becomes of a column.</summary>
internal enum ColumnUse
{
    /// <summary>Nothing of it is kept.</summary>
    LeaveOut,

    /// <summary>Each cell is the answer: a code or its words, a number, a day, words.</summary>
    Value,

    /// <summary>It is about one option: chosen or not, or its rank.</summary>
    Option,

    /// <summary>Several options in one cell, apart by a mark; in their order, for a ranking.</summary>
    Several,

    /// <summary>It says why another column is empty.</summary>
    Missing,

    /// <summary>The language in which the person answered.</summary>
    Language,
}

/// <summary>In which order a day is written in figures. The year first is always understood, and the month in words.</summary>
internal enum DateOrder
{
    /// <summary>2026-11-29 only: what else is in figures is refused.</summary>
    YearFirst,

    /// <summary>29/11/2026.</summary>
    DayFirst,

    /// <summary>11/29/2026.</summary>
    MonthFirst,
}

/// <summary>What one value of a column means, where its column does not say it by itself.</summary>
/// <param name="From">As in the file.</param>
/// <param name="To">The option's code, or the language; <c>1</c> or <c>0</c> for a column about one option; empty for none.</param>
internal sealed record ValueMapping(string From, string To)
{
    /// <summary>The value says why there is no answer.</summary>
    public MissingKind Missing { get; init; }

    /// <summary>The value is as an empty cell.</summary>
    public bool IsNothing => To.Length == 0 && Missing == MissingKind.None;
}

/// <summary>What becomes of one column, by its heading.</summary>
internal sealed record ColumnMapping(string Column, ColumnUse As)
{
    /// <summary>The code of the variable it fills; empty where it fills none.</summary>
    public string Variable { get; init; } = "";

    /// <summary>The code of the option it is about.</summary>
    public string Option { get; init; } = "";

    /// <summary>What is between several options.</summary>
    public string Separator { get; init; } = "";

    public DateOrder Dates { get; init; }

    public IReadOnlyList<ValueMapping> Values { get; init; } = [];
}

/// <summary>How a file of answers collected elsewhere is read into a questionnaire: each column, each value. Kept under a name, taken away and brought back as a file.</summary>
internal sealed record AnswerMapping
{
    /// <summary>The code of the questionnaire it was made for.</summary>
    public required string Questionnaire { get; init; }

    /// <summary>The sheet to read; the first when empty.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>The language of answers where no column says it.</summary>
    public required string Language { get; init; }

    public IReadOnlyList<ColumnMapping> Columns { get; init; } = [];

    public ColumnMapping Of(string column) => Columns.FirstOrDefault(one => one.Column == column) ?? new(column, ColumnUse.LeaveOut);

    /// <summary>The same with one column changed.</summary>
    public AnswerMapping With(ColumnMapping changed) => this with { Columns = [.. Columns.Where(one => one.Column != changed.Column), changed] };

    /// <summary>Whether a file of these columns may be read with it: all that it takes is there, and it takes something.</summary>
    public bool Fits(IReadOnlySet<string> columns) => Columns.Any(one => one.As != ColumnUse.LeaveOut) && Columns.All(one => one.As == ColumnUse.LeaveOut || columns.Contains(one.Column));
}
