using System.Collections.Frozen;
using System.Collections.Immutable;
using Diapason.Forms;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.Text;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Writing;

/// <summary>The form of one thing of a draft, as it was posted: put on a draft, it changes that thing and no other, and of that thing what was changed here.</summary>
internal sealed class PartForm(IFormCollection form, IReadOnlyList<string> languages)
{
    public const string Code = "code", Kind = "kind", When = "when", Then = "then", IsNamed = "named";

    private FieldPicks _picks = new(form, languages);

    /// <summary>As it was posted.</summary>
    public IFormCollection Sent => form;

    /// <summary>Saved while it is written.</summary>
    public bool IsUnderWay { get; init; }

    /// <summary>Codes that answers are kept under: words do not change them.</summary>
    public IReadOnlySet<string> Asked { get; init; } = FrozenSet<string>.Empty;

    /// <summary>What was left as it was and taken from somebody else, and what both changed, the last time it was put.</summary>
    public MergedFields Merged => _picks.Merged;

    /// <summary>What of it cannot be kept, the last time it was put: the rest is, to be shown again.</summary>
    public Problem? Wrong { get; private set; }

    /// <summary>A text longer than the house takes; null when there is none.</summary>
    public Problem? FindTooLong()
    {
        foreach (var (name, value) in form)
            if (value.ToString() is { Length: > WritingRules.LongestText } text) return Problem.Invalid("writing.text_too_long", name, ("most", WritingRules.LongestText), ("length", text.Length));
        return null;
    }

    /// <summary>Puts it on a draft.</summary>
    /// <param name="draft">As it is stored.</param>
    /// <param name="place">The thing, where it was when the form was opened.</param>
    /// <param name="was">The draft that the form was opened with; null when nobody knows any more.</param>
    public Outcome<(Draft Draft, DraftPlace Place)> Put(Draft draft, DraftPlace place, Draft? was)
    {
        (_picks, Wrong) = (new FieldPicks(form, languages), null);
        var (here, opened) = (draft.Where(place), was?.Find(was.Where(place)));
        // Named after its words by somebody else, while this was written.
        if (opened is not null && NewCode.IsStandIn(opened.Code)) here = RenamedInDraft.Find(was!, draft, was!.Where(place)) ?? here;
        if (!draft.Has(here)) return Problem.Lost("writing.gone");
        return here.Kind switch
        {
            DraftPlaceKind.Heading => (Heading(draft, was), here),
            DraftPlaceKind.List => (List(draft, here, was), here),
            DraftPlaceKind.Calculation => (Calculation(draft, here, was), here),
            DraftPlaceKind.Question => Question(draft, here, opened as DraftQuestion),
            _ => Holder(draft, here, opened),
        };
    }

    private Draft Heading(Draft draft, Draft? was) => Named(draft with
    {
        Code = _picks.Value(Code, Spelt(draft.Code), draft.Code, was?.Code),
        Minutes = Value("value.minutes", draft.Minutes, was?.Minutes),
        Title = Said("text.title", draft.Title, was?.Title),
        ConsentVersion = Value("consent_version", draft.ConsentVersion, was?.ConsentVersion),
        Consent = Said("text.consent", draft.Consent, was?.Consent),
        Missing = draft.Missing.SetItems(draft.Missing.Where(pair => _picks.Has($"missing.{pair.Key}.{languages[0]}")).Select(pair => KeyValuePair.Create(pair.Key, Said("missing." + pair.Key, pair.Value, was?.Missing.GetValueOrDefault(pair.Key, LocalizedText.Empty))))),
    });

    private Draft Calculation(Draft draft, DraftPlace place, Draft? was) => draft with
    {
        Calculations = [.. draft.Calculations.Select(one => one.Code == place.Code ? one with { Value = Value(When, one.Value, was?.Calculations.FirstOrDefault(known => known.Code == place.Code)?.Value) } : one)],
    };

    private Draft List(Draft draft, DraftPlace place, Draft? was)
    {
        var rows = new OptionRows(_picks, "options", isItems: false).Read(draft.Lists.First(list => list.Code == place.Code).Options, was?.Lists.FirstOrDefault(list => list.Code == place.Code)?.Options);
        var kept = draft with { Lists = [.. draft.Lists.Select(list => list.Code == place.Code ? list with { Options = rows.Options } : list)] };
        var users = draft.Questions.Select(one => one.Question).Where(question => question.Scales.Values.Any(scale => scale.Shared == place.Code));
        return users.Aggregate(kept, (now, question) => Renamed(now, question, rows.Renamed));
    }

    private (Draft, DraftPlace) Holder(Draft draft, DraftPlace place, DraftPart? was)
    {
        var part = draft.Find(place)!;
        foreach (var key in part is DraftSection ? SectionTexts : PageTexts) part = part with { Texts = Said(part.Texts, key, was) };
        var code = Named(Spelt(part.Code, was?.Code, () => NewCode.OfWords(draft, place, part.Title)), part.Code, was?.Code, wanted => draft.Has(place with { Code = wanted }));
        return (draft.With(place, part with { Code = code, When = Rule(draft, part.When, was) }), place with { Code = code });
    }

    private (Draft, DraftPlace) Question(Draft draft, DraftPlace place, DraftQuestion? was)
    {
        var stored = (DraftQuestion)draft.Find(place)!;
        var (question, renamed) = Filled(stored, was);
        var code = Named(Spelt(stored.Code, was?.Code, () => NewCode.OfWords(draft, place, question.Title.IsEmpty ? question.Text("body") : question.Title)), stored.Code, was?.Code, wanted => NewCode.IsTaken(draft, wanted));
        var kind = _picks.Value(Kind, _picks.Typed(Kind) is { Length: > 0 } typed ? typed : stored.Kind, stored.Kind, was?.Kind);
        var kept = Named(Renamed(draft, stored, renamed)).With(place, ChangeKind.Of(question with { When = Rule(draft, stored.When, was) }, kind));
        return code == stored.Code ? (kept, place) : WithItsPage(RulesOfDraft.RenameQuestion(kept, place, code), stored.Code, code);
    }

    // The form has the fields of the kind it was opened with.
    private (DraftQuestion Question, Dictionary<string, string> Renamed) Filled(DraftQuestion stored, DraftQuestion? was)
    {
        var (question, shape, renamed) = (stored, ChangeKind.Shape(was ?? stored), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var key in shape.Texts) question = question with { Texts = Said(question.Texts, key, was) };
        foreach (var key in shape.IsAnswered ? [.. shape.Values, "required"] : shape.Values)
            question = question with { Values = Value("value." + key, stored.Value(key), was?.Value(key)) is { Length: > 0 } value ? question.Values.SetItem(key, value) : question.Values.Remove(key) };
        if (shape.IsAnswered) question = question with { Codes = Missing(stored, was) is { Count: > 0 } missing ? question.Codes.SetItem("missing", missing) : question.Codes.Remove("missing") };
        foreach (var key in shape.Scales)
        {
            var rows = new OptionRows(_picks, key, key == "items").Read(stored.Scale(key).Options, was?.Scale(key).Options);
            var shared = _picks.Value("shared." + key, _picks.Typed($"list.{key}.shared"), stored.Scale(key).Shared, was?.Scale(key).Shared);
            question = question with { Scales = shared.Length > 0 || rows.Options.Count > 0 ? question.Scales.SetItem(key, new(shared, rows.Options)) : question.Scales.Remove(key) };
            if (key == "options") renamed = rows.Renamed;
        }

        return (question, renamed);
    }

    private IReadOnlyList<string> Missing(DraftQuestion stored, DraftQuestion? was) =>
        _picks.Ticked("missing", OfferedMissing, stored.Codes.GetValueOrDefault("missing", []), was?.Codes.GetValueOrDefault("missing", []));

    private string Rule(Draft draft, string stored, DraftPart? was)
    {
        var questionnaire = _picks.Has(RuleForm.Was) ? FillDraft.Run(draft)?.Questionnaire : null;
        var read = new RuleForm(form) { IsUnderWay = IsUnderWay }.Read(was?.When ?? stored, code => questionnaire is null ? null : SentenceSubject.Find(questionnaire, code));
        if (read.IsDone) return _picks.Value(When, read.Value, stored, was?.When);
        Wrong ??= read.Refusal;
        return stored;
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

    private string Named(string spelt, string stored, string? was, Func<string, bool> isTaken)
    {
        var code = _picks.Value(Code, spelt, stored, was);
        if (code == stored || !isTaken(code)) return code;
        Wrong ??= Problem.Invalid("writing.code_taken", Code, ("code", code));
        return stored;
    }

    // Left empty, it is made from the words once they are whole: those of a title still being typed are not.
    private string Spelt(string stored, string? was, Func<string> fromWords)
    {
        if (!_picks.Has(Code) || _picks.Typed(Code).Length > 0) return Spelt(stored);
        var isNamedByOthers = was is not null && was != stored && NewCode.IsStandIn(was);
        return isNamedByOthers || Asked.Contains(stored) || (IsUnderWay && _picks.Typed(IsNamed).Length == 0) ? stored : fromWords();
    }

    // A code that others spelt in their way stays as it is until it is changed.
    private string Spelt(string stored) => _picks.Typed(Code) is { Length: > 0 } code && code != stored ? NewCode.Spell(code) : stored;

    private string Value(string field, string stored, string? was) => _picks.Value(field, _picks.Typed(field), stored, was);

    private LocalizedText Said(string field, LocalizedText stored, LocalizedText? was) => _picks.Said(field, language => _picks.Typed($"{field}.{language}"), stored, was);

    private ImmutableSortedDictionary<string, LocalizedText> Said(ImmutableSortedDictionary<string, LocalizedText> texts, string key, DraftPart? was) =>
        Said("text." + key, texts.GetValueOrDefault(key, LocalizedText.Empty), was?.Text(key)) is { IsEmpty: false } said ? texts.SetItem(key, said) : texts.Remove(key);
}
