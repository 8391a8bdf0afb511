using System.Globalization;
using Diapason.Tables;
using Diapason.Tables.Sav;

namespace Diapason.Consultations.Collecting;

/// <summary>
/// Reads a file of answers that was collected elsewhere, whatever its name says: separated text, every sheet of an XLSX, or a .sav with its labels. Bounded in bytes,
/// rows and columns; what cannot be read is told with its place, and never thrown.
/// </summary>
internal static class ReadCollected
{
    public const int MostRows = 50_000;
    public const int MostColumns = 2_000;

    /// <summary>Cells of one file: what they weigh in memory is in proportion.</summary>
    public const int MostCells = 12_000_000;

    /// <param name="file">Read to its end, or to the limit.</param>
    /// <param name="most">Bytes of the file; ten times that once unpacked.</param>
    /// <param name="cancel">Stops the reading.</param>
    public static async Task<CollectedFile> RunAsync(Stream file, long most, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var block = new byte[1 << 16];
        for (int read; (read = await file.ReadAsync(block, cancel)) > 0;)
        {
            if (bytes.Length + read > most) return Wrong(new(TableFault.TooLong, 0, most), "");
            bytes.Write(block, 0, read);
        }

        if (bytes.Length == 0) return CollectedFile.Wrong("empty");
        bytes.Position = 0;
        var limits = new TableLimits(most, MostRows + 1, MostColumns);
        var content = FileContents.Of(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        var found = content switch
        {
            FileContent.Sav => await SavAsync(bytes, limits, cancel),
            FileContent.Spreadsheet => Spreadsheet(bytes, limits),
            FileContent.Text => Text(bytes, limits),
            _ => Wrong(new(TableFault.OtherKind, 0) { Content = content }, ""),
        };
        return found.Sheets.Sum(sheet => (long)sheet.Rows.Count * sheet.Columns.Count) > MostCells ? CollectedFile.Wrong("too_many_cells", limit: MostCells) : found;
    }

    private static CollectedFile Text(MemoryStream bytes, TableLimits limits)
    {
        var table = ReadCsv.Rows(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), limits: limits);
        return table.Problem is { } problem ? Wrong(problem, "") : Headed([new Sheet("", table.Rows)], isText: true);
    }

    private static CollectedFile Spreadsheet(MemoryStream bytes, TableLimits limits)
    {
        var (sheets, problem) = ReadSpreadsheet.Sheets(bytes, limits);
        return problem is null ? Headed(sheets, isText: false) : Wrong(problem, sheets.Count > 0 ? $"{sheets.Count + 1}" : "");
    }

    /// <summary>The first row that is not blank holds the headings.</summary>
    private static CollectedFile Headed(IReadOnlyList<Sheet> sheets, bool isText)
    {
        var tables = sheets.Where(sheet => sheet.Rows.Count > 0).Select(sheet => new CollectedTable(sheet.Name, [.. Names(sheet.Rows[0].Cells).Select(name => new CollectedColumn(name, ""))], [.. sheet.Rows.Skip(1)]) { IsText = isText }).ToList();
        if (tables.Count == 0) return CollectedFile.Wrong("empty");
        return tables.TrueForAll(table => table.Rows.Count == 0) ? CollectedFile.Wrong("only_headings", tables[0].Name.Length == 0 ? 1 : 0) : new(tables, null);
    }

    private static async Task<CollectedFile> SavAsync(MemoryStream bytes, TableLimits limits, CancellationToken cancel)
    {
        var (table, problem) = await ReadSav.TableAsync(bytes, limits, cancel);
        if (problem is not null || table is null) return Wrong(problem!, "");
        if (table.Rows == 0) return CollectedFile.Wrong("only_headings");
        if ((long)table.Rows * table.Columns.Count > MostCells) return CollectedFile.Wrong("too_many_cells", limit: MostCells);
        var variables = table.Dictionary.Variables;
        var names = Names([.. variables.Select(variable => variable.Name)]);
        var columns = variables.Select((variable, i) => new CollectedColumn(names[i], variable.Label.Trim())
        {
            Labels = Labels(variable),
            Missing = variable.Missing is { } span ? new(span.Low, span.High) : null,
            IsWeight = variable.Name == table.Dictionary.Weight,
        }).ToList();
        return new([new("", columns, [.. Enumerable.Range(0, table.Rows).Select(row => new TableRow(row + 1, [.. table.Columns.Select((column, i) => Cell(column, variables[i].Kind, row))]))])], null);
    }

    private static Dictionary<string, string> Labels(SavVariable variable)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var label in variable.Labels)
            if (label.Label.Length > 0) labels.TryAdd(Write(label.Value), label.Label);
        return labels;
    }

    private static string Cell(SavColumn column, SavKind kind, int row) => column switch
    {
        { Texts: { } texts } => texts[row],
        _ when kind == SavKind.Day => column.Day(row)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        { Numbers: { } numbers } => Write(numbers[row]),
        _ => "",
    };

    private static string Write(double number) => !double.IsFinite(number) ? ""
        : Math.Abs(number) < 1e15 && Math.Floor(number) == number ? ((long)number).ToString(CultureInfo.InvariantCulture)
        : Math.Abs(number) < (double)decimal.MaxValue && Math.Abs(number) > 1e-9 ? ((decimal)number).ToString(CultureInfo.InvariantCulture)
        : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Headings as they are; one without words by its place, one said twice with how often.</summary>
    private static string[] Names(IReadOnlyList<string> headings)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var names = new string[headings.Count];
        for (var i = 0; i < names.Length; i++)
        {
            var name = headings[i].Trim() is { Length: > 0 } said ? said : $"#{i + 1}";
            names[i] = name;
            for (var again = 2; !taken.Add(names[i]); again++) names[i] = $"{name} ({again})";
        }

        return names;
    }

    private static CollectedFile Wrong(TableProblem problem, string sheet) => CollectedFile.Wrong(
        problem,
        problem.Fault switch
        {
            TableFault.UnclosedQuote => "unclosed_quote",
            TableFault.TextAfterQuote => "text_after_quote",
            TableFault.NotText => "not_text",
            TableFault.OtherKind => problem.Content == FileContent.OldSpreadsheet ? "old_spreadsheet" : "other_kind",
            TableFault.NotSpreadsheet => "not_spreadsheet",
            TableFault.NotSav => "not_sav",
            TableFault.TooManyRows => "too_many_rows",
            TableFault.TooManyColumns => "too_many_columns",
            _ => "too_long",
        },
        problem.Sheet.Length > 0 ? problem.Sheet : sheet);
}
