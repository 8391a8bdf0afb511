using Diapason.Needs.Matching;
using Diapason.Needs.Pages.Manage.OfferKeeping;
using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Diapason.Platform.Expiry;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>One entry of the offer: what it is, what can be done with it now, what it takes, from which level to which.</summary>
internal sealed class EntryModel(CurrentPath path, StepWords words, ActWords acts, IAuthorizationService authorization, ModuleCatalog modules, TimeProvider clock) : ReferencePage(path)
{
    public OfferEntry Entry { get; private set; } = null!;

    public StepWords Words => words;

    public bool IsExpired => !Entry.IsWithdrawn && Entry.IsExpired(Today);

    public bool IsReviewDue => Entry.Review.IsOver(Today);

    /// <summary>What can be done now, the first first.</summary>
    public IReadOnlyList<EntryAct> Ways { get; private set; } = [];

    /// <summary>Where one says that one waits for a session of it; null where no module keeps sessions.</summary>
    public PageLink? Interest => modules.Door(Door.Interest);

    /// <summary>The same documents in other languages.</summary>
    public IReadOnlyList<EntryAct> Elsewhere { get; private set; } = [];

    /// <summary>The days to come; empty when none is left, or none was said.</summary>
    public string Days => acts.Days(Entry, Today);

    /// <summary>"45 $, tarif réduit".</summary>
    public string Price => acts.Price(Entry, Reference.Offer);

    /// <summary>For whom it is, when it is not for everyone.</summary>
    public string For => string.Join(words.Separator, Reference.Framework.Statuses
        .Where(_ => Entry.Suits.Statuses.Count > 0 || Entry.IsForTeam)
        .Where(s => (Entry.Suits.Statuses.Count == 0 || Entry.Suits.Statuses.Contains(s.Code)) && !(Entry.IsForTeam && s.IsAlone))
        .Select((s, i) => i == 0 ? s.Name.Here : StepWords.Inside(s.Name.Here)));

    /// <summary>The visitor has steps to go back to.</summary>
    public bool HasPath { get; private set; }

    /// <summary>It may be put beside the visitor's steps: it is not there, and there is room.</summary>
    public bool CanBeAdded { get; private set; }

    /// <summary>The visitor said they never use what the council asks about: what they will be able to say is said otherwise.</summary>
    public bool NeverUses { get; private set; }

    /// <summary>Looked at from the page where it is edited, by somebody that page admits.</summary>
    public bool IsFromEdit { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, string? from)
    {
        if (Reference.Offer.Entries.FirstOrDefault(e => e.Code == code) is not { } entry) return NotFound();
        Entry = entry;
        if (!entry.IsWithdrawn) (Ways, Elsewhere) = (acts.Of(entry), acts.Elsewhere(entry));
        if (Path.Read() is { IsComplete: true } state) (HasPath, NeverUses, CanBeAdded) = (true, state.Profile.NeverUses, !entry.IsWithdrawn && state.Added.Count < PathState.MostAdded && !IsAmong(state, entry));
        IsFromEdit = from == "edit" && (await authorization.AuthorizeAsync(User, OfferPolicy.Author)).Succeeded;
        return Page();
    }

    private bool IsAmong(PathState state, OfferEntry entry) =>
        ArrangeSteps.Of(new ChooseNextSteps(Reference).For(state.Profile, [.. state.Dismissed], Today), state, Reference, Today).Steps.Any(s => s.Entry.Code == entry.Code);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
