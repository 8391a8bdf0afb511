using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Search;

/// <summary>One search over everything the visitor may open. Its address can be shared, its number is that of the list.</summary>
public sealed class IndexModel(HouseSearch search, Texts<Program> texts) : PageModel
{
    /// <summary>Beyond this, more words find better than more pages.</summary>
    private const int MostShown = 50;

    public string Asked { get; private set; } = "";

    public SearchResults Results { get; private set; } = new([], []);

    public IReadOnlyList<SearchDocument> Found => [.. Results.Found.Take(MostShown)];

    public string Heading => (Asked.Length, Results.Found.Count) switch
    {
        (0, _) => texts["search.title"],
        (_, 0) => texts["search.none", Asked],
        (_, 1) => texts["search.found_one", Asked],
        (_, > MostShown) => texts["search.found_most", Results.Found.Count, Asked, MostShown],
        var (_, found) => texts["search.found", found, Asked],
    };

    public async Task OnGetAsync([FromQuery] string? q, CancellationToken cancel)
    {
        Asked = (q ?? "").Trim() is { Length: <= HouseSearch.LongestAsked } typed ? typed : q![..HouseSearch.LongestAsked];
        Results = await search.FindAsync(Asked, User, cancel);
    }
}
