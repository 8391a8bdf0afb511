using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using Diapason.Text;
using Diapason.Words;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>lexicon.yaml</c>: what people say, and what it points to. A file the council sends is read alike.</summary>
internal sealed class ReadLexicon(NeedsReference reference)
{
    public const string File = "lexicon.yaml";

    public const int MostIdeas = 500, MostPhrases = 400, LongestPhrase = 80, StrongestPoint = 6;

    private readonly HashSet<string> _competencies = [.. reference.Framework.Competencies.Select(c => c.Code)];

    public static Lexicon? From(string text, YamlProblems problems, NeedsReference reference, IReadOnlyList<string> languages) =>
        YamlFile.Read(text, problems, new ReadLexicon(reference).Of, languages);

    public Lexicon Of(YamlMap root)
    {
        var ideas = root.Coded("ideas", Idea);
        if (ideas.Count > MostIdeas) root.ReportAt("ideas", "needs.too_many_ideas", ("most", MostIdeas));
        return new Lexicon
        {
            Version = root.Text("version"),
            Review = root.Date("review"),
            Ideas = ideas,
            Elsewhere = [.. root.OptionalItems("elsewhere").Select(Place)],
            Listeners = [.. root.OptionalItems("listeners").Select(Place)],
        };
    }

    private LexiconIdea Idea(YamlMap node, string code) => new(code, node.Localized("name").Typeset(), Points(node))
    {
        Means = node.Has("means") ? node.Word<IdeaMeaning>("means") : IdeaMeaning.Topic,
        Strength = node.OptionalWhole("strength", 1, 100, 100),
        Task = Known(node, "task", reference.Quick.Task.Options.Select(o => o.Code)),
        Obstacle = Known(node, "obstacle", reference.Framework.Obstacles.Select(o => o.Code)),
        Goal = Known(node, "goal", reference.Quick.Goal.Options.Select(o => o.Code)),
        Status = Known(node, "status", reference.Framework.Statuses.Select(s => s.Code)),
        Link = Known(node, "link", reference.Quick.Link.Options.Select(o => o.Code)),
        Phrases = node.Map("phrases") is { } phrases ? Phrases(phrases) : [],
    };

    private static string? Known(YamlMap node, string key, IEnumerable<string> known)
    {
        if (node.OptionalText(key) is not { Length: > 0 } code) return null;
        return node.Check(key, code, known.ToHashSet(StringComparer.Ordinal));
    }

    private Dictionary<string, int> Points(YamlMap node)
    {
        var points = new Dictionary<string, int>(StringComparer.Ordinal);
        if (node.OptionalMap("points") is not { } map) return points;
        foreach (var competency in map.Keys.ToList()) points[map.Check(competency, competency, _competencies)] = map.Whole(competency, 1, StrongestPoint);
        return points;
    }

    private static Dictionary<string, IReadOnlyList<string>> Phrases(YamlMap node)
    {
        var phrases = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var language in node.Keys.Where(node.Reading.Languages.Contains).ToList())
        {
            var said = phrases[language] = node.OptionalCodes(language);
            if (said.Count > MostPhrases) node.ReportAt(language, "needs.too_many_phrases", ("most", MostPhrases));
            foreach (var phrase in said.Where(p => p.Length is 0 or > LongestPhrase)) node.ReportAt(language, "needs.bad_phrase", ("phrase", phrase), ("most", LongestPhrase));
        }

        return phrases;
    }

    private static Place Place(YamlMap node) => new(
        node.Localized("name").Typeset(), node.Localized("text").Typeset(), node.OptionalLocalized("link"), node.OptionalText("phone"));
}
