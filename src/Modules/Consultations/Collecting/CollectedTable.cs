using System.Globalization;
using Diapason.Tables;

namespace Diapason.Consultations.Collecting;

/// <summary>One column of a file of answers that was collected elsewhere, and what the file says of it.</summary>
/// <param name="Name">Its heading; unique in its sheet.</param>
/// <param name="Label">What it is in words, in files that say so; else empty.</param>
internal sealed record CollectedColumn(string Name, string Label)
{
    /// <summary>What its values mean, in files that say so.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The numbers that the file says stand for no answer.</summary>
    public SpanOfNumbers? Missing { get; init; }

    /// <summary>The file says that it weighs rows.</summary>
    public bool IsWeight { get; init; }

    public bool IsMissing(string cell) => Missing is { } span && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= span.Low && number <= span.High;
}

internal sealed record SpanOfNumbers(double Low, double High);

/// <summary>One sheet of a file of answers: its columns, then a row a person.</summary>
/// <param name="Name">Empty where a file has no sheets.</param>
internal sealed record CollectedTable(string Name, IReadOnlyList<CollectedColumn> Columns, IReadOnlyList<TableRow> Rows)
{
    /// <summary>Separated text: words that a spreadsheet would run are marked there, and a row says how many cells it has.</summary>
    public bool IsText { get; init; }

    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == column) return i;
        return -1;
    }
}

/// <summary>A whole file, or why it cannot be read.</summary>
/// <param name="Sheets">One at least, unless there is a problem.</param>
/// <param name="Problem">Code and facts of what is wrong; null when nothing is.</param>
internal sealed record CollectedFile(IReadOnlyList<CollectedTable> Sheets, CollectedFault? Problem)
{
    public static CollectedFile Wrong(string code, int line = 0, long limit = 0, string sheet = "") => new([], new(code, sheet, line, limit));

    public static CollectedFile Wrong(TableProblem problem, string code, string sheet) => new([], new(code, sheet, problem.Line, problem.Limit ?? 0) { Table = problem });

    /// <summary>The sheet of a name; the first when there is none.</summary>
    public CollectedTable Sheet(string name) => Sheets.FirstOrDefault(sheet => sheet.Name == name) ?? Sheets[0];
}

/// <summary>Why a whole file is refused.</summary>
/// <param name="Code">Stable; its sentence is <c>collected.file.{code}</c>.</param>
/// <param name="Sheet">Empty where a file has no sheets, or where the whole is meant.</param>
/// <param name="Line">0 for the whole.</param>
/// <param name="Limit">What was passed, where something was.</param>
internal sealed record CollectedFault(string Code, string Sheet, int Line, long Limit)
{
    /// <summary>What keeps it from being read as a table; null for what only answers want.</summary>
    public TableProblem? Table { get; init; }
}
