using Diapason.Consultations.Images;
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

    /// <summary>As nobody in particular reads it: an answer that is quoted by its name, in brackets.</summary>
    internal static string Say(LocalizedText text, string language) => QuotedAnswers.Named(Quoting(text, language));

    /// <summary>As it is to be filled with the answers it quotes.</summary>
    internal static string Quoting(LocalizedText text, string language) => text.Typeset().In(language);

    internal static IReadOnlyList<string> Paragraphs(string text) =>
        text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static PageScreen Draw(Page page, string language) => new()
    {
        Page = page,
        Title = Quoting(page.Title, language),
        SectionTitle = Say(page.Section.Title, language),
        Language = language,
        HasHeading = page.HasOwnTitle,
        Intro = Paragraphs(Quoting(page.Intro, language)),
        Why = Say(page.Why, language),
        Who = Say(page.Who, language),
        Questions = [.. page.Questions.Select(question => new QuestionScreen(question, language))],
    };
}

/// <summary>One page's texts and questions.</summary>
internal sealed record PageScreen
{
    public required Page Page { get; init; }
    public required string Language { get; init; }
    /// <summary>As it is to be filled with the answers it quotes, as its introduction is.</summary>
    public required string Title { get; init; }

    public required string SectionTitle { get; init; }

    /// <summary>Whether the page's title is its h1; otherwise its only question is.</summary>
    public required bool HasHeading { get; init; }

    public required IReadOnlyList<string> Intro { get; init; }
    public required string Why { get; init; }
    public required string Who { get; init; }
    public required IReadOnlyList<QuestionScreen> Questions { get; init; }
}

/// <summary>One question's texts and choices, and the partial view that shows its kind.</summary>
internal sealed class QuestionScreen
{
    private readonly string _language;
    private readonly Dictionary<IReadOnlyList<Option>, IReadOnlyList<Choice>> _choices = new(ReferenceEqualityComparer.Instance);

    public QuestionScreen(Question question, string language)
    {
        _language = language;
        Question = question;
        View = question.Accept(QuestionViews.Names);
        Title = Screens.Quoting(question.Title, language);
        Hint = Screens.Quoting(question.Hint, language);
        Other = question.Other;
        OtherChoice = Other is null ? null : question.Fields[0].Choices.First(o => o.Other).Code;
        Items = [.. question.Items.Select(item => new ItemScreen(Say(item.Label), [.. question.FieldsOf(item)]))];
        Labels = question.Fields.ToDictionary(f => f, f => f.Variable.Item is { } item ? Say(item.Label) : Title);
        // Fields that show the same list, such as statements on one scale, share its choices.
        foreach (var field in question.Fields)
            if (!_choices.ContainsKey(field.Choices)) _choices[field.Choices] = Draw(field.Choices);
    }

    public Question Question { get; }

    public string View { get; }

    /// <summary>As it is to be filled with the answers it quotes, as its hint is.</summary>
    public string Title { get; }

    public string Hint { get; }

    public Field? Other { get; }

    /// <summary>The choice that asks to be specified.</summary>
    public string? OtherChoice { get; }

    public IReadOnlyList<ItemScreen> Items { get; }

    /// <summary>What a message about a field calls it.</summary>
    public IReadOnlyDictionary<Field, string> Labels { get; }

    /// <summary>What the field offers to choose, missing kinds last.</summary>
    public IReadOnlyList<Choice> Choices(Field field) => _choices[field.Choices];

    public string Say(LocalizedText text) => Screens.Say(text, _language);

    public string Quoting(LocalizedText text) => Screens.Quoting(text, _language);

    private IReadOnlyList<Choice> Draw(IReadOnlyList<Option> options) =>
        [.. options.Select(option => new Choice(option.Code, Say(option.Label), option.Hint.IsEmpty ? null : Say(option.Hint), option.Missing != MissingKind.None)
        {
            Exclusive = option.Exclusive || option.Missing != MissingKind.None,
            Image = option.Image is { IsKept: true } image ? new(ImageEndpoint.Path(image.Name), Say(image.Alternative), image.Width, image.Height) : null,
        })];
}

/// <summary>One statement, task or competency, with its one or two fields.</summary>
internal sealed record ItemScreen(string Text, IReadOnlyList<Field> Fields);
