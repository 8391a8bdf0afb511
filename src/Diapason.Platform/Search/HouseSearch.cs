using System.Collections.Concurrent;
using System.Security.Claims;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Authorization;

namespace Diapason.Platform.Search;

/// <summary>Finds by words what the modules of the house let be found, in the council and the language of the request.</summary>
public sealed class HouseSearch(IEnumerable<ISearchable> modules, SearchShelf shelf, CurrentCouncil council, IAuthorizationService authorization)
{
    /// <summary>What is typed beyond this is not a search.</summary>
    public const int LongestAsked = 200;

    private const int MostWords = 12;

    /// <param name="asked">As typed; blank finds nothing.</param>
    /// <param name="user">Who asks: what they may not open does not exist for them.</param>
    public async Task<SearchResults> FindAsync(string? asked, ClaimsPrincipal user, CancellationToken cancel)
    {
        var written = (asked ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var words = FoldedWords.Of(string.Join(' ', written));
        if (council.OrNull is not { } here || words.Count is 0 or > MostWords) return new SearchResults([], []);
        var index = await IndexAsync(here.Id, cancel);
        var admitted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var policy in index.Audiences)
            if ((await authorization.AuthorizeAsync(user, null, policy)).Succeeded) admitted.Add(policy);
        bool Admits(string? audience) => audience is null || admitted.Contains(audience);
        var found = index.Find(words, Admits);
        return new SearchResults(found, found.Count > 0 ? [] : Instead(index, written, Admits));
    }

    /// <summary>
    /// What each of the words left out would give back, when every one of them finds something alone and only together they do not. A word that nothing
    /// holds may be the one that matters: without it, the rest would lead elsewhere.
    /// </summary>
    private static List<(string Asked, int Found)> Instead(SearchIndex index, string[] written, Func<string?, bool> admits)
    {
        written = [.. written.Where(word => FoldedWords.Of(word) is [_, ..] && !FoldedWords.IsLittle(word))];
        if (written.Length < 2 || written.Any(word => index.Find(FoldedWords.Of(word), admits).Count == 0)) return [];
        return [.. from i in Enumerable.Range(0, written.Length)
                   let asked = string.Join(' ', written.Where((_, j) => j != i))
                   let words = FoldedWords.Of(asked)
                   where words.Count > 0
                   let found = index.Find(words, admits).Count
                   where found > 0
                   orderby found descending
                   select (asked, found)];
    }

    private async ValueTask<SearchIndex> IndexAsync(Guid councilId, CancellationToken cancel)
    {
        var stamps = new List<string>();
        foreach (var module in modules) stamps.Add(await module.StampAsync(cancel));
        var (key, stamp) = ((councilId, Languages.Current), string.Join('|', stamps));
        if (shelf.Known.TryGetValue(key, out var known) && known.Stamp == stamp) return known.Index;
        var documents = new List<SearchDocument>();
        foreach (var module in modules) documents.AddRange(await module.DocumentsAsync(cancel));
        var index = new SearchIndex(documents, Languages.Current);
        shelf.Known[key] = (stamp, index);
        return index;
    }
}

/// <summary>The indexes already made, kept until a module's documents change.</summary>
public sealed class SearchShelf
{
    internal ConcurrentDictionary<(Guid Council, string Language), (string Stamp, SearchIndex Index)> Known { get; } = new();
}

/// <summary>What was found, best first; when nothing was, what fewer words would find.</summary>
public sealed record SearchResults(IReadOnlyList<SearchDocument> Found, IReadOnlyList<(string Asked, int Found)> Instead);
