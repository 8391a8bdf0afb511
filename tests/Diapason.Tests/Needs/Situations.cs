using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Diapason.Needs.Wording;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Diapason.Tests.Needs;

/// <summary>One person of <c>situations.yaml</c>, and what those who know the trade would accept for them.</summary>
internal sealed class Situation
{
    public string Id { get; set; } = "";
    public string Person { get; set; } = "";
    public string? Fr { get; set; }
    public string? En { get; set; }
    public string? Status { get; set; }
    public Dictionary<string, string> Ticks { get; set; } = [];
    public Dictionary<string, int> Levels { get; set; } = [];
    public SituationLimits Limits { get; set; } = new();
    public List<string> First { get; set; } = [];
    public List<string> Among { get; set; } = [];
    public List<string> Never { get; set; } = [];

    public static IReadOnlyList<Situation> All { get; } = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build()
        .Deserialize<List<Situation>>(File.ReadAllText(Path.Combine(Path.GetDirectoryName(DemonstrationKit.Folder)!, "..", "tests", "Diapason.Tests", "Needs", "situations.yaml")));

    /// <summary>As the pages would know this person: in each language their words are written in, or by what they ticked.</summary>
    public IEnumerable<(string How, Profile Profile)> Profiles(NeedsReference reference, CouncilWords words)
    {
        if (Ticks.Count > 0) yield return ("ticks", Limited(OfTicks()));
        if (Fr is not null) yield return ("fr", Limited(OfWords(Fr, "fr", reference, words)));
        if (En is not null) yield return ("en", Limited(OfWords(En, "en", reference, words)));
    }

    private Profile OfTicks() => new()
    {
        Heard = NeedOrigin.QuickQuestions,
        Status = Ticks["status"],
        Link = Ticks["link"],
        Task = Ticks["task"],
        Obstacle = Ticks["obstacle"],
        Goal = Ticks["goal"],
        Positions = Levels.ToDictionary(l => l.Key, l => new Position(l.Value)),
    };

    /// <summary>What is understood is left as it is; the status is corrected as a person would.</summary>
    private Profile OfWords(string text, string language, NeedsReference reference, CouncilWords words)
    {
        var found = words.Matcher.Understand(text, language);
        var facets = found.Facets;
        return ProfileOfWords.Of(found, new Corrections(facets.GetValueOrDefault("task"), facets.GetValueOrDefault("obstacle"), Status ?? facets.GetValueOrDefault("status"), null), words, reference);
    }

    private Profile Limited(Profile profile) => profile with
    {
        Region = Limits.Region,
        Discipline = Limits.Discipline,
        Limits = new Limits { Hours = Limits.Hours, Dollars = Limits.Dollars, Way = Word<WayToFollow>(Limits.Way), Language = Limits.Language, Access = [.. Limits.Access.Select(word => Word<Access>(word)!.Value)] },
    };

    private static T? Word<T>(string? word)
        where T : struct, Enum
        => word is null ? null : Enum.Parse<T>(word.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}

internal sealed class SituationLimits
{
    public int? Hours { get; set; }
    public int? Dollars { get; set; }
    public string? Way { get; set; }
    public string? Language { get; set; }
    public string? Region { get; set; }
    public string? Discipline { get; set; }
    public List<string> Access { get; set; } = [];
}
