using System.Globalization;
using System.Text;
using Diapason.Needs.Authoring;
using Diapason.Text;
using Diapason.Words;

namespace Diapason.Needs.Wording;

/// <summary>Writes a lexicon as a kit's <c>lexicon.yaml</c>: what it exports, it reads back the same. The labelled sentences are a file of their own, which pages do not edit.</summary>
internal static class WriteLexicon
{
    public static string Of(Lexicon lexicon)
    {
        var text = new StringBuilder("# yaml-language-server: $schema=../schema/lexicon.schema.json\n");
        text.Append(CultureInfo.InvariantCulture, $"version: {Quoted(lexicon.Version)}\nreview: {lexicon.Review:yyyy-MM-dd}\nideas:\n");
        foreach (var idea in lexicon.Ideas) Write(text, idea);
        Write(text, "elsewhere", lexicon.Elsewhere);
        Write(text, "listeners", lexicon.Listeners);
        return text.ToString();
    }

    private static void Write(StringBuilder text, LexiconIdea idea)
    {
        text.Append(CultureInfo.InvariantCulture, $"  - code: {Quoted(idea.Code)}\n    name: {Said(idea.Name)}\n");
        if (idea.Means != IdeaMeaning.Topic) text.Append(CultureInfo.InvariantCulture, $"    means: {SnakeCase.Of(idea.Means)}\n");
        if (idea.Strength != 100) text.Append(CultureInfo.InvariantCulture, $"    strength: {idea.Strength}\n");
        if (idea.Points.Count > 0) text.Append(CultureInfo.InvariantCulture, $"    points: {{ {string.Join(", ", idea.Points.Select(p => string.Create(CultureInfo.InvariantCulture, $"{Quoted(p.Key)}: {p.Value}")))} }}\n");
        foreach (var kind in LexiconIdea.FacetKinds.Where(kind => idea.Facet(kind) is not null)) text.Append(CultureInfo.InvariantCulture, $"    {kind}: {Quoted(idea.Facet(kind)!)}\n");
        text.Append(idea.Phrases.Any(p => p.Value.Count > 0) ? "    phrases:\n" : "    phrases: {}\n");
        foreach (var (language, phrases) in idea.Phrases.Where(p => p.Value.Count > 0)) text.Append(CultureInfo.InvariantCulture, $"      {language}:\n{string.Concat(phrases.Select(p => $"        - {Quoted(p)}\n"))}");
    }

    private static void Write(StringBuilder text, string key, IReadOnlyList<Place> places)
    {
        if (places.Count == 0) return;
        text.Append(CultureInfo.InvariantCulture, $"{key}:\n");
        foreach (var place in places)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - name: {Said(place.Name)}\n    text: {Said(place.Text)}\n");
            if (place.Link is not null) text.Append(CultureInfo.InvariantCulture, $"    link: {Said(place.Link)}\n");
            if (place.Phone is not null) text.Append(CultureInfo.InvariantCulture, $"    phone: {Quoted(place.Phone)}\n");
        }
    }

    private static string Said(LocalizedText text) => $"{{ {string.Join(", ", text.All.Select(said => $"{said.Key}: {Quoted(said.Value)}"))} }}";

    private static string Quoted(string value) => WriteOffer.Quoted(value);
}
