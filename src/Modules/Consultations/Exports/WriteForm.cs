using Diapason.Forms;
using Diapason.Tables;

namespace Diapason.Consultations.Exports;

/// <summary>Writes a questionnaire as an XLSForm, for ODK, Kobo or Enketo.</summary>
internal static class WriteForm
{
    /// <returns>What became of everything.</returns>
    public static async Task<IReadOnlyList<FormNotice>> RunAsync(Questionnaire questionnaire, Stream output, CancellationToken cancel)
    {
        var form = XlsFormWriter.Write(questionnaire);
        await using var writer = await XlsxTableWriter.CreateAsync(output, form.Sheets[0].Name, cancel);
        foreach (var (i, sheet) in form.Sheets.Index())
        {
            if (i > 0) await writer.SheetAsync(sheet.Name, cancel);
            await writer.HeaderAsync(sheet.Rows[0].Cells, cancel);
            foreach (var row in sheet.Rows.Skip(1)) await WriteAsync(row, writer, cancel);
        }

        return form.Notices;
    }

    private static async Task WriteAsync(FormRow row, XlsxTableWriter writer, CancellationToken cancel)
    {
        foreach (var cell in row.Cells)
        {
            if (cell.Length > 0) writer.Code(cell);
            else writer.Empty();
        }

        await writer.EndRowAsync(cancel);
    }
}
