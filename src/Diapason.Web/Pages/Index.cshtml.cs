using Diapason.Consultations.Contracts;
using Diapason.Design.Components;
using Diapason.Platform.Councils;
using Diapason.Platform.Front;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages;

/// <summary>The home page: a season's programme. Who comes back finds first what waits in their notebook.</summary>
[SameForEveryone]
public sealed class IndexModel(CurrentCouncil council, ICampaigns campaigns, SeasonProgramme programme, PersonNotebook notebook, TimeProvider clock) : PageModel
{
    private const int MostPosters = 3;

    public Council? Council { get; } = council.OrNull;

    /// <summary>The open campaign, or the last one when it is over; null for a council that never had one.</summary>
    public CampaignFacts? Campaign { get; private set; }

    public bool IsOpen { get; private set; }

    /// <summary>Every consultation one can answer now, in the council's order: none is hidden by another.</summary>
    public IReadOnlyList<CampaignFacts> Open { get; private set; } = [];

    public CouncilSettings Settings => council.Settings;

    /// <summary>What waits for the person on this device; null when nothing does.</summary>
    public NotebookEntry? Waits { get; private set; }

    public IReadOnlyList<ProgrammeLine> OnNow { get; private set; } = [];

    public IReadOnlyList<(PageLink Link, ProgrammePoster Poster)> Posters =>
        [.. OnNow.Where(line => line.Poster is not null).Select(line => (line.Link, line.Poster!)).Take(MostPosters)];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Council is null) return;
        Campaign = await campaigns.LatestAsync(Council.Id, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        Open = CampaignFacts.InOrder((await campaigns.AllAsync(Council.Id, cancel)).Where(c => c.StateAt(now) == CampaignState.Open));
        IsOpen = Open.Count > 0;
        Waits = (await notebook.HeldAsync(cancel)).FirstOrDefault(entry => entry.IsUnfinished);
        OnNow = await programme.NowAsync(cancel);
        // What a device holds must not be found in the browser of the next person.
        if (Waits is not null) Response.Headers.CacheControl = "no-store";
    }

    /// <summary>How many days are left, in words; null without an end.</summary>
    public string? Left(CampaignFacts campaign, Texts<Program> texts)
    {
        if (campaign.ClosesAt is not { } closes) return null;
        var days = (int)(DateOnly.FromDateTime(closes.AddTicks(-1).LocalMoment).DayNumber - DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment).DayNumber);
        return days <= 0 ? texts["home.last_day"] : days == 1 ? texts["home.one_day"] : texts["home.days", days];
    }

    public static PosterKind Kind(PosterTone tone) => tone switch { PosterTone.Encounter => PosterKind.Red, PosterTone.Training => PosterKind.Brass, _ => PosterKind.Green };
}
