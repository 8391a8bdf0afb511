using System.ComponentModel.DataAnnotations;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>A page that asks an administrator for the last day of a campaign.</summary>
internal abstract class LastDayModel(ICampaigns campaigns, CurrentCouncil council, Texts<ConsultationsModule> texts) : PageModel
{
    [BindProperty, Required(ErrorMessage = "change.day_missing"), Display(Name = "change.last_day")]
    public DateOnly? LastDay { get; set; }

    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>What the campaign's page then says is done.</summary>
    protected abstract string Done { get; }

    /// <summary>The text that refuses a day that is too early.</summary>
    protected abstract string TooEarly { get; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ShowAsync(id)) return NotFound();
        LastDay = Facts.ClosesAt is { } closes ? CampaignDays.DayOf(closes.AddTicks(-1)) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await ShowAsync(id)) return NotFound();
        if (!ModelState.IsValid) return this.Refused();
        var outcome = await ChangeAsync(id, LastDay!.Value, HttpContext.RequestAborted);
        switch (outcome)
        {
            case ChangeOutcome.Done: return this.SeeOther(ConsultationsLinks.ManageCampaign(id).With("done", Done));
            case ChangeOutcome.AlreadySo or ChangeOutcome.NotOpen: return this.SeeOther(ConsultationsLinks.ManageCampaign(id).With("done", "already"));
            case ChangeOutcome.Absent: return NotFound();
        }

        if (outcome == ChangeOutcome.SettingsLacking) ModelState.AddModelError("", texts["open.settings_lacking"]);
        else ModelState.AddModelError(nameof(LastDay), texts[outcome == ChangeOutcome.DayTooFar ? "change.day_too_far" : TooEarly]);
        return this.Refused();
    }

    protected abstract Task<ChangeOutcome> ChangeAsync(Guid id, DateOnly lastDay, CancellationToken cancel);

    private async Task<bool> ShowAsync(Guid id)
    {
        if (await campaigns.FindAsync(new CampaignId(id), HttpContext.RequestAborted) is not { } facts || facts.CouncilId != council.Id) return false;
        Facts = facts;
        return true;
    }
}
