using Diapason.Design;
using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>One page with what its fields hold: the stored answers or, when some could not be read, what was typed and what is wrong with it.</summary>
internal sealed class FilledPage(PageScreen screen, Route route, PagePost? typed, string language)
{
    /// <summary>A page opened again: what was typed there and is not an answer yet is shown as it was, with what is wrong beside it.</summary>
    public static FilledPage Opened(PageScreen screen, Route route, TypedFields typed, string language) =>
        new(screen, route, typed.HasAny(screen.Page) ? PagePost.Read(screen.Page, route, Held(screen.Page, route, typed, language)) : null, language) { IsRefused = false };

    /// <summary>What a draft holds for the fields of a page, as they would show it.</summary>
    public static PostedFields Held(Page page, Route route, TypedFields typed, string language) => name => typed.Of(name) ?? Stored(page, route, name, language);

    /// <summary>A page that was refused, asked again: what is still wrong with it is in the summary; a page mended meanwhile has none.</summary>
    public static FilledPage ToMend(PageScreen screen, Route route, TypedFields typed, string language)
    {
        var post = PagePost.Read(screen.Page, route, Held(screen.Page, route, typed, language));
        return new(screen, route, post.IsValid ? null : post, language);
    }

    public PageScreen Screen => screen;

    public string Title => Fill(screen.Title);

    public IEnumerable<string> Intro => screen.Intro.Select(Fill);

    /// <summary>The questions that hold something which cannot be read, by their titles.</summary>
    public IReadOnlyList<string> Unread => typed is null
        ? []
        : [.. typed.Problems.Where(problem => problem.Code != FieldProblemCodes.Required).Select(problem => Fill(FieldMessages.LabelOf(problem, screen))).Distinct()];

    /// <summary>The questions the route shows.</summary>
    public IEnumerable<FilledQuestion> Questions
    {
        get
        {
            foreach (var question in screen.Questions)
                if (route.Shows(question.Question) && question.Question.IsSeen) yield return new FilledQuestion(this, question);
        }
    }

    /// <summary>The page answers a form that was just refused: the summary says what to mend.</summary>
    public bool IsRefused { get; private init; } = typed is not null;

    public IReadOnlyList<FieldError> Errors => typed is null || !IsRefused
        ? []
        : [.. typed.Problems.Select(problem => new FieldError(problem.Field.Name, Fill(FieldMessages.SayFrom(problem, screen))))];

    /// <summary>Whether no field of the page holds anything.</summary>
    public bool IsBlank => Questions.All(question => question.Question.Fields.All(one => Values(one).Count == 0));

    /// <summary>Nothing on it is answered: words to read, values worked out.</summary>
    public bool IsToRead => Questions.All(question => question.Question.Fields.Count == 0);

    /// <summary>Whether one may go on without answering anything.</summary>
    public bool MayPass => !IsToRead && Questions.All(question => !question.Question.Required);

    /// <summary>What one may choose, rather than answer, on a page that wants an answer; empty when there is nothing of the sort.</summary>
    public IReadOnlyList<string> Instead =>
        [.. Questions.Where(question => question.Question.Required).SelectMany(question => question.Question.MissingOptions).Select(option => Screens.Say(option.Label, language)).Distinct()];

    /// <summary>The choices of a question's field that this person sees, in the order in which they do.</summary>
    public IEnumerable<Option> Shown(Question question, Field field) => question.IsShuffled || question.Filtered.Count > 0 ? route.Shown(question, field.Choices) : field.Choices;

    /// <summary>The options to be ranked, in the order in which this person sees them; none where nothing is.</summary>
    public IEnumerable<Option> ShownRanked(Question question) => route.Shown(question, [.. question.Fields.Select(field => field.Ranked).OfType<Option>()]);

    /// <summary>What is worked out for this person, in words; empty when nothing could be.</summary>
    public string Worked(Question question) => string.Join(", ", question.Variables[0].Say(route.Worked(question), language));

    /// <summary>A text with the answers it quotes.</summary>
    public string Fill(string text) => QuotedAnswers.Fill(text, route, language);

    public IReadOnlyList<string> Values(Field field) => typed is not null ? typed.Typed(field) : field.Values(route.Answers, language);

    // Nobody is told that an answer is missing from a page they have only opened.
    public string? Error(Field field) => typed?.ProblemOf(field) is { } problem && (IsRefused || problem.Code != FieldProblemCodes.Required) ? FieldMessages.Say(problem, screen) : null;

    private static IReadOnlyList<string> Stored(Page page, Route route, string name, string language)
    {
        foreach (var question in page.Questions)
            foreach (var field in question.Fields)
                if (field.Name == name) return field.Values(route.Answers, language);
        return [];
    }
}
