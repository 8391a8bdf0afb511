using Diapason.Design;
using Diapason.Needs.Contracts;
using Diapason.Needs.Matching;
using Diapason.Needs.Paths;
using Diapason.Needs.Reference;
using Diapason.Platform.Language;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;

namespace Diapason.Needs.Pages.NextSteps;

/// <summary>The first five quick questions, all on the context.</summary>
internal sealed class QuickModel(CurrentPath path, Texts<NeedsModule> texts) : ReferencePage(path)
{
    [BindProperty]
    public QuickAnswers Input { get; set; } = new();

    /// <summary>In the order of the page, which the model state does not keep.</summary>
    public List<FieldError> Errors { get; } = [];

    public void OnGet()
    {
        if (Path.Read()?.Profile is { Heard: NeedOrigin.QuickQuestions } known)
            Input = new QuickAnswers { Status = known.Status, Link = known.Link, Task = known.Task, Obstacle = known.Obstacle, Goal = known.Goal };
    }

    public IActionResult OnPost()
    {
        if (Leaving(NeedsLinks.Start) is { } elsewhere)
        {
            // A path already found is worth more than a form begun again.
            if (Path.Read() is not { IsComplete: true }) Path.Keep(Begun(Known(Input)));
            return this.SeeOther(elsewhere);
        }

        var quick = Reference.Quick;
        Check(quick.Status, Input.Status, nameof(Input.Status));
        Check(quick.Link, Input.Link, nameof(Input.Link));
        Check(quick.Task, Input.Task, nameof(Input.Task));
        Check(quick.Obstacle, Input.Obstacle, nameof(Input.Obstacle));
        Check(quick.Goal, Input.Goal, nameof(Input.Goal));
        if (Errors.Count > 0) return this.Refused();
        Path.Keep(Begun(Input));
        return this.SeeOther(NeedsLinks.Positions);
    }

    /// <summary>The context just said, with the levels already chosen on the next page: they are shown there again.</summary>
    private PathState Begun(QuickAnswers said) => new()
    {
        Profile = new Profile
        {
            Heard = NeedOrigin.QuickQuestions,
            Status = said.Status,
            Link = said.Link,
            Task = said.Task,
            Obstacle = said.Obstacle,
            Goal = said.Goal,
            Positions = Path.Read()?.Profile is { Heard: NeedOrigin.QuickQuestions } before ? before.Positions : new Dictionary<string, Position>(),
        },
    };

    /// <summary>Nothing but what the page offers is kept.</summary>
    private QuickAnswers Known(QuickAnswers said)
    {
        var quick = Reference.Quick;
        return new QuickAnswers
        {
            Status = quick.Status.Option(said.Status)?.Code,
            Link = quick.Link.Option(said.Link)?.Code,
            Task = quick.Task.Option(said.Task)?.Code,
            Obstacle = quick.Obstacle.Option(said.Obstacle)?.Code,
            Goal = quick.Goal.Option(said.Goal)?.Code,
        };
    }

    public static IReadOnlyList<Choice> Choices(QuickQuestion question) =>
        [.. question.Options.Select(o => new Choice(o.Code, o.Name.Here, Apart: o.Apart))];

    private void Check(QuickQuestion question, string? answer, string field)
    {
        if (question.Option(answer) is not null) return;
        Errors.Add(new FieldError($"{nameof(Input)}.{field}", texts["quick.missing", question.Title.Here]));
        ModelState.AddModelError(Errors[^1].Name!, Errors[^1].Message);
    }
}

internal sealed record QuickAnswers
{
    public string? Status { get; init; }
    public string? Link { get; init; }
    public string? Task { get; init; }
    public string? Obstacle { get; init; }
    public string? Goal { get; init; }
}
