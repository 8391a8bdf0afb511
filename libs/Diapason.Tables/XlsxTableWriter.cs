using System.Globalization;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Diapason.Tables;

/// <summary>
/// An XLSX file with one or more sheets, written as it is sent. Words are cells of text, so nothing is run; numbers and days are numbers and days in
/// every language's spreadsheet. The first row of a sheet is bold, stays in view, filters what is under it, and its columns are wide enough for their names
/// and for a day.
/// </summary>
public sealed class XlsxTableWriter : TableWriter
{
    /// <summary>What a cell may hold, by the format.</summary>
    private const int LongestText = 32_767;

    /// <summary>Of a sheet, by the format: the filter takes whatever rows come.</summary>
    private const int MostRows = 1_048_576;

    /// <summary>Widths in characters: a day is whole, and a long name does not push the others out of sight.</summary>
    private const int Narrowest = 13, Widest = 44;

    private readonly Spreadsheet _book;
    private readonly PatientStream _output;
    private readonly StyleId _bold;
    private readonly StyleId _day;
    private readonly StyleId _share;
    private readonly List<Cell> _row = [];

    /// <summary>A sheet begins with its first row, whose names say how wide its columns are.</summary>
    private string? _toBegin;

    private bool _isBroken;

    private XlsxTableWriter(Spreadsheet book, PatientStream output)
    {
        (_book, _output) = (book, output);
        _bold = book.AddStyle(new Style { Font = { Bold = true } });
        _day = book.AddStyle(new Style { Format = NumberFormat.Custom("yyyy-mm-dd") });
        _share = book.AddStyle(new Style { Format = NumberFormat.Custom("0.0%") });
    }

    /// <summary>Starts a file and its first sheet.</summary>
    /// <param name="output">Written to its end, left open.</param>
    /// <param name="sheet">The sheet's name, made to fit the format's 31 characters.</param>
    /// <param name="cancel">Stops the writing.</param>
    public static async Task<XlsxTableWriter> CreateAsync(Stream output, string sheet, CancellationToken cancel)
    {
        var patient = new PatientStream(output);
        var writer = new XlsxTableWriter(await Spreadsheet.CreateNewAsync(patient, new SpreadCheetahOptions { BufferSize = 1 << 16 }, cancel), patient);
        await writer.SheetAsync(sheet, cancel);
        return writer;
    }

    /// <summary>Ends the present sheet and starts another.</summary>
    public async Task SheetAsync(string name, CancellationToken cancel)
    {
        await BeginAsync([], cancel);
        _toBegin = SheetName(name);
    }

    /// <inheritdoc/>
    public override void Text(string words) => _row.Add(new Cell(Fit(words)));

    /// <inheritdoc/>
    public override void Code(string code) => _row.Add(new Cell(Fit(code)));

    /// <inheritdoc/>
    public override void Number(double? value) => _row.Add(value is { } number && double.IsFinite(number) ? new Cell(number) : default);

    /// <inheritdoc/>
    public override void Share(double? value) => _row.Add(value is { } share && double.IsFinite(share) ? new Cell(share, _share) : default);

    /// <inheritdoc/>
    public override void Day(DateOnly? day) => _row.Add(day is { } date ? new Cell(date.ToDateTime(TimeOnly.MinValue), _day) : default);

    /// <inheritdoc/>
    public override void Empty() => _row.Add(default);

    /// <inheritdoc/>
    public override async ValueTask HeaderAsync(IEnumerable<string> names, CancellationToken cancel)
    {
        string[] header = [.. names.Select(Fit)];
        await BeginAsync(header, cancel);
        foreach (var name in header) _row.Add(new Cell(name, _bold));
        await EndRowAsync(cancel);
    }

    /// <inheritdoc/>
    public override async ValueTask EndRowAsync(CancellationToken cancel)
    {
        // A row that could not be sent leaves no file worth finishing, and finishing it would hide why.
        _isBroken = true;
        await BeginAsync([], cancel);
        await _book.AddRowAsync(_row, cancel);
        _isBroken = false;
        _row.Clear();
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (!_isBroken)
        {
            await BeginAsync([], CancellationToken.None);
            await _book.FinishAsync();
        }

        await _book.DisposeAsync();
        if (!_isBroken) await _output.FlushAsync();
        await _output.DisposeAsync();
    }

    private async ValueTask BeginAsync(string[] header, CancellationToken cancel)
    {
        if (_toBegin is not { } sheet) return;
        _toBegin = null;
        var options = new WorksheetOptions { FrozenRows = 1 };
        if (header.Length > 0) options.AutoFilter = new AutoFilterOptions($"A1:{ColumnName(header.Length)}{MostRows.ToString(CultureInfo.InvariantCulture)}");
        foreach (var (i, name) in header.Index()) options.Column(i + 1).Width = Math.Clamp(name.Length + 2, Narrowest, Widest);
        await _book.StartWorksheetAsync(sheet, options, cancel);
    }

    /// <summary>A, B… Z, AA.</summary>
    private static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26) name = (char)('A' + ((column - 1) % 26)) + name;
        return name;
    }

    /// <summary>Characters that XML cannot hold are replaced; a text over the format's limit is cut between two characters.</summary>
    private static string Fit(string words)
    {
        if (words.Length > LongestText) words = words[..(char.IsHighSurrogate(words[LongestText - 1]) ? LongestText - 1 : LongestText)];
        return words.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 ? words : new string([.. words.Select(c => c < ' ' && c is not ('\t' or '\n' or '\r') ? '\uFFFD' : c)]);
    }

    private static string SheetName(string name)
    {
        var fit = new string([.. name.Where(c => !@"/\?*[]:'".Contains(c, StringComparison.Ordinal)).Take(31)]).Trim();
        return fit.Length == 0 ? "1" : fit;
    }
}
