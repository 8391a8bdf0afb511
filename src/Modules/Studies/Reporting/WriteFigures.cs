using Diapason.Design.Components;
using Diapason.Platform.Language;
using Diapason.Studies.Following;
using Diapason.Tables;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>The figures as tables for people's spreadsheets: text in the separator and decimal mark of the language, or a workbook that also says what each column is.</summary>
internal static class WriteFigures
{
    // Codes come beside their words: files of two languages are joined by them.
    private static readonly (string Name, Action<TableWriter, FigureRow> Write)[] Columns =
    [
        ("figure", (t, r) => t.Code(r.Figure)), ("measure", (t, r) => t.Text(r.Measure)), ("question", (t, r) => t.Text(r.Question)), ("base", (t, r) => t.Text(r.Base)),
        ("frame", (t, r) => t.Text(r.Frame)), ("period", (t, r) => t.Text(r.Period)), ("edition", (t, r) => t.Number(r.Edition)), ("day", (t, r) => t.Day(r.Day)),
        ("nature", (t, r) => t.Text(T[r.Synthetic ? "file.synthetic" : "file.collected"])),
        ("by_code", (t, r) => t.Code(r.By ?? "")), ("by", (t, r) => t.Text(r.ByLabel ?? "")), ("segment_code", (t, r) => t.Code(r.Segment ?? "")), ("segment", (t, r) => t.Text(r.SegmentLabel ?? "")),
        ("status", (t, r) => t.Text(T[r.Hidden ? "file.hidden" : "file.shown"])),
        ("n", (t, r) => t.Number(r.N)), ("n_most", (t, r) => t.Number(r.NMost)), ("share", (t, r) => t.Share(r.Share)),
        ("cut", (t, r) => t.Text(r.Cut is null ? "" : T.Format("share.about", Percent(r.Cut == "near_all" ? 1 : 0)))), ("effect", (t, r) => t.Number(r.DesignEffect)), ("error", (t, r) => t.Share(r.StandardError)),
        ("low", (t, r) => t.Share(r.IndicativeLow)), ("high", (t, r) => t.Share(r.IndicativeHigh)), ("cv", (t, r) => t.Number(r.CoefficientOfVariation)),
        ("mark", (t, r) => t.Text(r.Reliability)), ("reasons", (t, r) => t.Text(r.Reasons)), ("published", (t, r) => t.Share(r.Published)),
    ];

    /// <summary>What each column says, for the page.</summary>
    public static DataTable Legend() =>
        new(T["file.legend"], [new(T["file.column"], false), new(T["file.meaning"], false)], [.. Columns.Select(c => new DataRow(T["file." + c.Name], [T["file.says." + c.Name]]))]);

    public static async Task<byte[]> CsvAsync(StudyState state, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using (var table = new CsvTableWriter(bytes, CsvDialect.Of(Languages.Culture(Languages.Current)))) await RowsAsync(state, table, cancel);
        return bytes.ToArray();
    }

    public static async Task<byte[]> WorkbookAsync(StudyState state, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await using (var table = await XlsxTableWriter.CreateAsync(bytes, T["file.figures"], cancel))
        {
            await RowsAsync(state, table, cancel);
            await table.SheetAsync(T["file.legend"], cancel);
            await LegendAsync(table, cancel);
        }

        return bytes.ToArray();
    }

    private static async Task RowsAsync(StudyState state, TableWriter table, CancellationToken cancel)
    {
        await table.HeaderAsync(Columns.Select(c => T["file." + c.Name]), cancel);
        foreach (var row in FigureFile.Rows(state))
        {
            foreach (var column in Columns) column.Write(table, row);
            await table.EndRowAsync(cancel);
        }
    }

    private static async Task LegendAsync(TableWriter table, CancellationToken cancel)
    {
        var legend = Legend();
        await table.HeaderAsync(legend.Columns.Select(c => c.Title), cancel);
        foreach (var row in legend.Rows)
        {
            table.Text(row.Head);
            table.Text(row.Cells[0]);
            await table.EndRowAsync(cancel);
        }
    }
}
