using Diapason.Platform.Modules;

namespace Diapason.Platform.Search;

/// <summary>The documents of one council in one language, their words folded once.</summary>
internal sealed class SearchIndex
{
    private const int InTitle = 8;
    private const int InWords = 3;
    private const int InText = 1;
    private const int ShortestBeginning = 3;
    private readonly List<Indexed> _documents;

    public SearchIndex(IEnumerable<SearchDocument> documents, string language) => _documents = [.. documents.Select(document => new Indexed(document, Weigh(document, language)))];

    /// <summary>Every policy a document asks for.</summary>
    public IEnumerable<string> Audiences => _documents.Select(indexed => indexed.Document.Audience).OfType<string>().Distinct();

    /// <summary>Those that hold every word asked for, best first, what is past its date last. What <paramref name="admits"/> refuses is never looked at.</summary>
    public IReadOnlyList<SearchDocument> Find(IReadOnlyCollection<string> asked, Func<string?, bool> admits) =>
    [
        .. from indexed in _documents
           where admits(indexed.Document.Audience)
           let score = Score(indexed.Words, asked)
           where score > 0
           orderby indexed.Document.IsExpired, score descending
           select indexed.Document,
    ];

    private static Dictionary<string, int> Weigh(SearchDocument document, string language)
    {
        var weights = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (text, weight) in new[] { (document.Title, InTitle), (document.Kind, InTitle), (document.Words, InWords), (document.Text, InText) })
            foreach (var word in FoldedWords.Of(text.In(language))) weights[word] = Math.Max(weight, weights.GetValueOrDefault(word));
        return weights;
    }

    private static int Score(Dictionary<string, int> words, IReadOnlyCollection<string> asked)
    {
        var sum = 0;
        foreach (var word in asked)
        {
            var best = 2 * words.GetValueOrDefault(word);
            if (best == 0 && word.Length >= ShortestBeginning)
                foreach (var (known, weight) in words)
                    if (weight > best && known.StartsWith(word, StringComparison.Ordinal)) best = weight;
            if (best == 0) return 0;
            sum += best;
        }

        return sum;
    }

    private sealed record Indexed(SearchDocument Document, Dictionary<string, int> Words);
}
