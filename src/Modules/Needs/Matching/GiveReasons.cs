using Diapason.Needs.Reference;
using Diapason.Needs.Wording;

namespace Diapason.Needs.Matching;

/// <summary>Gives the one or two strongest reasons of a step. Each states only what the person said.</summary>
internal static class GiveReasons
{
    public const int ShortMinutes = 45;
    private const int Most = 2;

    /// <param name="said">Reasons already given for earlier steps, which are not repeated when another is as true.</param>
    public static IReadOnlyList<Reason> For(Candidate candidate, Profile profile, NeedsReference reference, IReadOnlyCollection<Reason> said)
    {
        if (candidate.IsHorizon) return [new Reason.Horizon(candidate.Need?.Competency.Code ?? candidate.Entry.Develops[0].Competency)];
        var main = Main(candidate, profile, reference).ToList();
        var first = Fresh(main, said);
        return [first, .. Also(candidate, profile, reference).Where(r => r != first && said.All(s => s.GetType() != r.GetType())).Take(Most - 1)];
    }

    /// <summary>The same for the step that comes first because of what holds the person back: that reason first, unless the basics are missing.</summary>
    public static IReadOnlyList<Reason> ForLead(Candidate candidate, Profile profile, NeedsReference reference, IReadOnlyCollection<Reason> said) =>
        candidate.IsPrerequisite ? For(candidate, profile, reference, said)
            : [.. For(candidate, profile, reference, said).Where(r => r is not Reason.EasesObstacle).Prepend(new Reason.EasesObstacle(profile.Obstacle!)).Take(Most)];

    private static Reason Fresh(List<Reason> main, IReadOnlyCollection<Reason> said) =>
        main.Find(r => said.All(s => s.GetType() != r.GetType())) ?? main.FindLast(r => !said.Contains(r)) ?? main[0];

    private static IEnumerable<Reason> Main(Candidate candidate, Profile profile, NeedsReference reference)
    {
        var quick = reference.Quick;
        if (candidate is { IsWithoutAi: true, Task: { } task }) yield return ForTaskWithoutAi(task, profile, quick);
        if (candidate.IsWithoutAi && profile.WantsWithout) yield return new Reason.SaidWithout();
        if (candidate.IsWithoutAi && quick.Goal.Option(profile.Goal) is { WithoutAi: true } without) yield return new Reason.WithoutAi(without.Code);
        if (candidate is { Need: null, IsWithoutAi: false })
        {
            if (profile.Called.Select(c => candidate.Entry.Develops.Any(d => d.Competency == c) ? Said(c, profile, reference) : null).FirstOrDefault(s => s is not null) is { } spoken) yield return spoken;
            // Only the obstacle called for it, and perhaps the task, which says more.
            if (candidate.Task is { } made) yield return OfTask(made, profile);
            if (profile.Obstacle is { } obstacle && candidate.Entry.Answers.Contains(obstacle)) yield return new Reason.EasesObstacle(obstacle);
            else if (profile.Called.FirstOrDefault(c => candidate.Entry.Develops.Any(d => d.Competency == c)) is { } called) yield return new Reason.ToSay(called, candidate.Entry.Develops.First(d => d.Competency == called).To);
        }

        if (candidate.Need is not { } need) yield break;
        var (competency, level) = (need.Competency.Code, need.Need.FromLevel);
        if (Said(competency, profile, reference) is { } said) yield return said;
        if (candidate.IsPrerequisite) yield return new Reason.Prerequisite(competency);
        if (profile.Positions[competency].IsUnsaid)
        {
            yield return new Reason.ToSay(competency, candidate.Entry.Develops.First(d => d.Competency == competency).To);
            yield break;
        }

        if (quick.Goal.Option(profile.Goal)?.Develops.Contains(competency) == true) yield return new Reason.Goal(profile.Goal!, competency, level);
        if (profile.Positions[competency].IsImportant == true) yield return new Reason.Important(competency, level);
        if (need.Competency.IsPriority) yield return new Reason.Priority(competency, level);
        yield return new Reason.NextLevel(competency, level);
        yield return new Reason.ToSay(competency, candidate.Entry.Develops.OrderByDescending(d => d.Serves(competency, level)).First(d => d.Competency == competency).To);
    }

    /// <summary>The clearest of the ideas they spoke of that points to the competency.</summary>
    private static Reason.Said? Said(string competency, Profile profile, NeedsReference reference) =>
        profile.Ideas.Select(code => reference.Lexicon?.Idea(code)).OfType<LexiconIdea>().FirstOrDefault(i => i.Points.ContainsKey(competency)) is { } idea ? new Reason.Said(idea.Code) : null;

    private static Reason ForTaskWithoutAi(string task, Profile profile, QuickQuestions quick)
    {
        if (task != profile.Task) return profile.Piles[task] == TaskPile.Keep ? new Reason.YouKeep(task) : new Reason.YourStrength(task);
        return quick.Task.Option(task)?.Pile switch
        {
            TaskPile.Keep => new Reason.KeptWithoutAi(task),
            TaskPile.Human => new Reason.HumanSkill(task),
            _ => new Reason.NoAiNeeded(task),
        };
    }

    private static Reason OfTask(string task, Profile profile) =>
        task == profile.Task ? new Reason.ForTask(task) : profile.Piles.ContainsKey(task) ? new Reason.YouHandOver(task) : new Reason.YouDo(task);

    private static IEnumerable<Reason> Also(Candidate candidate, Profile profile, NeedsReference reference)
    {
        var (entry, obstacle) = (candidate.Entry, reference.Framework.Obstacle(profile.Obstacle));
        if (obstacle?.Means == ObstacleMeaning.Time && entry.Minutes <= ShortMinutes) yield return new Reason.Short(entry.Minutes);
        if (obstacle?.Means == ObstacleMeaning.Money && reference.Offer.IsFree(entry)) yield return new Reason.Free();
        if (!candidate.IsWithoutAi && candidate.Task is { } task) yield return OfTask(task, profile);
        if (obstacle?.Means == ObstacleMeaning.Other && entry.Answers.Contains(obstacle.Code)) yield return new Reason.EasesObstacle(obstacle.Code);
    }
}
