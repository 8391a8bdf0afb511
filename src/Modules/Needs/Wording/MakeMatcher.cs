using Diapason.Needs.Reference;
using Diapason.Text;
using Diapason.Words;

namespace Diapason.Needs.Wording;

/// <summary>Makes the matcher of a council: its lexicon, its labelled sentences, and what its framework, quick questions and offer say of each competency in their own words.</summary>
internal static class MakeMatcher
{
    /// <summary>A sentence of the framework is not how a person speaks: it counts for less.</summary>
    private const double OfFramework = 0.1;

    public static WordMatcher Of(NeedsReference reference, Lexicon? lexicon, Func<NeedExample, bool>? learns = null) => new(
        [.. (lexicon?.Ideas ?? []).Select(IdeaOf)],
        [.. reference.Framework.Competencies.Select(c => c.Code)],
        [.. Sentences(reference), .. (lexicon?.Examples ?? []).Where(learns ?? (e => !e.IsAside)).Select(ExampleOf)]);

    private static Idea IdeaOf(LexiconIdea idea) => new()
    {
        Code = idea.Code,
        Meaning = idea.Means,
        Strength = idea.Strength / 100.0,
        Points = idea.Points.ToDictionary(p => p.Key, p => (double)p.Value),
        Facets = LexiconIdea.FacetKinds.Where(kind => idea.Facet(kind) is not null).ToDictionary(kind => kind, kind => idea.Facet(kind)!),
        Phrases = idea.Phrases,
    };

    private static Example ExampleOf(NeedExample example) => new(example.Text, example.Language, example.Competencies, example.IsOutside, example.IsWithout, example.IsDistress);

    private static IEnumerable<Example> Sentences(NeedsReference reference)
    {
        foreach (var competency in reference.Framework.Competencies)
            foreach (var text in (LocalizedText[])[competency.Name, competency.Description, .. competency.Anchors, .. competency.Needs])
                foreach (var sentence in Said(text, [competency.Code])) yield return sentence;
        foreach (var entry in reference.Offer.Entries)
            foreach (var text in new[] { entry.Title, entry.Text, entry.Words }.OfType<LocalizedText>())
                foreach (var sentence in Said(text, [.. entry.Develops.Select(d => d.Competency)])) yield return sentence;
    }

    private static IEnumerable<Example> Said(LocalizedText text, IReadOnlyList<string> competencies) =>
        text.All.Where(said => said.Value.Length > 0).Select(said => new Example(said.Value, said.Key, competencies, Weight: OfFramework));
}
