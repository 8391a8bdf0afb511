using System.Globalization;
using System.Text;
using Diapason.Needs.Contracts;
using Diapason.Platform.Language;

namespace Diapason.Learning.Sessions;

/// <summary>What somebody looks for: words, and the values chosen in each facet. Values of one facet widen, facets narrow.</summary>
internal sealed record SessionSearch(string Words, IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen)
{
    public const int LongestWords = 100;

    public IReadOnlyList<string> In(string facet) => Chosen.GetValueOrDefault(facet, []);

    public bool IsEmpty => Words.Length == 0 && Chosen.Values.All(values => values.Count == 0);

    /// <summary>The same without one value; without the words when no facet is named.</summary>
    public SessionSearch Without(string? facet, string? value) =>
        facet is null ? this with { Words = "" } : this with { Chosen = Chosen.ToDictionary(pair => pair.Key, pair => pair.Key == facet ? [.. pair.Value.Where(v => v != value)] : pair.Value) };
}

/// <param name="Count">How many sessions it would leave, the other facets kept.</param>
internal sealed record FacetValue(string Value, string Label, int Count, bool IsChosen);

internal sealed record Facet(string Code, IReadOnlyList<FacetValue> Values);

/// <summary>Finds sessions among those open: few enough to be looked at one by one.</summary>
internal sealed class SearchSessions(IReadOnlyList<SeenSession> all, OfferNames names, SessionWords words)
{
    public const string Need = "need";
    public const string Region = "region";
    public const string Place = "place";
    public const string Language = "language";
    public static readonly IReadOnlyList<string> Facets = [Need, Region, Place, Language];
    private const string Online = "online";

    private readonly Dictionary<Guid, string> _folded = all.ToDictionary(s => s.Session.Id, s => Fold(string.Join(' ', s.Content.Title.Here, s.Content.Text.Here, s.Content.Provider, s.Content.Place, names.Competency(s.Content.Competency)?.Name.Here, names.Entry(s.Content.Entry)?.Title.Here)));

    public IReadOnlyList<SeenSession> Find(SessionSearch search) => [.. all.Where(session => Says(session, search.Words) && Facets.All(facet => Fits(session, facet, search.In(facet))))];

    /// <summary>Each facet with what it offers here; a value that leads to nothing is left out, unless it was chosen.</summary>
    public IReadOnlyList<Facet> Offered(SessionSearch search) => [.. Facets.Select(facet => Offered(facet, search)).Where(facet => facet.Values.Count > 1 || facet.Values.Any(v => v.IsChosen))];

    public string Label(string facet, string value) => facet switch
    {
        Need => names.Competency(value)?.Name.Here ?? value,
        Region => value == Online ? words.Format(SessionFormat.Online) : names.Region(value)?.Name.Here ?? value,
        Place => words.Standing(value == "places" ? SessionStanding.Places : SessionStanding.Full),
        _ => Languages.NameOf(value),
    };

    /// <summary>A value that this council could give, so that an address cannot make a page say anything.</summary>
    public bool Knows(string facet, string value) => facet switch
    {
        Need => names.Competency(value) is not null,
        Region => value == Online || names.Region(value) is not null,
        Place => value is "places" or "waiting",
        _ => Languages.IsCode(value) && all.Any(s => s.Content.Language == value),
    };

    private Facet Offered(string facet, SessionSearch search)
    {
        var others = all.Where(session => Says(session, search.Words) && Facets.All(other => other == facet || Fits(session, other, search.In(other)))).ToList();
        var chosen = search.In(facet);
        return new Facet(facet, [.. all.SelectMany(session => Values(session, facet)).Concat(chosen).Distinct()
            .Select(value => new FacetValue(value, Label(facet, value), others.Count(session => Values(session, facet).Contains(value)), chosen.Contains(value)))
            .Where(value => value.Count > 0 || value.IsChosen)
            .OrderBy(value => value.Value != Online).ThenBy(value => value.Label, StringComparer.CurrentCulture)]);
    }

    private static bool Fits(SeenSession session, string facet, IReadOnlyList<string> chosen) => chosen.Count == 0 || Values(session, facet).Any(chosen.Contains);

    private static IEnumerable<string> Values(SeenSession session, string facet)
    {
        var content = session.Content;
        switch (facet)
        {
            case Need:
                yield return content.Competency;
                break;
            case Region:
                if (content.Format != SessionFormat.InPerson) yield return Online;
                if (content.Region is { } region) yield return region;
                break;
            case Place:
                if (session.Standing is SessionStanding.Places) yield return "places";
                if (session.Standing is SessionStanding.Full) yield return "waiting";
                break;
            default:
                yield return content.Language;
                break;
        }
    }

    private bool Says(SeenSession session, string typed) => typed.Length == 0 || Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => _folded[session.Session.Id].Contains(word, StringComparison.Ordinal));

    /// <summary>Without accents nor case.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) folded.Append(char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return folded.ToString();
    }
}
