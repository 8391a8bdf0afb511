using Diapason.Design;
using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>One page with what its fields hold: the stored answers or, after a refusal, what was typed and what is wrong with it.</summary>
internal sealed class FilledPage(PageScreen screen, Route route, PagePost? refused, string language)
{
    public PageScreen Screen => screen;

    /// <summary>The questions the route shows.</summary>
    public IEnumerable<FilledQuestion> Questions
    {
        get
        {
            foreach (var question in screen.Questions)
                if (route.Shows(question.Question)) yield return new FilledQuestion(this, question);
        }
    }

    public IReadOnlyList<FieldError> Errors { get; } = refused is null
        ? []
        : [.. refused.Problems.Select(problem => new FieldError(problem.Field.Name, FieldMessages.Say(problem, screen)))];

    public IReadOnlyList<string> Values(Field field) => refused is not null ? refused.Typed(field) : field.Values(route.Answers, language);

    public string? Error(Field field) => refused?.ProblemOf(field) is { } problem ? FieldMessages.Say(problem, screen) : null;
}
