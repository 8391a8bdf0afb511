using Diapason.Text;
using Diapason.Words;

namespace Diapason.Needs.Wording;

/// <summary>
/// How a council's field says its needs: ideas and the phrases that say them, sentences somebody labelled, and where to turn when the need is not ours to answer. It comes with a kit; the council edits it
/// on a page and tries it there.
/// </summary>
internal sealed record Lexicon
{
    public required string Version { get; init; }
    public required DateOnly Review { get; init; }
    public required IReadOnlyList<LexiconIdea> Ideas { get; init; }

    /// <summary>Sentences with what a person found in them: weights are learnt from these.</summary>
    public IReadOnlyList<NeedExample> Examples { get; init; } = [];

    /// <summary>Who answers what is outside the field.</summary>
    public IReadOnlyList<Place> Elsewhere { get; init; } = [];

    /// <summary>Who listens to somebody who suffers.</summary>
    public IReadOnlyList<Place> Listeners { get; init; } = [];

    public LexiconIdea? Idea(string code) => Ideas.FirstOrDefault(i => i.Code == code);
}

/// <summary>Something people say in many ways.</summary>
/// <param name="Name">Said to the person: "your works taken by a machine".</param>
/// <param name="Points">Competencies it calls for, from 1 (a little) to 6.</param>
internal sealed record LexiconIdea(string Code, LocalizedText Name, IReadOnlyDictionary<string, int> Points)
{
    public IdeaMeaning Means { get; init; } = IdeaMeaning.Topic;

    /// <summary>How far one mention settles what it means, 100 when nothing else is said.</summary>
    public int Strength { get; init; } = 100;

    /// <summary>Codes of the quick questions and of the framework that it says; null when it says none.</summary>
    public string? Task { get; init; }
    public string? Obstacle { get; init; }
    public string? Goal { get; init; }
    public string? Status { get; init; }
    public string? Link { get; init; }

    /// <summary>By language; see <see cref="Idea.Phrases"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Phrases { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The council wrote it: a kit loaded again leaves it as it is.</summary>
    public bool IsOurs { get; init; }

    public static readonly IReadOnlyList<string> FacetKinds = ["task", "obstacle", "goal", "status", "link"];

    public string? Facet(string kind) => kind switch { "task" => Task, "obstacle" => Obstacle, "goal" => Goal, "status" => Status, "link" => Link, _ => null };
}

/// <summary>A labelled sentence.</summary>
/// <param name="IsAside">Never learnt from: the score is measured on it.</param>
internal sealed record NeedExample(string Id, string Language, string Kind, bool IsAside, string Text, IReadOnlyList<string> Competencies)
{
    public string? Task { get; init; }
    public string? Obstacle { get; init; }
    public bool IsOutside { get; init; }
    public bool IsWithout { get; init; }

    /// <summary>Whoever wrote it suffers.</summary>
    public bool IsDistress => Kind == "distress";
}

/// <summary>Somebody to turn to.</summary>
internal sealed record Place(LocalizedText Name, LocalizedText Text, LocalizedText? Link = null, string? Phone = null);
