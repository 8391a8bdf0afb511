using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Diapason.Tables;

/// <summary>One sheet of an XLSX file, read as rows of text.</summary>
/// <param name="Name">As the spreadsheet shows it.</param>
/// <param name="Rows">Those that are not blank, with their numbers.</param>
public sealed record Sheet(string Name, IReadOnlyList<TableRow> Rows);

/// <summary>Reads XLSX files; formulas give the value that was last computed. Unpacked size, rows and columns are bounded before anything is parsed.</summary>
public static class ReadSpreadsheet
{
    private const int UnpackedTimes = 10;

    // Past a thousand blank rows, a row is looked at as far as this: a million rows of sixteen thousand blank cells take minutes.
    private const int LongGap = 1000, ColumnsAfterGap = 64;

    // The reader asks for the code page of older files before it is told that this is not one.
    static ReadSpreadsheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A ZIP archive, as every XLSX file is.</summary>
    public static bool Looks(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', ..];

    /// <summary>Every sheet, in order; or the first fault.</summary>
    /// <param name="file">The whole file; it is read, not closed, and must be able to seek.</param>
    /// <param name="limits">Null: <see cref="TableLimits.Default"/>.</param>
    public static (IReadOnlyList<Sheet> Sheets, TableProblem? Problem) Sheets(Stream file, TableLimits? limits = null)
    {
        limits ??= TableLimits.Default;
        if (file.Length > limits.Bytes) return ([], new(TableFault.TooLong, 0, limits.Bytes));
        var (sheet, line) = ("", 0);
        try
        {
            if (Unpacked(file, limits.Bytes * UnpackedTimes) is { } tooLong) return ([], tooLong);
            file.Position = 0;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(file, new ExcelReaderConfiguration { LeaveOpen = true });
            return Read(reader, limits, (name, row) => (sheet, line) = (name, row));
        }
        catch (Exception fault) when (fault is ExcelReaderException or InvalidDataException or XmlException or FormatException or OverflowException
            or IOException or ArgumentException or InvalidOperationException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or InvalidCastException)
        {
            // A hostile or broken archive meets the parser at places it never thought of: all of them mean one thing to the person who sent it.
            return ([], line > 0 ? new(TableFault.NotSpreadsheet, line) { Sheet = sheet } : BrokenPart.Of(file));
        }
    }

    private static (IReadOnlyList<Sheet> Sheets, TableProblem? Problem) Read(IExcelDataReader reader, TableLimits limits, Action<string, int> reach)
    {
        var (sheets, total) = (new List<Sheet>(), 0);
        do
        {
            var (rows, blank, width) = (new List<TableRow>(), 0, 0);
            reach(reader.Name ?? "", 1);
            for (var line = 1; reader.Read(); line++)
            {
                reach(reader.Name ?? "", line + 1);
                // A sheet formatted to its last row, or its last column, has a million blank cells of these: only what is filled counts.
                var filled = Filled(reader, blank < LongGap ? reader.FieldCount : Math.Min(reader.FieldCount, ColumnsAfterGap));
                if (filled == 0)
                {
                    blank++;
                    continue;
                }

                if (blank >= LongGap) filled = Filled(reader, reader.FieldCount);
                blank = 0;
                if (filled > limits.Columns) return (sheets, new(TableFault.TooManyColumns, line, limits.Columns) { Sheet = reader.Name ?? "" });
                if (++total > limits.Rows) return (sheets, new(TableFault.TooManyRows, line, limits.Rows) { Sheet = reader.Name ?? "" });
                width = Math.Max(width, filled);
                rows.Add(new TableRow(line, Cells(reader, Math.Min(width, reader.FieldCount))));
            }

            // A broken list of sheets names none.
            sheets.Add(new(reader.Name ?? "", rows));
        }
        while (reader.NextResult());
        return (sheets, null);
    }

    /// <summary>Up to the last cell that holds something, among so many.</summary>
    private static int Filled(IExcelDataReader reader, int columns)
    {
        while (columns > 0 && (reader.GetValue(columns - 1) is not { } value || (value is string text && string.IsNullOrWhiteSpace(text)))) columns--;
        return columns;
    }

    private static string[] Cells(IExcelDataReader reader, int columns)
    {
        var cells = new string[columns];
        for (var i = 0; i < cells.Length; i++) cells[i] = Text(reader.GetValue(i));
        return cells;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        bool yes => yes ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    /// <summary>Unpacks everything into nothing, to know its true length: the one written in the archive may lie.</summary>
    private static TableProblem? Unpacked(Stream file, long limit)
    {
        var (left, buffer) = (limit, new byte[81920]);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var entry in archive.Entries)
        {
            using var stream = entry.Open();
            for (int read; (read = stream.Read(buffer)) > 0;)
                if ((left -= read) < 0) return new(TableFault.TooLong, 0, limit);
        }

        return null;
    }
}
