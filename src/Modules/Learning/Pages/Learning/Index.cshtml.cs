using Diapason.Learning.Contracts;
using Diapason.Learning.Sessions;
using Diapason.Learning.Settling;
using Diapason.Needs.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Learning.Pages.Learning;

/// <summary>The sessions to come: a plain form, an address for each search.</summary>
internal sealed class IndexModel(ReadSessions read, IOfferNames offer, ReadRules rules, SessionWords words, CurrentCouncil council) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Typed { get; set; }

    [BindProperty(SupportsGet = true, Name = "more")]
    public int More { get; set; }

    public SessionSearch Search { get; private set; } = null!;

    public SearchSessions Searching { get; private set; } = null!;

    public OfferNames Names { get; private set; } = OfferNames.None;

    public IReadOnlyList<SeenSession> All { get; private set; } = [];

    public IReadOnlyList<SeenSession> Found { get; private set; } = [];

    public IReadOnlyList<SeenSession> Shown => [.. Found.Take(PageSize * (1 + Math.Clamp(More, 0, 100)))];

    /// <summary>How many people make a list ready.</summary>
    public int Wanted { get; private set; }

    public SessionWords Words => words;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (council.OrNull is null) return NotFound();
        (Names, All) = (await offer.ReadAsync(cancel), await read.OpenAsync(cancel));
        Wanted = (await rules.RunAsync(cancel)).ListSize;
        Searching = new SearchSessions(All, Names, words);
        var typed = (Typed ?? "").Trim();
        Search = new SessionSearch(
            typed.Length > SessionSearch.LongestWords ? typed[..SessionSearch.LongestWords] : typed,
            SearchSessions.Facets.ToDictionary(facet => facet, facet => (IReadOnlyList<string>)[.. Request.Query[facet].OfType<string>().Distinct().Where(value => Searching.Knows(facet, value))]));
        Found = Searching.Find(Search);
        return Page();
    }

    /// <summary>The address of a search.</summary>
    public string Address(SessionSearch search, int more = 0)
    {
        var link = LearningLinks.Start.With("q", search.Words.Length > 0 ? search.Words : null).With("more", more > 0 ? more : null);
        foreach (var facet in SearchSessions.Facets)
            if (search.In(facet) is { Count: > 0 } values) link = link.With(facet, values);
        return Url.To(link);
    }

    /// <summary>What was chosen, each with the search that is left without it.</summary>
    public IEnumerable<(string Label, SessionSearch Without)> Chips()
    {
        if (Search.Words.Length > 0) yield return ($"« {Search.Words} »", Search.Without(null, null));
        foreach (var facet in SearchSessions.Facets)
            foreach (var value in Search.In(facet)) yield return (Searching.Label(facet, value), Search.Without(facet, value));
    }
}
