using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

namespace Diapason.Consultations.Pages.Consultation;

/// <summary>The link of an invitation: the device keeps it until the answers are sent, and the address no longer shows it. One that has served says so, and leads to one's own answers.</summary>
[EnableRateLimiting(RateLimits.Submissions)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class InvitedModel(Visits visits, InvitationPasses passes, AnsweredInvitations answered) : PageModel
{
    public Visit Visit { get; private set; } = null!;

    /// <summary>False when the link is none of ours: cut short, or its addresses are destroyed.</summary>
    public bool IsKnown { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, string token)
    {
        if (await visits.FindAsync(HttpContext, slug) is not { } visit) return NotFound();
        Visit = visit;
        var pass = await passes.FindAsync(visit.Facts, token, HttpContext.RequestAborted);
        IsKnown = pass is not null;
        if (pass is { HasServed: false })
        {
            InvitationPasses.Keep(Response, visit.Campaign, token);
            return this.SeeOther(ConsultationsLinks.Start(slug));
        }

        // Its mark may have been lost with a stop.
        if (pass is { IsSpent: true, IsMarked: false, IsHeld: false } && await answered.TryHoldAsync(visit.Facts.Id, pass.Id, HttpContext.RequestAborted)) await answered.AddAsync(visit.Facts, pass.Id, HttpContext.RequestAborted);
        if (!IsKnown) Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
