using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Exports.TwoPeople;
using Diapason.Design;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations.Files;

/// <summary>Files that hold words, where the council wants two people: asked for, allowed by another, taken.</summary>
[FreshSignIn]
internal sealed class IndexModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, FileRule rule, AskForFile ask, DecideOnFile decide, IEnumerable<IStaffNames> people, Texts<ConsultationsModule> texts, TimeProvider clock) : PageModel
{
    private Dictionary<Guid, string> _names = [];

    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>Code and language: <c>words:fr</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Wanted { get; set; }

    public IReadOnlyList<FileLine> Requests { get; private set; } = [];

    /// <summary>Nobody else could allow anything.</summary>
    public bool IsAlone => !_names.Keys.Any(id => id != Who.AccountId);

    public string? Done => Request.Query["done"].ToString() is "asked" or "allowed" or "declined" ? texts["two_people.done." + Request.Query["done"]] : null;

    public IReadOnlyList<Choice> Choices => [.. All.Select(one => new Choice(FileRule.Code(one), Words(one.File, one.Language)))];

    private StaffMember Who => StaffMember.Of(User, council.Id)!;

    private IEnumerable<(ExportFile File, string Language)> All
    {
        get
        {
            foreach (var file in ExportFile.All.Where(file => file.HoldsAnswers))
                foreach (var language in file.Languages(council.Languages)) yield return (file, language);
            if (Facts.Anonymity == Anonymity.Nominative && Who.Holds(Roles.Administrator)) yield return (ExportFile.Named, "");
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid id) => await FindAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAskAsync(Guid id)
    {
        if (!await FindAsync(id)) return NotFound();
        if (All.Where(one => FileRule.Code(one) == Wanted).ToList() is not [var asked])
        {
            ModelState.AddModelError(nameof(Wanted), texts["two_people.file_missing"]);
            return this.Refused();
        }

        return this.Answer(await ask.RunAsync(Facts, asked, Who, HttpContext.RequestAborted), ConsultationsLinks.Files(id).With("done", "asked"));
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid id, Guid request, bool allows)
    {
        if (!await FindAsync(id)) return NotFound();
        return this.Answer(await decide.RunAsync(Facts, request, (Who, allows), HttpContext.RequestAborted), ConsultationsLinks.Files(id).With("done", allows ? "allowed" : "declined"));
    }

    /// <summary>False where one person is enough: the files are on the campaign’s page.</summary>
    private async Task<bool> FindAsync(Guid id)
    {
        var cancel = HttpContext.RequestAborted;
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { DestroyedAt: null } facts || !rule.AsksTwo(facts)) return false;
        Facts = facts;
        foreach (var module in people)
            foreach (var role in new[] { Roles.Administrator, Roles.Analyst })
                foreach (var (account, name) in await module.HoldingAsync(role, cancel)) _names[account] = name;
        var since = Now - FileRule.Wait - FileRule.Open;
        var rows = await db.Set<FileRequest>().AsNoTracking().Where(r => r.CampaignId == id && r.AskedAt > since).OrderByDescending(r => r.AskedAt).ToListAsync(cancel);
        Requests = [.. rows.Where(r => r.File != ExportFile.Named.Code || Who.Holds(Roles.Administrator)).Select(Line)];
        return true;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private FileLine Line(FileRequest request)
    {
        var file = ExportFile.Of(request.File);
        var waits = request.DecidedAt is null && request.AskedAt > Now - FileRule.Wait;
        var isOpen = request.IsAllowed && request.DecidedAt > Now - FileRule.Open;
        var isMine = request.AskedBy == Who.AccountId;
        return new FileLine(request.Id, Words(file, request.Language), Say(request, waits, isOpen))
        {
            MayDecide = waits && !isMine,
            Address = isOpen && isMine ? Url.To(ConsultationsLinks.ManageCampaign(Facts.Id.Value)) + "/" + file.Name(request.Language) : null,
        };
    }

    private string Say(FileRequest request, bool waits, bool isOpen)
    {
        var asked = texts[request.AskedBy == Who.AccountId ? "two_people.said_mine" : "two_people.said", Name(request.AskedBy), request.AskedAt.LocalDayAndTime];
        var then = request switch
        {
            _ when waits => texts["two_people.waits", (request.AskedAt + FileRule.Wait).LocalDayAndTime],
            { DecidedBy: { } who } when isOpen => texts["two_people.open", Name(who), (request.DecidedAt!.Value + FileRule.Open).LocalDayAndTime],
            { DecidedBy: { } who, IsAllowed: false } => texts["two_people.declined", Name(who)],
            _ => texts["two_people.over"],
        };
        return $"{asked} {then}";
    }

    private string Name(Guid account) => _names.GetValueOrDefault(account) ?? texts["two_people.somebody"];

    private string Words(ExportFile file, string language)
    {
        if (file == ExportFile.Named) return texts["two_people.named"];
        return language.Length == 0 ? texts["manage.export_" + file.Code] : texts["manage.export_" + file.Code, Languages.NameOf(language)];
    }
}

/// <summary>One request, in words.</summary>
/// <param name="Said">Who asked, when, and what came of it.</param>
internal sealed record FileLine(Guid Id, string File, string Said)
{
    public bool MayDecide { get; init; }

    /// <summary>Where its asker takes it.</summary>
    public string? Address { get; init; }
}
