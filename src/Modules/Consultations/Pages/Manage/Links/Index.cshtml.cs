using System.Text;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Reaching;
using Diapason.Consultations.Running;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Tables;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Links;

/// <summary>The links of the associations that make a campaign known: one by one, or all by a file.</summary>
internal sealed class IndexModel(
    ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, KeepLinks keep, NameGroups groups, IAuthorizationService authorization, Texts<ConsultationsModule> texts) : PageModel
{
    private const int MostBytes = 1 << 20;
    private static readonly TableLimits Limits = new(MostBytes, CheckLinks.Most + 1, 50);

    public CampaignFacts Facts { get; private set; } = null!;

    public IReadOnlyList<LinkSheet> Links { get; private set; } = [];

    /// <summary>By code, what the groups of the field are called.</summary>
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();

    /// <summary>What a file that was just read would do, line by line; empty when none was.</summary>
    public IReadOnlyList<(LinkSheet Sheet, string Fate)> Review { get; private set; } = [];

    /// <summary>The same, to be sent again once it is agreed to.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The campaign's own page is open to this person.</summary>
    public bool SeesCampaign { get; private set; }

    public string? Done => Request.Query["done"].ToString() switch
    {
        "added" or "saved" or "retired" or "put_back" => texts["links.done." + Request.Query["done"], Request.Query["name"].ToString()],
        "imported" => texts["links.done.imported", Request.Query["added"].ToString(), Request.Query["changed"].ToString()],
        _ => null,
    };

    public string Address(LinkSheet link) => Url.Whole(ConsultationsLinks.StartBy(Facts.Slug, link.Code));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var (sheets, problems) = await ReadAsync(Request.Form.Files.GetFile("file"), cancel);
        if (!await LookAsync(id, sheets, problems, cancel)) return this.Refused();
        return Page();
    }

    /// <summary>Keeps what was looked at: the same lines, sent again by the page that showed them.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid id, CancellationToken cancel)
    {
        if (!await FindAsync(id, cancel)) return NotFound();
        var (sheets, problems) = LinkTable.Read(ReadCsv.Rows(Request.Form["text"].ToString(), null, Limits), council.Languages);
        if (!await LookAsync(id, sheets, problems, cancel)) return this.Refused();
        var kept = await keep.RunAsync(id, sheets, cancel);
        return this.Answer(kept, kept.IsDone ? ConsultationsLinks.ManageLinks(id).With("done", "imported").With("added", kept.Value.Added).With("changed", kept.Value.Changed) : ConsultationsLinks.ManageLinks(id));
    }

    private async Task<bool> LookAsync(Guid id, IReadOnlyList<LinkSheet> sheets, IReadOnlyList<Problem> problems, CancellationToken cancel)
    {
        var read = problems.Count == 0 ? (await keep.ReadAsync(id, sheets, cancel))! : null;
        foreach (var problem in read?.Problems ?? problems) ModelState.AddModelError("file", Said(problem));
        if (read is null || read.Problems.Count > 0) return false;
        Review = [.. read.Sheets.Select(sheet => (sheet, read.Known.FirstOrDefault(link => link.Code == sheet.Code) is not { } link ? "added" : LinkSheet.Of(link).Stamp == sheet.Stamp ? "same" : "changed"))];
        using var written = new MemoryStream();
        await using (var table = new CsvTableWriter(written, CsvDialect.Programs)) await LinkTable.WriteAsync(read.Sheets, table, Languages.Current, cancel);
        Text = Encoding.UTF8.GetString(written.ToArray()).TrimStart('\uFEFF');
        return true;
    }

    private string Said(Problem problem) =>
        problem.Facts.FirstOrDefault(fact => fact.Name == "line").Value is int line and > 0 ? texts["links.at_line", line, this.Say(problem)] : this.Say(problem);

    private async Task<(IReadOnlyList<LinkSheet> Sheets, IReadOnlyList<Problem> Problems)> ReadAsync(IFormFile? file, CancellationToken cancel)
    {
        if (file is null || file.Length == 0) return ([], [Problem.Invalid("links.file_missing", "file")]);
        await using var stream = file.OpenReadStream();
        return LinkTable.Read(await ReadTable.RowsAsync(stream, Limits, cancel), council.Languages);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { } facts) return false;
        Facts = facts;
        Links = [.. (await db.Set<AssociationLink>().AsNoTracking().Where(l => l.CampaignId == id).OrderBy(l => l.IsRetired).ThenBy(l => l.Name).ToListAsync(cancel)).Select(LinkSheet.Of)];
        Names = await groups.OfAsync(facts, cancel);
        SeesCampaign = (await authorization.AuthorizeAsync(User, id, CampaignRights.Reader)).Succeeded;
        return true;
    }
}
