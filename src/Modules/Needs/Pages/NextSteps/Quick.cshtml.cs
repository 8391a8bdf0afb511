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
        var quick = Reference.Quick;
        Check(quick.Status, Input.Status, nameof(Input.Status));
        Check(quick.Link, Input.Link, nameof(Input.Link));
        Check(quick.Task, Input.Task, nameof(Input.Task));
        Check(quick.Obstacle, Input.Obstacle, nameof(Input.Obstacle));
        Check(quick.Goal, Input.Goal, nameof(Input.Goal));
        if (Errors.Count > 0) return this.Refused();
        Path.Keep(new PathState
        {
            Profile = new Profile
            {
                Heard = NeedOrigin.QuickQuestions,
                Status = Input.Status,
                Link = Input.Link,
                Task = Input.Task,
                Obstacle = Input.Obstacle,
                Goal = Input.Goal,
            },
        });
        return this.SeeOther(NeedsLinks.Positions);
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
