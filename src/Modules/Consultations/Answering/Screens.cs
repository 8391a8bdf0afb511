using Diapason.Design;
using Diapason.Forms;
using Diapason.Text;

namespace Diapason.Consultations.Answering;

/// <summary>A questionnaire in one language, every text and list of choices made once: drawing a page then allocates next to nothing.</summary>
internal sealed class Screens
{
    private readonly PageScreen[] _pages;

    public Screens(Questionnaire questionnaire, string language)
    {
        Language = language;
        _pages = [.. questionnaire.Pages.Select(page => Draw(page, language))];
        Title = Say(questionnaire.Title, language);
        Consent = Paragraphs(Say(questionnaire.Consent.Text, language));
    }

    public string Language { get; }

    public string Title { get; }

    /// <summary>The text consented to, paragraph by paragraph.</summary>
    public IReadOnlyList<string> Consent { get; }

    public PageScreen Of(Page page) => _pages[page.Index];

    internal static string Say(LocalizedText text, string language) => text.Typeset().In(language);

    internal static IReadOnlyList<string> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static PageScreen Draw(Page page, string language) => new()
    {
        Page = page,
        Title = Say(page.Title, language),
        SectionTitle = Say(page.Section.Title, language),
        HasHeading = page.HasOwnTitle,
        Intro = Paragraphs(Say(page.Intro, language)),
        Why = Say(page.Why, language),
        Who = Say(page.Who, language),
        Questions = [.. page.Questions.Select(question => new QuestionScreen(question, language))],
    };
}

/// <summary>One page's texts and questions.</summary>
internal sealed record PageScreen
{
    public required Page Page { get; init; }
    public required string Title { get; init; }
    public required string SectionTitle { get; init; }

    /// <summary>Whether the page's title is its h1; otherwise its only question is.</summary>
    public required bool HasHeading { get; init; }

    public required IReadOnlyList<string> Intro { get; init; }
    public required string Why { get; init; }
    public required string Who { get; init; }
    public required IReadOnlyList<QuestionScreen> Questions { get; init; }
}

/// <summary>One question's texts and choices.</summary>
internal sealed class QuestionScreen
{
    public QuestionScreen(Question question, string language)
    {
        Question = question;
        Title = Screens.Say(question.Title, language);
        Hint = Screens.Say(question.Hint, language);
        Body = Screens.Say(question.Body, language);
        Unit = Screens.Say(question.Limits.Unit, language);
        Choices = Draw(question.Fields is [var first, ..] ? first : null, language);
        Mastery = question.Kind == QuestionKind.Paired ? Draw(question.Fields[1], language) : [];
        MissingMark = question.Fields.FirstOrDefault(f => f.IsMissingMark);
        MissingChoices = MissingMark is null ? [] : Draw(MissingMark, language);
        Other = question.Fields.FirstOrDefault(f => f.IsOther);
        Items = [.. question.Items.Select(item => new ItemScreen(Screens.Say(item.Label, language), [.. question.FieldsOf(item)]))];
        OtherChoice = Other is null ? null : question.Options.First(o => o.Other).Code;
        Labels = question.Fields.ToDictionary(f => f, f => f.Variable.Item is { } item ? Screens.Say(item.Label, language) : Title);
    }

    public Question Question { get; }

    public string Title { get; }

    public string Hint { get; }

    public string Body { get; }

    public string Unit { get; }

    /// <summary>The options, scale or piles; importance for a pair.</summary>
    public IReadOnlyList<Choice> Choices { get; }

    public IReadOnlyList<Choice> Mastery { get; }

    public IReadOnlyList<Choice> MissingChoices { get; }

    /// <summary>A grid only when it is asked for and short enough to be read: four rows.</summary>
    public bool IsGrid => Question.Layout == QuestionLayout.Grid && Question.Items.Count <= 4;

    public Field? MissingMark { get; }

    public Field? Other { get; }

    /// <summary>The choice that asks to be specified.</summary>
    public string? OtherChoice { get; }

    public IReadOnlyList<ItemScreen> Items { get; }

    /// <summary>What a message about a field calls it.</summary>
    public IReadOnlyDictionary<Field, string> Labels { get; }

    private static IReadOnlyList<Choice> Draw(Field? field, string language) => field is null
        ? []
        : [.. field.Choices.Select(option => new Choice(option.Code, Screens.Say(option.Label, language), HintOf(option, language), option.Missing != MissingKind.None)
        {
            Exclusive = option.Exclusive || option.Missing != MissingKind.None,
        })];

    private static string? HintOf(Option option, string language) => option.Hint.IsEmpty ? null : Screens.Say(option.Hint, language);
}

/// <summary>One statement, task or competency, with its one or two fields.</summary>
internal sealed record ItemScreen(string Text, IReadOnlyList<Field> Fields);
