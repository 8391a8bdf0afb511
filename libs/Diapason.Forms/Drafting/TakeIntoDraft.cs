using System.Collections.Immutable;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>What came of copying questions from another draft.</summary>
/// <param name="Draft">The draft with them.</param>
/// <param name="Place">The first of them.</param>
/// <param name="Questions">How many.</param>
/// <param name="RulesLeft">Rules that were left out, since they ask about something that was not copied with them.</param>
public sealed record TakenQuestions(Draft Draft, DraftPlace Place, int Questions, int RulesLeft);

/// <summary>
/// Copies questions and sections of another draft into a draft: with codes of their own, the choices of lists they share, the words of the missing kinds they offer, and the rules
/// that hold among what is copied. Texts in languages that the draft does not have are left out.
/// </summary>
public sealed class TakeIntoDraft
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);
    private readonly Draft _from;
    private Draft _draft;
    private int _rulesLeft;

    private TakeIntoDraft(Draft draft, Draft from) => (_draft, _from) = (draft, WithoutConsent(from));

    /// <summary>Copies them after a place, in the order of the draft they come from.</summary>
    /// <param name="draft">The draft to copy into.</param>
    /// <param name="after">Questions come after this thing's page, sections after its section; at the end when it has none.</param>
    /// <param name="from">The draft they come from.</param>
    /// <param name="places">Questions and sections of it; what it has not is passed over, and so are a question of a section that is there and consent.</param>
    public static TakenQuestions Run(Draft draft, DraftPlace after, Draft from, IReadOnlyList<DraftPlace> places) => new TakeIntoDraft(draft, from).Take(after, places.ToHashSet());

    private TakenQuestions Take(DraftPlace after, HashSet<DraftPlace> places)
    {
        List<DraftSection> sections = [.. _from.Sections.Where(section => places.Contains(DraftPlace.Of(section)))];
        List<(DraftPage Page, DraftQuestion Question)> questions = [.. _from.Questions.Where(one => places.Contains(DraftPlace.Of(one.Page, one.Question)) && sections.TrueForAll(section => !section.Pages.Contains(one.Page)))];
        foreach (var question in questions.Select(one => one.Question).Concat(sections.SelectMany(section => section.Pages).SelectMany(page => page.Questions))) Name(question);
        List<DraftPage> pages = [.. questions.Select(one => Page(one.Page with { Questions = [one.Question], Texts = one.Page.Questions.Count == 1 ? one.Page.Texts : DraftPart.NoTexts }, one.Question.Code))];
        // A section's rule stays with it.
        _rulesLeft += questions.Select(one => _from.SectionOf(DraftPlace.Of(one.Page))!).Distinct().Count(section => section.When.Length > 0);
        var first = after;
        if (pages.Count > 0) Put(pages, after);
        if (pages.Count > 0) first = DraftPlace.Of(pages[0], pages[0].Questions[0]);
        foreach (var section in sections)
        {
            var copy = section with { Code = NewCode.Section(_draft, section.Code), Texts = Said(section.Texts), When = Rule(section.When), Pages = [.. section.Pages.Select(page => Page(page, page.Code))] };
            var before = _draft.SectionOf(first);
            _draft = before is null ? _draft with { Sections = [.. _draft.Sections, copy] } : _draft.With(DraftPlace.Of(before), before, copy);
            if (first == after) first = DraftPlace.Of(copy);
        }

        return new(_draft, first, questions.Count + sections.Sum(section => section.Pages.Sum(page => page.Questions.Count)), _rulesLeft);
    }

    // Consent is asked once, first: it is the draft's own.
    private static Draft WithoutConsent(Draft draft) => draft with
    {
        Sections = [.. draft.Sections.Select(section => section with { Pages = [.. section.Pages.Select(page => page with { Questions = [.. page.Questions.Where(question => question.Kind != ConsentQuestion.Word)] }).Where(page => page.Questions.Count > 0)] })],
    };

    private void Name(DraftQuestion question)
    {
        if (_names.ContainsKey(question.Code)) return;
        var code = question.Code;
        for (var next = 2; NewCode.IsTaken(_draft, code) || _names.ContainsValue(code); next++) code = $"{question.Code}_{next}";
        _names[question.Code] = code;
    }

    private void Put(List<DraftPage> pages, DraftPlace after)
    {
        if (after.Kind is DraftPlaceKind.Page or DraftPlaceKind.Question && _draft.PageOf(after) is { } before) _draft = _draft.With(DraftPlace.Of(before), [before, .. pages]);
        else if ((_draft.SectionOf(after) ?? (_draft.Sections is [.., var last] ? last : null)) is { } section) _draft = _draft.With(DraftPlace.Of(section), section with { Pages = [.. section.Pages, .. pages] });
        else _draft = _draft with { Sections = [new DraftSection { Code = NewCode.Section(_draft, "section"), Pages = pages }] };
    }

    // Each page bears a code that nothing of the draft bears, and neither does the one before it.
    private DraftPage Page(DraftPage page, string wanted)
    {
        var code = NewCode.Page(_draft, wanted);
        for (var next = 2; !_pages.Add(code); next++) code = NewCode.Page(_draft, $"{wanted}_{next}");
        return page with { Code = code, Texts = Said(page.Texts), When = Rule(page.When), Questions = [.. page.Questions.Select(Question)] };
    }

    private DraftQuestion Question(DraftQuestion question)
    {
        foreach (var code in question.Codes.GetValueOrDefault("missing", []))
            if (!_draft.Missing.ContainsKey(code) && _from.Missing.TryGetValue(code, out var words)) _draft = _draft with { Missing = _draft.Missing.Add(code, Said(words)) };
        return question with
        {
            Code = _names[question.Code],
            Texts = Said(question.Texts),
            When = Rule(question.When),
            Scales = question.Scales.ToImmutableSortedDictionary(pair => pair.Key, pair => Scale(pair.Value), StringComparer.Ordinal),
        };
    }

    // A shared list becomes the question's own.
    private DraftScale Scale(DraftScale scale)
    {
        var options = scale.Shared.Length == 0 ? scale.Options : _from.Lists.FirstOrDefault(list => list.Code == scale.Shared)?.Options ?? [];
        return new("", [.. options.Select(option => option with { Label = Said(option.Label), Texts = Said(option.Texts) })]);
    }

    private string Rule(string rule)
    {
        if (rule.Length == 0) return "";
        if (Expression.TryParse(rule, out var read, out _) && read!.Variables.All(name => New(name) is not null)) return RulesOfDraft.Renamed(rule, name => New(name)!);
        _rulesLeft++;
        return "";
    }

    // A variable is a question, or a question, a dot and an item of it; a question's code may have dots of its own.
    private string Root(string name) => _names.Keys.Where(code => name == code || name.StartsWith(code + ".", StringComparison.Ordinal)).MaxBy(code => code.Length) ?? name;

    // What quotes an answer that is not copied stays, and is told as wrong where it stands.
    private LocalizedText Said(LocalizedText text) => LocalizedText.Of(_draft.Languages.Where(text.Has).Select(language => (language, (string?)QuotedAnswers.Rename(text.In(language), New))));

    private string? New(string name) => _names.TryGetValue(Root(name), out var code) ? code + name[Root(name).Length..] : null;

    private ImmutableSortedDictionary<string, LocalizedText> Said(ImmutableSortedDictionary<string, LocalizedText> texts) => texts.ToImmutableSortedDictionary(pair => pair.Key, pair => Said(pair.Value), StringComparer.Ordinal);
}
