using System.Globalization;
using System.Text;
using Diapason.Consultations.Collecting;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Diapason.Tables;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Consultations.Pages.Manage.Consultations.Invitations;

/// <summary>Bringing addresses: a file or pasted text, which column is what, a report row by row; nothing is kept before it is agreed to.</summary>
internal sealed class BringModel(ICampaigns campaigns, CurrentCouncil council, ReadAddresses read, KeepAddresses keep, Texts<ConsultationsModule> texts) : InvitationsPage(campaigns, council)
{
    private const int MostShown = 200;

    public AddressTable? Table { get; private set; }

    /// <summary>What was sent, to be sent again with the columns that were chosen.</summary>
    public string Text { get; private set; } = "";

    public AddressColumns Columns { get; private set; } = AddressColumns.None;

    public ComparedAddresses? Compared { get; private set; }

    /// <summary>Rows that are not as they should be, by line.</summary>
    public IReadOnlyList<AddressFault> Faults { get; private set; } = [];

    public IEnumerable<AddressFault> Shown => Faults.Take(MostShown);

    public IReadOnlyList<Choice> Choices => [.. Enumerable.Range(0, Table!.Headings.Count).Select(i => new Choice(i.ToString(CultureInfo.InvariantCulture), Heading(i)))];

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        var (table, problem) = await ReadAddresses.FromAsync(Request.Form.Files.GetFile("file"), Request.Form["pasted"], HttpContext.RequestAborted);
        if (table is null)
        {
            ModelState.AddModelError("file", problem is null ? texts["bring.empty"] : this.Say(TableRefusal.Of(problem, "file")));
            return this.Refused();
        }

        await ShowAsync(table, table.Proposed);
        return Page();
    }

    /// <summary>The same rows with other columns.</summary>
    public async Task<IActionResult> OnPostAgainAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        if (ReadAddresses.From(Request.Form["text"].ToString()).Table is not { } table) return this.SeeOther(ConsultationsLinks.BringAddresses(id));
        await ShowAsync(table, Chosen());
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        if (ReadAddresses.From(Request.Form["text"].ToString()).Table is not { } table) return this.SeeOther(ConsultationsLinks.BringAddresses(id));
        await ShowAsync(table, Chosen());
        var kept = await keep.RunAsync(Facts, read.Judge(table, Columns).People, HttpContext.RequestAborted);
        return this.Answer(kept, ConsultationsLinks.Invitations(id).With("done", "brought").With("count", kept.IsDone ? kept.Value : null));
    }

    public string Heading(int column) => Table!.Headings[column] is { Length: > 0 } heading ? heading : texts["bring.column_number", column + 1];

    private async Task ShowAsync(AddressTable table, AddressColumns columns)
    {
        (Table, Columns, Text) = (table, columns, await WriteAsync(table));
        var (people, faults) = read.Judge(table, columns);
        Compared = await keep.CompareAsync(Facts, people, HttpContext.RequestAborted);
        Faults = [.. faults.Concat(Compared.Faults).OrderBy(f => f.Line)];
    }

    private AddressColumns Chosen()
    {
        int Of(string name) => int.TryParse(Request.Form[name], NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : -1;
        return new AddressColumns(Of("email"), Of("name"), Of("language")) { First = Of("first") };
    }

    private static async Task<string> WriteAsync(AddressTable table)
    {
        using var written = new MemoryStream();
        await using (var csv = new CsvTableWriter(written, CsvDialect.Programs))
        {
            foreach (var cells in table.Headings.Any(heading => heading.Length > 0) ? table.Rows.Select(row => row.Cells).Prepend(table.Headings) : table.Rows.Select(row => row.Cells))
            {
                foreach (var cell in cells) csv.Code(cell);
                await csv.EndRowAsync(CancellationToken.None);
            }
        }

        return Encoding.UTF8.GetString(written.ToArray()).TrimStart('\uFEFF');
    }
}
