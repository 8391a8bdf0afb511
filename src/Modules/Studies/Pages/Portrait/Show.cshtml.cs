using Diapason.Consultations.Contracts;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Expiry;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Diapason.Studies.Contracts;
using Diapason.Studies.Following;
using Diapason.Studies.Keeping;
using Diapason.Studies.Portraits;
using Diapason.Studies.Reporting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Studies.Pages.Portrait;

/// <summary>A campaign's portrait: the written report first, then each figure with all it must carry. Without a campaign, the council's current one; with an edition, as it was then.</summary>
[SameForEveryone]
internal sealed class ShowModel(StudyShelf shelf, FindPortrait portraits, ICampaigns campaigns, CurrentCouncil council, PortraitViews views, ModuleCatalog modules, PublicAddress address, TimeProvider clock) : PageModel
{
    /// <summary>Value of <c>selon</c>, or of <c>by</c>, that asks for no breakdown, in any language: addresses are passed on.</summary>
    private static readonly string[] AllTogether = ["ensemble", "all"];

    /// <summary>The one of this language.</summary>
    public static string Together => PortraitWords.T["portrait.by.together"];

    public StudyState? State { get; private set; }

    /// <summary>Null when there is nothing to show yet.</summary>
    public PortraitView? View { get; private set; }

    public Breakdown? By { get; private set; }

    /// <summary>The ways of reading offered: each breakdown, or everyone together.</summary>
    public IReadOnlyList<Choice> Readings =>
        [.. (State?.Portrait.Definition.Breakdowns ?? []).Select(b => new Choice(b.Variable, PortraitWords.Say(b.Label))), new Choice(Together, PortraitWords.T["portrait.by.none"])];

    public bool IsReady => shelf.IsReady;

    /// <summary>Of the window: editions are told apart.</summary>
    public string Title => View is null ? PortraitWords.T["menu.portrait"] : State!.IsOneEdition ? PortraitWords.T.Format("portrait.edition.window", View.Title, State.Portrait.Edition) : View.Title;

    /// <summary>What is said of invented answers; null when they are not.</summary>
    public string? Demonstration => State is not { Campaign.IsSynthetic: true } shown ? null : PortraitWords.T[shown.Portrait.Definition.Published is null ? "portrait.synthetic_alone" : "portrait.synthetic"];

    /// <summary>A newer edition than the one shown.</summary>
    public EditionMark? Newer => State is { IsOneEdition: true } state && state.Editions[^1].Number > state.Portrait.Edition ? state.Editions[^1] : null;

    /// <summary>The consultation, while it can be answered.</summary>
    public CampaignFacts? Open => State?.Campaign is { } campaign && campaign.StateAt(Now) == CampaignState.Open ? campaign : null;

    public bool HasOthers => shelf.All(council.Id).Count > 1;

    public bool IsFrameOverdue => State is { } state && state.Portrait.Frame.Review.IsOver(DateOnly.FromDateTime(Now.LocalMoment));

    /// <summary>Another module's page, when this installation has it.</summary>
    public PageLink? NextSteps => modules.Door(Door.NextSteps);

    /// <summary>The address that stays: the campaign's own, whichever way the page was reached.</summary>
    public string? Canonical => State is { } state && address.For(Request) is { } head ? head + Address(state) : null;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync([FromRoute] string? campaign, [FromRoute] int? edition, [FromQuery] string? selon, [FromQuery] string? by, CancellationToken cancel)
    {
        if (council.OrNull is null) return NotFound();
        State = await portraits.RunAsync(campaign, edition, cancel);
        if (State is null && campaign is not null && ((edition is not null && IsReady) || !await HasOpenedAsync(campaign, cancel))) return NotFound();
        if (State is not { Portrait.IsPublished: true } state) return Page();
        var breakdowns = state.Portrait.Definition.Breakdowns;
        var asked = by ?? selon;
        By = AllTogether.Contains(asked) || breakdowns.Count == 0 ? null : breakdowns.FirstOrDefault(b => b.Variable == asked) ?? breakdowns[0];
        View = views.Of(state, By);
        return Page();
    }

    public static string ToneClass(string tone) => tone switch { "prepare" => "rouge", "discuss" => "or", _ => "" };

    /// <param name="state">The study whose portrait is meant.</param>
    /// <param name="file">What follows the campaign's name, as <c>.csv</c>.</param>
    public string Address(StudyState state, string file = "") =>
        Url.To(state.IsOneEdition ? StudiesLinks.EditionOf(state.Campaign.Slug, state.Portrait.Edition) : StudiesLinks.PortraitOf(state.Campaign.Slug)) + file;

    private async Task<bool> HasOpenedAsync(string slug, CancellationToken cancel) =>
        (await campaigns.AllAsync(council.Id, cancel)).Any(c => c.Slug == slug && c.OpensAt <= Now);
}
