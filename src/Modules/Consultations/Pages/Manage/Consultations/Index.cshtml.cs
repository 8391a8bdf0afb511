using Diapason.Consultations.Contracts;
using Diapason.Consultations.Running;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Consultations.Pages.Manage.Consultations;

/// <summary>The council's campaigns, latest first; to continuing-education officers, those they run.</summary>
internal sealed class IndexModel(ICampaigns campaigns, CurrentCouncil council, CampaignRunners runners, TimeProvider clock) : PageModel
{
    public IReadOnlyList<CampaignFacts> Campaigns { get; private set; } = [];

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>This person sees only those they run.</summary>
    public bool IsMine { get; private set; }

    /// <summary>Several are open, and this person may say which comes first on the home page.</summary>
    public bool MayOrder { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var who = StaffMember.Of(User, council.Id)!;
        IsMine = !who.ReadsAnswers;
        var mine = await runners.OfAsync(who, cancel);
        Campaigns = [.. (await campaigns.AllAsync(council.Id, cancel)).Where(c => !IsMine || mine.Contains(c.Id.Value)).OrderByDescending(c => c.OpensAt ?? DateTime.MaxValue)];
        MayOrder = who.Holds(Roles.Administrator) && Campaigns.Count(c => c.StateAt(Now) == CampaignState.Open) > 1;
    }
}
