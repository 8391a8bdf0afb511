using Diapason.Needs.Contracts;
using Diapason.Needs.Reference;

namespace Diapason.Needs.Matching;

/// <summary>Turns a person's answers to the questionnaire, by variable and code, into what the engine knows of them. What each means is the kit's to say.</summary>
internal sealed class ReadAnswers(NeedsReference reference)
{
    /// <summary>As many answers alike, with nothing that tells one from another, are not levels.</summary>
    private const int Uniform = 5;

    /// <param name="answer">The code chosen for a variable; null when it was not asked, skipped or declined.</param>
    /// <param name="chosen">The codes ticked for a variable that admits several; none when left out.</param>
    public Profile From(Func<string, string?> answer, Func<string, IReadOnlyList<string>>? chosen = null)
    {
        if (reference.Answers is not { } reading) return new Profile { Heard = NeedOrigin.SurveyAnswer };
        var role = reading.Role.Read(answer);
        return new Profile
        {
            Heard = NeedOrigin.SurveyAnswer,
            Status = reading.Status.Read(answer),
            Role = role,
            Region = reading.Region.Read(answer),
            Discipline = reading.Discipline.Read(answer),
            Link = reading.Link.Read(answer) ?? reference.Framework.Roles.FirstOrDefault(r => r.Code == role)?.Link,
            Task = reading.Task.Read(answer),
            Goal = reading.Goal.Read(answer),
            Obstacle = reading.Obstacle.Read(answer),
            ObstacleSaid = reading.Obstacle.Said(answer),
            NeverUses = reading.Never.Read(answer) is not null,
            Piles = Piles(answer, reading),
            Does = chosen is null ? [] : reading.Does.ReadAll(chosen),
            Positions = Positions(answer, reading),
        };
    }

    private Dictionary<string, TaskPile> Piles(Func<string, string?> answer, AnswersReading reading)
    {
        var piles = new Dictionary<string, TaskPile>();
        foreach (var task in reference.Quick.Task.Options)
            if (reading.Pile.Read(answer, task.Code) is { } pile and not TaskPile.Mixed) piles[task.Code] = pile;
        return piles;
    }

    private Dictionary<string, Position> Positions(Func<string, string?> answer, AnswersReading reading)
    {
        var positions = new Dictionary<string, Position>();
        foreach (var competency in reference.Framework.Competencies)
            if (reading.Mastery.Read(answer, competency.Code) is { } level) positions[competency.Code] = new Position(level, reading.Importance.Read(answer, competency.Code));
        // The same level ticked all the way down says nothing of any of them.
        return positions.Count >= Uniform && positions.Values.Distinct().Count() == 1 ? [] : positions;
    }
}
