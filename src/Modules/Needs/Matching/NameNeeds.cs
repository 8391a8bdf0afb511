using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;
using Diapason.Text;

namespace Diapason.Needs.Matching;

/// <summary>From where a person stands to what they need, the heaviest first. Pure: same answers, same needs.</summary>
internal sealed class NameNeeds(NeedsReference reference)
{
    /// <summary>More than a page can say and a person can hold.</summary>
    public const int Most = 4;

    // Weights order needs; only their comparison matters. A prerequisite not met outweighs all else together.
    private const int Prerequisite = 200;
    private const int Important = 30;
    private const int Priority = 6;
    private const int PerMissingLevel = 4;
    private static readonly int[] FromGoal = [40, 30];
    private static readonly int[] FromObstacle = [25, 12];
    private static readonly int[] FromTask = [15, 8];
    private static readonly int[] FromWords = [60, 36, 20];

    public IReadOnlyList<WeighedNeed> From(Profile profile) =>
    [
        .. from competency in reference.Framework.Competencies
           let position = profile.Positions.GetValueOrDefault(competency.Code)
           where position is { Level: < Framework.HighestLevel } && IsNeed(position, Pull(competency.Code, profile))
           let further = IsFurther(competency, position, profile)
           let weight = further ? PerMissingLevel : Weigh(competency, position, profile)
           orderby weight descending, competency.Code
           select new WeighedNeed(ToNeed(competency, position, profile), competency, weight, further),
    ];

    /// <summary>The competencies worth asking about, given the context: the prerequisite, what the goal and the named obstacle point to first, then the rest.</summary>
    public IReadOnlyList<Competency> ToAsk(Profile context) =>
    [
        .. reference.Framework.Competencies
            .OrderByDescending(c => c.IsPrerequisite)
            .ThenByDescending(c => IsTold(c.Code, context))
            .ThenByDescending(c => Pull(c.Code, context))
            .ThenByDescending(c => c.IsPriority)
            .Take(reference.Quick.Positions),
    ];

    /// <summary>The plain name of a need: "knowing when to do without AI".</summary>
    public LocalizedText NameOf(Need need, Profile profile) => reference.Framework.Competency(need.Competency)!.NeedsFor(profile.NeverUses)[need.FromLevel];

    /// <summary>What the person set aside, or already puts to use, is a need only when something they said calls for it.</summary>
    private static bool IsNeed(Position position, int pull) =>
        pull > 0 || position.IsImportant == true || (position.IsImportant is null && position.Level < Framework.HighestLevel - 1);

    /// <summary>They put it to use, and neither their goal nor what they call important asks for more: what is left is to pass it on, after all else.</summary>
    private bool IsFurther(Competency competency, Position position, Profile profile) =>
        position.Level >= QuickOption.Applied && position.IsImportant != true
        && !(IsOfGoal(competency.Code, profile) && reference.Quick.Goal.Option(profile.Goal)!.Level > position.Level);

    private int Weigh(Competency competency, Position position, Profile profile) =>
        Pull(competency.Code, profile)
        + (competency.IsPrerequisite && position.Level == 0 ? Prerequisite : 0)
        + (position.IsImportant == true ? Important : 0)
        + (competency.IsPriority ? Priority : 0)
        + (PerMissingLevel * (Framework.HighestLevel - position.Level));

    /// <summary>How much the goal, the obstacle and the task point to a competency.</summary>
    private int Pull(string competency, Profile profile)
    {
        var quick = reference.Quick;
        return Called(profile.Called, competency) + Rank(quick.Goal.Option(profile.Goal), FromGoal) + Rank(quick.Obstacle.Option(profile.Obstacle), FromObstacle) + Rank(quick.Task.Option(profile.Task), FromTask);

        int Rank(QuickOption? option, int[] weights)
        {
            for (var i = 0; i < weights.Length && i < option?.Develops.Count; i++)
                if (option.Develops[i] == competency) return weights[i];
            return 0;
        }
    }

    private static int Called(IReadOnlyList<string> called, string competency)
    {
        for (var i = 0; i < FromWords.Length && i < called.Count; i++)
            if (called[i] == competency) return FromWords[i];
        return 0;
    }

    /// <summary>Without it, no step that answers what the person said could be proposed.</summary>
    private bool IsTold(string competency, Profile context) =>
        IsFirst(competency, reference.Quick.Goal.Option(context.Goal))
        || (reference.Framework.IsHeldBackBy(ObstacleMeaning.Other, context.Obstacle) && IsFirst(competency, reference.Quick.Obstacle.Option(context.Obstacle)));

    private static bool IsFirst(string competency, QuickOption? option) => option?.Develops is [var first, ..] && first == competency;

    private Need ToNeed(Competency competency, Position position, Profile profile)
    {
        var wanted = position.IsImportant == true || IsOfGoal(competency.Code, profile) || profile.Called.Contains(competency.Code) ? 2 : 1;
        return new Need(
            new NeedHolder(NeedHolderKind.Person, profile.Status, profile.Role),
            new NeedContext(profile.Task, profile.Link),
            competency.Code,
            position.Level,
            Math.Max(position.Level + 1, wanted),
            reference.Framework.IsHeldBackBy(ObstacleMeaning.Nothing, profile.Obstacle) ? null : profile.Obstacle,
            profile.Heard);
    }

    private bool IsOfGoal(string competency, Profile profile) => reference.Quick.Goal.Option(profile.Goal)?.Develops.Contains(competency) == true;
}

/// <summary>A need, its competency, and how heavily it weighs among the others.</summary>
/// <param name="IsFurther">Nothing the person said calls for it: it is the step beyond what they already put to use.</param>
internal sealed record WeighedNeed(Need Need, Competency Competency, int Weight, bool IsFurther = false);
