using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;
using Diapason.Words;

namespace Diapason.Needs.Wording;

/// <summary>Turns what was understood, and what the person corrected in it, into what the engine knows. Codes only: no word of theirs goes on from here.</summary>
internal static class ProfileOfWords
{
    /// <summary>What a sentence calls for: two or three competencies, not twelve.</summary>
    public const int MostCalled = 3;

    /// <summary>Less than this part of the first, a competency is not called for.</summary>
    private const double LeastPart = 0.35;

    public static Profile Of(Understanding found, Corrections corrected, CouncilWords words, NeedsReference reference)
    {
        var called = Called(found);
        return new Profile
        {
            Heard = NeedOrigin.OwnWords,
            Status = corrected.Status,
            Link = found.Facets.GetValueOrDefault("link"),
            Task = corrected.Task,
            Obstacle = corrected.Obstacle,
            Goal = found.Facets.GetValueOrDefault("goal") is { } goal ? reference.Quick.Goal.Option(goal)?.Code : null,
            WantsWithout = found.IsWithout,
            Called = called,
            Ideas = [.. found.Counted.Where(m => m.Idea.Points.Count > 0).OrderByDescending(m => m.Value * m.Idea.Points.Values.Max()).Select(m => m.Idea.Code).Take(Profile.MostIdeas)],
            Answering = words.Answering(found),
            Asked = words.Asked(found),
            Positions = called.ToDictionary(code => code, _ => corrected.Level is { } level ? new Position(level) : Position.Unsaid),
        };
    }

    /// <summary>The competencies that what counts calls for, the first first: by the lexicon's ideas and by words that examples taught; none when nothing does.</summary>
    public static IReadOnlyList<string> Called(Understanding found)
    {
        var calling = found.Topics.Where(t => t.Because.Any(b => b.Part > 0 && b.Idea.Points.Count > 0) || IsTold(found)).ToList();
        return calling is [{ Score: > 0 } first, ..] ? [.. calling.Where(t => t.Score >= first.Score * LeastPart).Take(MostCalled).Select(t => t.Topic)] : [];
    }

    /// <summary>Examples speak where the person left what was understood as it is: who strikes ideas is not led there by the same words.</summary>
    private static bool IsTold(Understanding found) => found.Telling.Count > 0 && !found.IsOutside && found.Mentions.All(m => m.State != MentionState.Struck);
}

/// <summary>What the person said of themselves on the page, or left as it was understood; null: they would not say.</summary>
internal sealed record Corrections(string? Task, string? Obstacle, string? Status, int? Level);
