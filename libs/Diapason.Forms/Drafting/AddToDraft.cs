using System.Globalization;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Adds sections, pages and questions to a draft, or copies of its own: what is added is empty, and its place is given back.</summary>
public static class AddToDraft
{
    /// <summary>A section after the place's own, or at the end.</summary>
    /// <param name="draft">What it is added to.</param>
    /// <param name="after">What it follows.</param>
    /// <param name="number">Never given before to anything of the draft, so that whoever still has another unnamed section open does not write on this one.</param>
    public static (Draft Draft, DraftPlace Place) Section(Draft draft, DraftPlace after, int number = 0)
    {
        var section = new DraftSection { Code = NewCode.Section(draft, NewCode.StandIn(NewCode.StandInSection, number)) };
        return draft.SectionOf(after) is { } before
            ? (draft.With(DraftPlace.Of(before), before, section), DraftPlace.Of(section))
            : (draft with { Sections = [.. draft.Sections, section] }, DraftPlace.Of(section));
    }

    /// <summary>A question on a page of its own: after the place's page, or at the end of its section.</summary>
    public static (Draft Draft, DraftPlace Place) QuestionOnItsPage(Draft draft, DraftPlace after, string kind, int number = 0)
    {
        var question = New(draft, kind, number);
        var page = new DraftPage { Code = NewCode.Page(draft, question.Code), Questions = [question] };
        var place = DraftPlace.Of(page, question);
        if (after.Kind is DraftPlaceKind.Page or DraftPlaceKind.Question && draft.PageOf(after) is { } before) return (draft.With(DraftPlace.Of(before), before, page), place);
        if (draft.SectionOf(after) is { } section) return (draft.With(DraftPlace.Of(section), section with { Pages = [.. section.Pages, page] }), place);
        return draft.Sections is [.., var last] ? (draft.With(DraftPlace.Of(last), last with { Pages = [.. last.Pages, page] }), place) : (draft, DraftPlace.Heading);
    }

    /// <summary>A question at the end of the place's page.</summary>
    public static (Draft Draft, DraftPlace Place) QuestionOnPage(Draft draft, DraftPlace on, string kind, int number = 0)
    {
        if (draft.PageOf(on) is not { } page) return (draft, on);
        var question = New(draft, kind, number);
        var longer = page with { Questions = [.. page.Questions, question] };
        return (draft.With(DraftPlace.Of(page), longer), DraftPlace.Of(longer, question));
    }

    /// <summary>A copy beside the thing, with codes of its own; what it holds is copied with it.</summary>
    public static (Draft Draft, DraftPlace Place) Copy(Draft draft, DraftPlace of)
    {
        var taken = draft;
        switch (draft.Find(of))
        {
            case DraftQuestion question when draft.PageOf(of) is { } page:
                var twin = question with { Code = NewCode.Question(draft, question.Code) };
                var copied = draft.With(of, question, twin);
                return (copied, new(DraftPlaceKind.Question, page.Code, twin.Code));
            case DraftPage page:
                var same = Twin(page, ref taken);
                return (draft.With(of, page, same), DraftPlace.Of(same));
            case DraftSection section:
                var pages = new List<DraftPage>();
                foreach (var page in section.Pages) pages.Add(Twin(page, ref taken));
                var other = section with { Code = NewCode.Section(draft, section.Code), Pages = pages };
                return (draft.With(of, section, other), DraftPlace.Of(other));
            default:
                return (draft, of);
        }
    }

    // Codes already given to the copy are taken too.
    private static DraftPage Twin(DraftPage page, ref Draft taken)
    {
        var (code, questions) = (NewCode.Page(taken, page.Code), new List<DraftQuestion>());
        foreach (var question in page.Questions)
        {
            var twin = question with { Code = NewCode.Question(taken, question.Code) };
            questions.Add(twin);
            taken = taken with { Sections = [.. taken.Sections, Holding(code, twin)] };
        }

        return page with { Code = code, Questions = questions };
    }

    private static DraftSection Holding(string page, DraftQuestion question) => new() { Code = "", Pages = [new() { Code = page, Questions = [question] }] };

    private static DraftQuestion New(Draft draft, string kind, int number) => ChangeKind.Of(new() { Code = NewCode.Question(draft, NewCode.StandIn(NewCode.StandInQuestion, number)), Kind = kind }, kind);
}

/// <summary>Codes that nothing of a draft bears.</summary>
public static class NewCode
{
    /// <summary>What a question and a section bear until they say something.</summary>
    public const string StandInQuestion = "question", StandInSection = "section";

    /// <summary>For a section.</summary>
    public static string Section(Draft draft, string wanted) => Free(wanted, CodeKind.Name, draft.Sections.Select(section => section.Code));

    /// <summary>For a page.</summary>
    public static string Page(Draft draft, string wanted) => Free(wanted, CodeKind.Name, draft.Pages.Select(page => page.Code));

    /// <summary>For a question: no question, item of a question nor calculation bears it.</summary>
    public static string Question(Draft draft, string wanted) =>
        Free(wanted, CodeKind.Question, [.. draft.Questions.Select(one => one.Question.Code), .. draft.Calculations.Select(one => one.Code)]);

    /// <summary>Whether a question or a calculation bears a code.</summary>
    public static bool IsTaken(Draft draft, string code) => draft.Questions.Any(one => one.Question.Code == code) || draft.Calculations.Any(one => one.Code == code);

    /// <summary>What somebody typed, spelt as a code of a section, a page or a question.</summary>
    public static string Spell(string typed) => FormCodes.Spell(typed, CodeKind.Question);

    /// <summary>What somebody typed, spelt as a code of an option or an item.</summary>
    public static string SpellOption(string typed, bool isItem) => FormCodes.Spell(typed, isItem ? CodeKind.Name : CodeKind.Option);

    /// <summary>For an option or an item of a list, spelt after its words.</summary>
    /// <param name="taken">The codes of the list.</param>
    /// <param name="words">What the option says.</param>
    /// <param name="isItem">An item, whose code starts with a letter.</param>
    public static string Option(IEnumerable<string> taken, LocalizedText words, bool isItem)
    {
        var kind = isItem ? CodeKind.Name : CodeKind.Option;
        return Free(WordsOfCode.All(words) is { Length: > 0 } spelt ? spelt : "choix", kind, taken);
    }

    internal static string StandIn(string word, int number) => number == 0 ? word : string.Create(CultureInfo.InvariantCulture, $"{word}_{number}");

    /// <summary>Whether nobody chose this code: it holds the place of one that is made from words.</summary>
    public static bool IsStandIn(string code) =>
        Array.Exists([StandInQuestion, StandInSection], word => code == word || (code.StartsWith(word + "_", StringComparison.Ordinal) && code.AsSpan(word.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0));

    /// <summary>The code of a section, a page or a question made from its title; its own while it has none.</summary>
    /// <param name="draft">What holds it.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="title">What it says.</param>
    public static string OfWords(Draft draft, DraftPlace place, LocalizedText title)
    {
        if (draft.Find(place) is not { } part || WordsOfCode.Telling(title) is not { Length: > 0 } spelt) return draft.Find(place)?.Code ?? "";
        var others = draft.With(place);
        return part switch
        {
            DraftSection => Section(others, spelt),
            DraftPage => Page(others, spelt),
            _ => Question(others, spelt),
        };
    }

    private static string Free(string wanted, CodeKind kind, IEnumerable<string> taken)
    {
        var known = taken.ToHashSet(StringComparer.Ordinal);
        var code = FormCodes.Spell(wanted, kind);
        var free = code;
        for (var next = 2; known.Contains(free); next++) free = $"{code}_{next}";
        return free;
    }
}
