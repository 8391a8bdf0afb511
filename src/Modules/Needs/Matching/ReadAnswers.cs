using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Matching;

/// <summary>Turns a person's answers to the questionnaire, by variable and code, into what the engine knows of them.</summary>
internal sealed class ReadAnswers(NeedsReference reference)
{
    private static readonly string[] ObstacleVariables = ["obstacle_employee", "obstacle_self", "obstacle_org"];

    /// <param name="answer">The code chosen for a variable; null when it was not asked, skipped or declined.</param>
    public Profile From(Func<string, string?> answer)
    {
        var reading = reference.Quick.Answers;
        var role = answer("role");
        return new Profile
        {
            Heard = NeedOrigin.SurveyAnswer,
            Status = answer("status"),
            Role = role,
            Link = reading.RoleLinks.GetValueOrDefault(role ?? ""),
            Obstacle = ObstacleVariables.Select(answer).FirstOrDefault(o => reference.Framework.Obstacle(o) is not null),
            Piles = Piles(answer),
            Positions = Positions(answer, reading),
        };
    }

    private Dictionary<string, TaskPile> Piles(Func<string, string?> answer)
    {
        var piles = new Dictionary<string, TaskPile>();
        foreach (var task in reference.Quick.Task.Options)
        {
            var pile = answer($"piles.{task.Code}") switch { "hand" => TaskPile.Hand, "keep" => TaskPile.Keep, "skill" => TaskPile.Human, _ => TaskPile.Mixed };
            if (pile != TaskPile.Mixed) piles[task.Code] = pile;
        }

        return piles;
    }

    private Dictionary<string, Position> Positions(Func<string, string?> answer, AnswersReading reading)
    {
        var positions = new Dictionary<string, Position>();
        foreach (var competency in reference.Framework.Competencies)
        {
            if (answer($"comp.{competency.Code}.mastery") is not { } mastery || !reading.Mastery.TryGetValue(mastery, out var level)) continue;
            var importance = answer($"comp.{competency.Code}.importance") ?? "";
            positions[competency.Code] = new Position(level, reading.Important.Contains(importance) ? true : reading.Unimportant.Contains(importance) ? false : null);
        }

        return positions;
    }
}
