namespace Diapason.Tables;

/// <summary>Why a table cannot be read.</summary>
public enum TableFault
{
    /// <summary>A quote was opened and never closed: everything after it would be one cell.</summary>
    UnclosedQuote,

    /// <summary>Something stands between a closing quote and the next separator: the columns after it would shift.</summary>
    TextAfterQuote,

    /// <summary>The file is of another kind, which is told: <see cref="TableProblem.Content"/>.</summary>
    OtherKind,

    /// <summary>The bytes are no text in any encoding that is understood (UTF-8, UTF-16 with its mark, Windows-1252).</summary>
    NotText,

    /// <summary>The file says it is a spreadsheet and cannot be read as one.</summary>
    NotSpreadsheet,

    /// <summary>The file says it is a .sav and cannot be read as one, or ends before its rows do.</summary>
    NotSav,

    /// <summary>The file is longer than the limit, as it stands or once unpacked.</summary>
    TooLong,

    /// <summary>More rows than the limit.</summary>
    TooManyRows,

    /// <summary>A row holds more cells than the limit.</summary>
    TooManyColumns,
}

/// <summary>A fault and its place.</summary>
/// <param name="Fault">What is wrong.</param>
/// <param name="Line">Line of a text, row of a spreadsheet, from 1; 0 when the whole file is meant.</param>
/// <param name="Limit">The limit that was passed, where one was.</param>
public sealed record TableProblem(TableFault Fault, int Line, long? Limit = null)
{
    /// <summary>The sheet of a spreadsheet in which it was met; empty for the whole file.</summary>
    public string Sheet { get; init; } = "";

    /// <summary>What the file holds, where that is what is wrong.</summary>
    public FileContent Content { get; init; }
}
