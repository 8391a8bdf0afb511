using System.Collections.Frozen;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>A questionnaire ready to be answered: sections, pages, questions, and every variable they yield. Never changes once read.</summary>
public sealed class Questionnaire
{
    private readonly FrozenDictionary<string, Variable> _variables;
    private readonly FrozenDictionary<string, Page> _pages;

    internal Questionnaire(Heading heading, IReadOnlyList<Section> sections, IReadOnlyList<Calculation> calculations)
    {
        Calculations = calculations;
        Heading = heading;
        Sections = sections;
        Pages = [.. sections.SelectMany(section => section.Pages)];
        Questions = [.. Pages.SelectMany(page => page.Questions)];
        Variables = [.. Questions.SelectMany(question => question.Variables)];
        for (var i = 0; i < Pages.Count; i++) Pages[i].Index = i;
        for (var i = 0; i < Questions.Count; i++) Questions[i].Index = i;
        for (var i = 0; i < sections.Count; i++) (sections[i].Index, sections[i].Questionnaire) = (i, this);
        foreach (var section in sections)
            foreach (var page in section.Pages) Attach(page, section);
        Worked = [.. calculations, .. Questions.Select(question => question.Calculation).OfType<Calculation>()];
        for (var i = 0; i < Worked.Count; i++) Worked[i].Index = i;
        Weight = Pages.Sum(page => page.Weight);
        _variables = Variables.ToFrozenDictionary(variable => variable.Code, StringComparer.Ordinal);
        _pages = Pages.ToFrozenDictionary(page => page.Code, StringComparer.Ordinal);
    }

    /// <summary>Code, version, title, languages, length and consent text.</summary>
    public Heading Heading { get; }

    /// <summary>The questionnaire's stable code.</summary>
    public string Code => Heading.Code;

    /// <summary>The version of its text, as its authors wrote it.</summary>
    public string Version => Heading.Version;

    /// <summary>Its title.</summary>
    public LocalizedText Title => Heading.Title;

    /// <summary>How many minutes it takes in full.</summary>
    public int Minutes => Heading.Minutes;

    /// <summary>The text consented to, with its own version.</summary>
    public ConsentText Consent => Heading.Consent;

    /// <summary>The sections, in order.</summary>
    public IReadOnlyList<Section> Sections { get; }

    /// <summary>A text of it as nobody in particular reads it: each answer it quotes is named by the title of its question.</summary>
    /// <param name="text">A title, a hint, an introduction.</param>
    public LocalizedText Titled(LocalizedText text) => text.All.Any(pair => QuotedAnswers.IsIn(pair.Value))
        ? text.Map((language, said) => QuotedAnswers.Titled(said, code => FindVariable(code)?.Question.Title.In(language))) : text;

    /// <summary>Every page, in order, shown or not.</summary>
    public IReadOnlyList<Page> Pages { get; }

    /// <summary>Every question, in order, notes included.</summary>
    public IReadOnlyList<Question> Questions { get; }

    /// <summary>Every variable, in order: the columns of an export and the lines of a codebook.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>What is worked out from answers, in the order in which it can be.</summary>
    public IReadOnlyList<Calculation> Calculations { get; }

    /// <summary>All that is worked out, questions' values after calculations.</summary>
    internal IReadOnlyList<Calculation> Worked { get; }

    internal int Weight { get; }

    /// <summary>The variable of a code, or <see langword="null"/>.</summary>
    public Variable? FindVariable(string code) => _variables.GetValueOrDefault(code);

    /// <summary>The page of a code, or <see langword="null"/>.</summary>
    public Page? FindPage(string code) => _pages.GetValueOrDefault(code);

    /// <summary>Decides what is shown to someone who gave these answers.</summary>
    /// <param name="answers">What they answered so far.</param>
    /// <param name="now">The moment, in the time of the place, for expressions that ask the day; without one, <c>today()</c> is no day.</param>
    public Route RouteFor(AnswerSet answers, DateTime? now = null) => new(this, answers, now);

    private static void Attach(Page page, Section section)
    {
        page.Section = section;
        foreach (var question in page.Questions) question.Page = page;
        page.Weight = page.Questions.Sum(question => question.Weight);
    }
}

/// <summary>What a questionnaire says of itself.</summary>
public sealed record Heading
{
    /// <summary>The questionnaire's stable code.</summary>
    public required string Code { get; init; }

    /// <summary>The version of its text.</summary>
    public required string Version { get; init; }

    /// <summary>Its title.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The languages it is complete in.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>How many minutes it takes in full.</summary>
    public required int Minutes { get; init; }

    /// <summary>The text consented to.</summary>
    public required ConsentText Consent { get; init; }
}

/// <summary>The text a person consents to; its version is kept with their answer.</summary>
public sealed record ConsentText(string Version, LocalizedText Text);

/// <summary>A part of a questionnaire with a title of its own.</summary>
public sealed class Section
{
    /// <summary>The section's stable code.</summary>
    public required string Code { get; init; }

    /// <summary>Its title, shown in the progress line.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>When it is shown; always when <see langword="null"/>.</summary>
    public Condition? When { get; init; }

    /// <summary>Its pages, in order.</summary>
    public required IReadOnlyList<Page> Pages { get; init; }

    /// <summary>Its questionnaire.</summary>
    public Questionnaire Questionnaire { get; internal set; } = null!;

    /// <summary>Its place among the sections, from zero.</summary>
    public int Index { get; internal set; }
}

/// <summary>One screen: one idea, a few questions, saved as it is posted.</summary>
public sealed class Page
{
    /// <summary>The page's stable code, fit for an address.</summary>
    public required string Code { get; init; }

    /// <summary>Its title; the only question's title when it was given none.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>Whether the title was written for the page, rather than borrowed from its only question.</summary>
    public required bool HasOwnTitle { get; init; }

    /// <summary>A sentence under the title; may be empty.</summary>
    public LocalizedText Intro { get; init; } = LocalizedText.Empty;

    /// <summary>The margin note “Why this question?”.</summary>
    public LocalizedText Why { get; init; } = LocalizedText.Empty;

    /// <summary>The margin note “Who will see this?”.</summary>
    public LocalizedText Who { get; init; } = LocalizedText.Empty;

    /// <summary>When it is shown; always when <see langword="null"/>.</summary>
    public Condition? When { get; init; }

    /// <summary>Its questions, in order.</summary>
    public required IReadOnlyList<Question> Questions { get; init; }

    /// <summary>Its section.</summary>
    public Section Section { get; internal set; } = null!;

    /// <summary>Its place among all pages, from zero.</summary>
    public int Index { get; internal set; }

    /// <summary>Its share of the questionnaire's length, in arbitrary units.</summary>
    internal int Weight { get; set; }
}
