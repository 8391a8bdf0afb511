using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Exports.TwoPeople;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Pages.Manage.Consultations.Invitations;

/// <summary>The invitations of a campaign: how many, what was sent, what to do next, until when addresses are kept.</summary>
internal sealed class IndexModel(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, Mailer mailer, KeepDays keepDays, RemoveInvited remove, FileRule files, Texts<ConsultationsModule> texts, TimeProvider clock) : InvitationsPage(campaigns, council)
{
    [BindProperty, Required(ErrorMessage = "invitations.days_missing"), Display(Name = "invitations.days")]
    public int? Days { get; set; }

    public InvitationList? List { get; private set; }

    public InvitationCounts Counts { get; private set; } = null!;

    public IReadOnlyList<InvitationWave> Waves { get; private set; } = [];

    public CampaignState State { get; private set; }

    /// <summary>The file of names waits for a second person.</summary>
    public bool FilesAskTwo => files.AsksTwo(Facts);

    public bool CanSend => mailer.CanSend;

    public bool IsUnderWay => Waves.Any(w => !w.IsDone);

    /// <summary>Files of names are for administrators (<c>docs/roles.md</c>).</summary>
    public bool MayTakeNames => StaffMember.Of(User, Council.Id) is { } who && who.Holds(Roles.Administrator);

    /// <summary>Who would get a reminder.</summary>
    public int ToRemind { get; private set; }

    /// <summary>The last day addresses are kept; null while the campaign has no end.</summary>
    public DateOnly? KeptUntil => (Facts.ClosedAt ?? Facts.ClosesAt) is { } end ? DestroyDueAddresses.LastDay(end, List?.KeptDays ?? InvitationList.DefaultDays) : null;

    /// <summary>What was just done, told once.</summary>
    public string? Done => Request.Query["done"] == "brought" && int.TryParse(Request.Query["count"], NumberStyles.None, CultureInfo.InvariantCulture, out var added)
        ? texts[added == 1 ? "invitations.done.brought_one" : "invitations.done.brought_many", added.ToString("N0", CultureInfo.CurrentCulture)]
        : Request.Query["done"].ToString() is "brought" or "begun" or "written" or "days" or "destroyed" or "removed" ? texts["invitations.done." + Request.Query["done"]] : null;

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ShowAsync(id)) return NotFound();
        Days = List?.KeptDays ?? InvitationList.DefaultDays;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await ShowAsync(id)) return NotFound();
        if (!ModelState.IsValid) return this.Refused();
        return this.Answer(await keepDays.RunAsync(Facts, Days!.Value, HttpContext.RequestAborted), ConsultationsLinks.Invitations(id).With("done", "days"));
    }

    /// <summary>One person out of the list, by their address: no page shows it to who may not hold lists of names.</summary>
    public async Task<IActionResult> OnPostRemoveAsync(Guid id)
    {
        ModelState.Clear();
        if (!await ShowAsync(id)) return NotFound();
        Days = List?.KeptDays ?? InvitationList.DefaultDays;
        return this.Answer(await remove.RunAsync(Facts, Request.Form["Address"].ToString(), HttpContext.RequestAborted), ConsultationsLinks.Invitations(id).With("done", "removed"));
    }

    private async Task<bool> ShowAsync(Guid id)
    {
        if (!await FindAsync(id)) return false;
        var cancel = HttpContext.RequestAborted;
        State = Facts.StateAt(clock.GetUtcNow().UtcDateTime);
        List = await db.Set<InvitationList>().AsNoTracking().SingleOrDefaultAsync(l => l.CampaignId == id, cancel);
        Counts = await InvitationLists.CountAsync(db, Facts, cancel);
        Waves = await db.Set<InvitationWave>().AsNoTracking().Where(w => w.CampaignId == id).OrderBy(w => w.Number).ToListAsync(cancel);
        ToRemind = await InvitationLists.For(db.Set<Invitation>(), id, MailKind.Reminder).CountAsync(cancel);
        return true;
    }
}
