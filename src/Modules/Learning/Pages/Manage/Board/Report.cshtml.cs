using System.Globalization;
using Diapason.Learning.Board;
using Diapason.Needs.Contracts;
using Diapason.Platform.Language;
using Diapason.Tables;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Manage.Board;

/// <summary>What was given, for those who pay for it: on the page and as a file, which say the same.</summary>
internal sealed class ReportModel(ReadReport report, Texts<LearningModule> texts) : PageModel
{
    public IReadOnlyList<ReportRow> Rows { get; private set; } = [];

    public OfferNames Names { get; private set; } = OfferNames.None;

    public string Region(ReportRow row) => row.Region is null ? texts["report.total"] : Names.Region(row.Region)?.Name.Here ?? texts["board.all"];

    public string Number(int? number) => number?.ToString(CultureInfo.CurrentCulture) ?? texts["report.few", ReadReport.Least];

    public async Task OnGetAsync(CancellationToken cancel) => (Rows, Names) = await report.RunAsync(cancel);

    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancel)
    {
        (Rows, Names) = await report.RunAsync(cancel);
        using var output = new MemoryStream();
        await using (var table = new CsvTableWriter(output, CsvDialect.Of(CultureInfo.CurrentCulture)))
        {
            foreach (var column in new[] { "edit.region", "report.sessions", "report.people", "report.hours", "report.served" }) table.Text(texts[column]);
            await table.EndRowAsync(cancel);
            foreach (var row in Rows)
            {
                table.Text(Region(row));
                table.Text(row.Sessions.ToString(CultureInfo.InvariantCulture));
                foreach (var number in new[] { row.People, row.Hours, row.Served }) table.Text(Number(number));
                await table.EndRowAsync(cancel);
            }
        }

        return File(output.ToArray(), "text/csv; charset=utf-8", texts["report.file_name"]);
    }
}
