using System.ComponentModel.DataAnnotations;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations.Change;

/// <summary>What ties an answer to a person, chosen before the opening; after it, the page says what was chosen.</summary>
internal sealed class PromiseModel(ICampaigns campaigns, CurrentCouncil council, ChoosePromise choose, Texts<ConsultationsModule> texts, TimeProvider clock) : PageModel
{
    [BindProperty, Required(ErrorMessage = "promise.missing"), Display(Name = "promise.which")]
    public Anonymity? Anonymity { get; set; }

    [BindProperty]
    public bool InvitedOnly { get; set; }

    public CampaignFacts Facts { get; private set; } = null!;

    public bool IsOpened => Facts.OpensAt <= clock.GetUtcNow().UtcDateTime;

    public IReadOnlyList<Choice> Choices => [.. Enum.GetValues<Anonymity>().Select(a => a.ToString()).Select(a => new Choice(a, texts["promise." + a.ToLowerInvariant()], texts["start.anonymity." + a.ToLowerInvariant()]))];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await ShowAsync(id)) return NotFound();
        (Anonymity, InvitedOnly) = (Facts.Anonymity, Facts.ByInvitationOnly);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await ShowAsync(id)) return NotFound();
        if (!ModelState.IsValid) return this.Refused();
        return this.Answer(await choose.RunAsync(id, Anonymity!.Value, InvitedOnly, HttpContext.RequestAborted), ConsultationsLinks.ManageCampaign(id).With("done", "promised"));
    }

    private async Task<bool> ShowAsync(Guid id)
    {
        if (await campaigns.FindAsync(council.Id, new CampaignId(id), HttpContext.RequestAborted) is not { } facts) return false;
        Facts = facts;
        return true;
    }
}
