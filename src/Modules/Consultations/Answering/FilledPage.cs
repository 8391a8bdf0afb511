using Diapason.Design;
using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>One page with what its fields hold: the stored answers or, after a refusal, what was typed and what is wrong with it.</summary>
internal sealed class FilledPage(PageScreen screen, Route route, PagePost? refused, string language)
{
    public PageScreen Screen => screen;

    /// <summary>The questions the route shows.</summary>
    public IEnumerable<QuestionScreen> Questions
    {
        get
        {
            foreach (var question in screen.Questions)
                if (route.Shows(question.Question)) yield return question;
        }
    }

    public IReadOnlyList<FieldError> Errors { get; } = refused is null
        ? []
        : [.. refused.Problems.Select(problem => new FieldError(problem.Field.Name, FieldMessages.Say(problem, screen)))];

    public IReadOnlyList<string> Values(Field field) => refused is not null ? refused.Typed(field) : field.Values(route.Answers, language);

    public string? Value(Field field) => Values(field) is [var first, ..] ? first : null;

    public IReadOnlyCollection<string> Chosen(Field field) => Values(field);

    public string? Error(Field field) => refused?.ProblemOf(field) is { } problem ? FieldMessages.Say(problem, screen) : null;

    /// <summary>The choices, with the line that specifies « other » filled in when there is one.</summary>
    public IReadOnlyList<Choice> Choices(QuestionScreen question)
    {
        if (question.Other is not { } other) return question.Choices;
        var specify = new Specify(other.Name, FieldMessages.SpecifyLabel, Value(other), Error(other), other.MaxLength);
        return [.. question.Choices.Select(choice => choice.Value == question.OtherChoice ? choice with { Specify = specify } : choice)];
    }

    public IReadOnlyList<Statement> Statements(QuestionScreen question) =>
        [.. question.Items.Select(item => Statement(item.Fields[0], item.Text))];

    public IReadOnlyList<StatementPair> Pairs(QuestionScreen question) =>
        [.. question.Items.Select(item => new StatementPair(item.Text, Statement(item.Fields[0], ""), Statement(item.Fields[1], "")))];

    private Statement Statement(Field field, string text) => new(field.Name, text, Value(field), Error(field));
}
