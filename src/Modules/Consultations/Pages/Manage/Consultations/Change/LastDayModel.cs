using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>A page that asks an administrator for the last day of a campaign.</summary>
internal abstract class LastDayModel(ICampaigns campaigns, CurrentCouncil council, TimeProvider clock) : PageModel
{
    private const string DayFormat = "yyyy-MM-dd";

    [BindProperty, Required(ErrorMessage = "change.day_missing"), Display(Name = "change.last_day")]
    public DateOnly? LastDay { get; set; }

    /// <summary>The far last day the page asked about, once it is sent again.</summary>
    [BindProperty]
    public DateOnly? Confirmed { get; set; }

    /// <summary>The far last day to say yes to; null when it is not far, or none was sent.</summary>
    public DateOnly? Far { get; private set; }

    /// <summary>The last day as it stands; null for a campaign without an end.</summary>
    public DateOnly? Present => Facts.ClosesAt is { } closes ? CampaignDays.DayOf(closes.AddTicks(-1)) : null;

    /// <summary>Until when answers would be kept with the far last day.</summary>
    public DateOnly? FarKept => Far is { } day && Facts.KeptMonths is { } months ? day.AddMonths(months) : null;

    public CampaignFacts Facts { get; private set; } = null!;

    /// <summary>The page itself, which a far day leads back to.</summary>
    protected abstract PageLink Itself(Guid id);

    /// <summary>What the campaign's page then says is done.</summary>
    protected abstract string Done { get; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ShowAsync(id)) return NotFound();
        LastDay = Present;
        if (DateOnly.TryParseExact(Request.Query["far"], DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && IsFar(day)) (Far, LastDay) = (day, day);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await ShowAsync(id)) return NotFound();
        if (!ModelState.IsValid) return this.Refused();
        // Asked with GET, so that Back never meets a form to send again.
        if (IsFar(LastDay!.Value) && Confirmed != LastDay) return Ask(Itself(id).With("far", LastDay.Value.ToString(DayFormat, CultureInfo.InvariantCulture)));
        return this.Answer(await ChangeAsync(id, LastDay.Value, HttpContext.RequestAborted), ConsultationsLinks.ManageCampaign(id).With("done", Done));
    }

    /// <summary>More than a year from the present last day, or from today: perhaps a slip of the keyboard. Beyond what can be taken, the refusal says so.</summary>
    private bool IsFar(DateOnly day)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = CampaignDays.DayOf(now);
        return day > (Present > today ? Present.Value : today).AddYears(1) && !CampaignDays.IsTooFar(day, now);
    }

    /// <summary>Reads what the page shows besides.</summary>
    protected virtual Task PrepareAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The page once more, which asks about a far day.</summary>
    protected virtual IActionResult Ask(PageLink again) => this.SeeOther(again);

    /// <summary>Until when the answers already there are kept, by the last day as it stands.</summary>
    public DateOnly? Kept => Present is { } day && Facts.KeptMonths is { } months ? day.AddMonths(months) : null;

    protected abstract Task<Outcome> ChangeAsync(Guid id, DateOnly lastDay, CancellationToken cancel);

    private async Task<bool> ShowAsync(Guid id)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), HttpContext.RequestAborted) is not { HeldOn: null } facts) return false;
        Facts = facts;
        await PrepareAsync(HttpContext.RequestAborted);
        return true;
    }
}
