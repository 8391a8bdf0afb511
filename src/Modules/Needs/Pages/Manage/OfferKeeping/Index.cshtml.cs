using System.Globalization;
using Diapason.Design;
using Diapason.Design.Components;
using Diapason.Needs.Pages.NextSteps;
using Diapason.Needs.Reference;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Needs.Pages.Manage.OfferKeeping;

/// <summary>The offer, an entry a row, what is due first: for those who work for the council; changed by those who keep it.</summary>
internal sealed class OfferModel(ReferenceLibrary library, CurrentCouncil council, StepWords words, IAuthorizationService authorization, Texts<NeedsModule> texts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    /// <summary>The code of the entry just withdrawn or put back.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    /// <summary>Null for a council without an offer.</summary>
    public NeedsReference? Reference { get; private set; }

    public StepWords Say => words;

    /// <summary>This person may change it.</summary>
    public bool IsAuthor { get; private set; }

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment);

    public IReadOnlyList<OfferEntry> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public IReadOnlyList<Choice> States => [.. EntryState.All.Select(state => new Choice(state, texts["offer.state." + state]))];

    public static TagState Tag(string state) => state switch
    {
        EntryState.Ready => TagState.Done,
        EntryState.Due => TagState.InProgress,
        EntryState.Withdrawn => TagState.Upcoming,
        _ => TagState.Live,
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Reference = await library.FindAsync(council.Id, cancel);
        IsAuthor = (await authorization.AuthorizeAsync(User, OfferPolicy.Author)).Succeeded;
        var entries = Reference?.Offer.Entries ?? [];
        Count = entries.Count(entry => !entry.IsWithdrawn);
        Rows = [.. entries.Where(entry => EntryState.Holds(State, entry, Today) && Says(entry)).OrderBy(entry => entry.Review).ThenBy(entry => entry.Title.Here, StringComparer.CurrentCulture)];
    }

    /// <summary>Each word typed is in its title, its text, its provider or its code, accents and case aside.</summary>
    private bool Says(OfferEntry entry)
    {
        var said = string.Join(' ', entry.Title.All.Concat(entry.Text.All).Concat(entry.Acts.Provider?.All ?? []).Select(pair => pair.Value).Append(entry.Code));
        return (Words ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .All(word => CultureInfo.InvariantCulture.CompareInfo.IndexOf(said, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }
}
