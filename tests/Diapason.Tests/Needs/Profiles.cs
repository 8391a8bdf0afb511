using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Reference;

namespace Diapason.Tests.Needs;

/// <summary>Invented persons, always the same for a seed.</summary>
internal static class Profiles
{
    public static IEnumerable<(Profile Profile, string[] Dismissed, DateOnly Today)> Random(int count)
    {
        var random = new Random(20261122);
        var reference = DemonstrationKit.Reference;
        for (var i = 0; i < count; i++)
        {
            var profile = One(random, reference);
            var dismissed = reference.Offer.Entries.Select(e => e.Code).Where(_ => random.Next(8) == 0).ToArray();
            yield return (profile, dismissed, new DateOnly(2026, 6, 1).AddDays(random.Next(700)));
        }
    }

    /// <summary>A person who answered the quick questions, with these levels.</summary>
    public static Profile Quick(string task, string obstacle, string goal, params (string Competency, int Level)[] levels) => new()
    {
        Heard = NeedOrigin.QuickQuestions,
        Status = "employee",
        Link = "management",
        Task = task,
        Obstacle = obstacle,
        Goal = goal,
        Positions = levels.ToDictionary(l => l.Competency, l => new Position(l.Level)),
    };

    private static Profile One(Random random, NeedsReference reference)
    {
        var quick = reference.Quick;
        var asked = random.Next(2) == 0;
        return new Profile
        {
            Heard = asked ? NeedOrigin.QuickQuestions : NeedOrigin.SurveyAnswer,
            Status = Maybe(quick.Status),
            Link = Maybe(quick.Link),
            Role = asked ? null : "artist",
            Task = asked ? Maybe(quick.Task) : null,
            Obstacle = Maybe(quick.Obstacle),
            Goal = asked ? Maybe(quick.Goal) : null,
            Piles = asked ? new Dictionary<string, TaskPile>() : quick.Task.Options.Where(_ => random.Next(2) == 0).ToDictionary(t => t.Code, _ => (TaskPile)random.Next(1, 4)),
            Does = asked ? [] : [.. reference.Answers!.Does.Codes.Values.Where(_ => random.Next(4) == 0)],
            Positions = reference.Framework.Competencies.Where(_ => random.Next(3) > 0).ToDictionary(
                c => c.Code, _ => new Position(random.Next(4), asked ? null : random.Next(3) switch { 0 => null, 1 => true, _ => false })),
        };

        string? Maybe(QuickQuestion question) => random.Next(6) == 0 ? null : question.Options[random.Next(question.Options.Count)].Code;
    }
}
