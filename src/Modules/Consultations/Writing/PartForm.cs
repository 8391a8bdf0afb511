using Diapason.Forms;
using Diapason.Platform.Outcomes;
using Diapason.Text;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Writing;

/// <summary>The form of one thing of a draft, as it was posted: put on a draft, it changes that thing and no other.</summary>
internal sealed class PartForm(IFormCollection form, IReadOnlyList<string> languages)
{
    public const string Code = "code", Kind = "kind", When = "when", Then = "then";

    public string Text(string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();

    /// <summary>A text longer than the house takes; null when there is none.</summary>
    public Problem? FindTooLong()
    {
        foreach (var (name, value) in form)
            if (value.ToString() is { Length: > WritingRules.LongestText } text) return Problem.Invalid("writing.text_too_long", name, ("most", WritingRules.LongestText), ("length", text.Length));
        return null;
    }

    public Outcome<(Draft Draft, DraftPlace Place)> Put(Draft draft, DraftPlace place)
    {
        if (!draft.Has(place)) return Problem.Lost("writing.gone");
        return place.Kind switch
        {
            DraftPlaceKind.Heading => (Heading(draft), place),
            DraftPlaceKind.List => List(draft, place),
            DraftPlaceKind.Calculation => (draft with { Calculations = [.. draft.Calculations.Select(one => one.Code == place.Code ? one with { Value = Text(When) } : one)] }, place),
            DraftPlaceKind.Question => Question(draft, place, (DraftQuestion)draft.Find(place)!),
            _ => Holder(draft, place, draft.Find(place)!),
        };
    }

    private Draft Heading(Draft draft) => Named(draft with
    {
        Code = Text(Code) is { Length: > 0 } code ? NewCode.Spell(code) : draft.Code,
        Minutes = Text("value.minutes"),
        Title = Said("text.title", draft.Title),
        ConsentVersion = Text("consent_version"),
        Consent = Said("text.consent", draft.Consent),
        Missing = draft.Missing.SetItems(draft.Missing.Select(pair => KeyValuePair.Create(pair.Key, Said("missing." + pair.Key, pair.Value)))),
    });

    private Outcome<(Draft, DraftPlace)> List(Draft draft, DraftPlace place)
    {
        var rows = new OptionRows(form, "options", languages, isItems: false).Read(draft.Lists.First(list => list.Code == place.Code).Options);
        var kept = draft with { Lists = [.. draft.Lists.Select(list => list.Code == place.Code ? list with { Options = rows.Options } : list)] };
        var users = draft.Questions.Select(one => one.Question).Where(question => question.Scales.Values.Any(scale => scale.Shared == place.Code));
        foreach (var question in users) kept = Renamed(kept, question, rows.Renamed);
        return (kept, place);
    }

    private Outcome<(Draft, DraftPlace)> Holder(Draft draft, DraftPlace place, DraftPart part)
    {
        var code = Text(Code) is { Length: > 0 } typed ? NewCode.Spell(typed) : part.Code;
        if (code != part.Code && draft.Has(place with { Code = code })) return Problem.Invalid("writing.code_taken", Code, ("code", code));
        foreach (var key in part is DraftSection ? SectionTexts : PageTexts) part = part with { Texts = Said(part.Texts, key) };
        var rule = Rule(draft, part.When);
        return rule.IsDone ? (draft.With(place, part with { Code = code, When = rule.Value }), place with { Code = code }) : rule.Refusal!;
    }

    private Outcome<(Draft, DraftPlace)> Question(Draft draft, DraftPlace place, DraftQuestion was)
    {
        var code = Text(Code) is { Length: > 0 } typed ? NewCode.Spell(typed) : was.Code;
        if (code != was.Code && NewCode.IsTaken(draft, code)) return Problem.Invalid("writing.code_taken", Code, ("code", code));
        var question = was;
        var shape = ChangeKind.Shape(was);
        foreach (var key in shape.Texts) question = question with { Texts = Said(question.Texts, key) };
        foreach (var key in shape.IsAnswered ? [.. shape.Values, "required"] : shape.Values) question = question with { Values = Text("value." + key) is { Length: > 0 } value ? question.Values.SetItem(key, value) : question.Values.Remove(key) };
        if (shape.IsAnswered) question = question with { Codes = question.Codes.SetItem("missing", [.. form["missing"].OfType<string>()]) };
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in shape.Scales)
        {
            var rows = new OptionRows(form, key, languages, key == "items").Read(question.Scale(key).Options);
            question = question with { Scales = question.Scales.SetItem(key, new(Text($"list.{key}.shared"), rows.Options)) };
            if (key == "options") renamed = rows.Renamed;
        }

        var rule = Rule(draft, was.When);
        if (!rule.IsDone) return rule.Refusal!;
        var kept = Named(Renamed(draft, was, renamed));
        kept = kept.With(place, ChangeKind.Of(question with { When = rule.Value }, Text(Kind) is { Length: > 0 } kind ? kind : was.Kind));
        return code == was.Code ? (kept, place) : WithItsPage(RulesOfDraft.RenameQuestion(kept, place, code), was.Code, code);
    }

    private Outcome<string> Rule(Draft draft, string known)
    {
        var questionnaire = form.ContainsKey(RuleForm.Was) ? FillDraft.Run(draft)?.Questionnaire : null;
        return new RuleForm(form).Read(known, code => questionnaire is null ? null : SentenceSubject.Find(questionnaire, code));
    }

    // A page made for one question bears its name, in addresses too.
    private static (Draft, DraftPlace) WithItsPage((Draft Draft, DraftPlace Place) renamed, string was, string code)
    {
        var (draft, place) = renamed;
        if (draft.PageOf(place) is not { Questions.Count: 1 } page || page.Code != was || draft.Has(new(DraftPlaceKind.Page, code))) return renamed;
        return (draft.With(DraftPlace.Of(page), page with { Code = code }), place with { Code = code });
    }

    // A missing kind offered for the first time says what the house says.
    private Draft Named(Draft draft) => draft with
    {
        Missing = draft.Missing.AddRange(form["missing"].OfType<string>().Where(code => OfferedMissing.Contains(code) && !draft.Missing.ContainsKey(code)).Distinct()
            .Select(code => KeyValuePair.Create(code, StartDraft.Words("writing.missing." + code)))),
    };

    /// <summary>The missing kinds that a person can choose.</summary>
    public static readonly IReadOnlyList<string> OfferedMissing = ["dont_know", "prefer_not", "not_applicable"];

    public static readonly IReadOnlyList<string> SectionTexts = ["title"];

    public static readonly IReadOnlyList<string> PageTexts = ["title", "intro", "why", "who"];

    private static Draft Renamed(Draft draft, DraftQuestion question, Dictionary<string, string> renamed) =>
        renamed.Aggregate(draft, (now, pair) => RulesOfDraft.RenameOption(now, question, pair.Key, pair.Value));

    private LocalizedText Said(string name, LocalizedText known) => languages.Aggregate(known, (text, language) => text.With(language, Text($"{name}.{language}")));

    private System.Collections.Immutable.ImmutableSortedDictionary<string, LocalizedText> Said(System.Collections.Immutable.ImmutableSortedDictionary<string, LocalizedText> texts, string key) =>
        Said("text." + key, texts.GetValueOrDefault(key, LocalizedText.Empty)) is { IsEmpty: false } said ? texts.SetItem(key, said) : texts.Remove(key);
}
