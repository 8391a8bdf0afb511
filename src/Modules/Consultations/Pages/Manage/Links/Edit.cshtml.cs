using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Reaching;
using Diapason.Consultations.Running;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Links;

/// <summary>One association's link, added or changed, retired or put back. What is refused comes back as it was typed.</summary>
internal sealed class EditModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, KeepLinks keep, NameGroups groups, ModuleCatalog modules, IAuthorizationService authorization) : PageModel
{
    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>As it is stored; null for a new one.</summary>
    public LinkSheet? Stored { get; private set; }

    /// <summary>As the form shows it.</summary>
    public LinkSheet Sheet { get; private set; } = new();

    /// <summary>Somebody else has changed it since the form was opened: what they kept.</summary>
    public LinkSheet? Theirs { get; private set; }

    /// <summary>The groups of the field, variable by variable.</summary>
    public IReadOnlyList<FieldGroup> Groups { get; private set; } = [];

    /// <summary>Where one says by which groups the campaign is followed, for whoever may; the studies module's.</summary>
    public PageLink? ChooseGroups { get; private set; }

    public string Named(string group) => Groups.FirstOrDefault(known => known.Code == group)?.Name ?? group;

    public async Task<IActionResult> OnGetAsync(Guid id, [FromRoute] string? code, CancellationToken cancel)
    {
        if (!await FindAsync(id, code, cancel)) return NotFound();
        Sheet = Stored ?? Sheet;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, [FromRoute] string? code, CancellationToken cancel)
    {
        if (!await FindAsync(id, code, cancel)) return NotFound();
        Sheet = Typed();
        foreach (var problem in (await keep.ReadAsync(id, [Sheet], cancel))!.Problems) ModelState.AddModelError(problem.Field?.ToLowerInvariant() ?? "", this.Say(problem));
        if (!ModelState.IsValid) return this.Refused();
        var kept = await keep.RunAsync(id, [Sheet], cancel);
        if (kept.Refusal?.Kind == ProblemKind.Lost) Theirs = Stored;
        return this.Answer(kept, ConsultationsLinks.ManageLinks(id).With("done", Stored is null ? "added" : "saved").With("name", Sheet.Tidied().Name));
    }

    public Task<IActionResult> OnPostRetireAsync(Guid id, [FromRoute] string? code, CancellationToken cancel) => TurnAsync(id, code, isRetired: true, cancel);

    public Task<IActionResult> OnPostPutBackAsync(Guid id, [FromRoute] string? code, CancellationToken cancel) => TurnAsync(id, code, isRetired: false, cancel);

    private async Task<IActionResult> TurnAsync(Guid id, string? code, bool isRetired, CancellationToken cancel)
    {
        if (!await FindAsync(id, code, cancel) || Stored is null) return NotFound();
        Sheet = Stored;
        return this.Answer(await keep.RunAsync(id, [Stored with { IsRetired = isRetired }], cancel), ConsultationsLinks.ManageLinks(id).With("done", isRetired ? "retired" : "put_back").With("name", Stored.Name));
    }

    private LinkSheet Typed()
    {
        var form = Request.Form;
        return new LinkSheet
        {
            Code = Stored?.Code ?? form["code"].ToString(),
            Name = form["name"].ToString(),
            Contact = form["contact"].ToString(),
            Email = form["email"].ToString(),
            Reaches = [.. form["reaches"].OfType<string>()],
            Note = form["note"].ToString(),
            IsRetired = Stored?.IsRetired ?? false,
            IsNew = Stored is null,
            Seen = Stored is null ? null : form["seen"].ToString(),
        };
    }

    private async Task<bool> FindAsync(Guid id, string? code, CancellationToken cancel)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), cancel) is not { } facts) return false;
        Facts = facts;
        if (code is not null && await db.Set<AssociationLink>().AsNoTracking().SingleOrDefaultAsync(l => l.CampaignId == id && l.Code == code, cancel) is { } link) Stored = LinkSheet.Of(link);
        Groups = await groups.AllAsync(facts, cancel);
        if ((await authorization.AuthorizeAsync(User, id, CampaignRights.Reader)).Succeeded) ChooseGroups = modules.Door(Door.Groups)?.With("id", id);
        return code is null || Stored is not null;
    }
}
