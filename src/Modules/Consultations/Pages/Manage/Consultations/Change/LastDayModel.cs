using System.ComponentModel.DataAnnotations;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>A page that asks an administrator for the last day of a campaign.</summary>
internal abstract class LastDayModel(ICampaigns campaigns, CurrentCouncil council) : PageModel
{
    [BindProperty, Required(ErrorMessage = "change.day_missing"), Display(Name = "change.last_day")]
    public DateOnly? LastDay { get; set; }

    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>What the campaign's page then says is done.</summary>
    protected abstract string Done { get; }

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
        return this.Answer(await ChangeAsync(id, LastDay!.Value, HttpContext.RequestAborted), ConsultationsLinks.ManageCampaign(id).With("done", Done));
    }

    protected abstract Task<Outcome> ChangeAsync(Guid id, DateOnly lastDay, CancellationToken cancel);

    private async Task<bool> ShowAsync(Guid id)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), HttpContext.RequestAborted) is not { } facts) return false;
        Facts = facts;
        return true;
    }
}
