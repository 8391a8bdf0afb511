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
internal sealed class QuickModel(CurrentPath path, PassingCookie passing, Texts<NeedsModule> texts) : ReferencePage(path)
{
    private const string Typed = PassingCookie.Quick;

    [BindProperty]
    public QuickAnswers Input { get; set; } = new();

    /// <summary>In the order of the page, which the model state does not keep.</summary>
    public List<FieldError> Errors { get; } = [];

    public void OnGet()
    {
        var typed = passing.Read(Typed);
        if (typed.Count > 0) Input = QuickAnswers.From(typed);
        else if (Path.Read()?.Profile is { Heard: NeedOrigin.QuickQuestions } known)
            Input = new QuickAnswers { Status = known.Status, Link = known.Link, Task = known.Task, Obstacle = known.Obstacle, Goal = known.Goal };
        if (WasRefused) CheckAll();
    }

    public IActionResult OnPost()
    {
        var known = Known(Input);
        if (Leaving(NeedsLinks.Start) is { } elsewhere)
        {
            // A path already found is worth more than a form begun again.
            if (Path.Read() is { IsComplete: true }) passing.Keep(Typed, known.Fields);
            else Path.Keep(Begun(known));
            return this.SeeOther(elsewhere);
        }

        CheckAll();
        if (Errors.Count > 0)
        {
            passing.Keep(Typed, known.Fields);
            return this.SeeOther(NeedsLinks.Quick.With("refused", "true"));
        }

        passing.Forget(Typed);
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
            Limits = Path.Read()?.Profile.Limits,
            Region = Path.Read()?.Profile.Region,
            Discipline = Path.Read()?.Profile.Discipline,
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

    private void CheckAll()
    {
        var quick = Reference.Quick;
        Check(quick.Status, Input.Status, nameof(Input.Status));
        Check(quick.Link, Input.Link, nameof(Input.Link));
        Check(quick.Task, Input.Task, nameof(Input.Task));
        Check(quick.Obstacle, Input.Obstacle, nameof(Input.Obstacle));
        Check(quick.Goal, Input.Goal, nameof(Input.Goal));
    }

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

    /// <summary>What was chosen, by field.</summary>
    public IReadOnlyDictionary<string, string> Fields => new Dictionary<string, string?>
    {
        [nameof(Status)] = Status,
        [nameof(Link)] = Link,
        [nameof(Task)] = Task,
        [nameof(Obstacle)] = Obstacle,
        [nameof(Goal)] = Goal,
    }.Where(chosen => chosen.Value is not null).ToDictionary(chosen => chosen.Key, chosen => chosen.Value!);

    public static QuickAnswers From(IReadOnlyDictionary<string, string> fields) => new()
    {
        Status = fields.GetValueOrDefault(nameof(Status)),
        Link = fields.GetValueOrDefault(nameof(Link)),
        Task = fields.GetValueOrDefault(nameof(Task)),
        Obstacle = fields.GetValueOrDefault(nameof(Obstacle)),
        Goal = fields.GetValueOrDefault(nameof(Goal)),
    };
}
