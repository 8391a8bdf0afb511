using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Text;

namespace Diapason.Consultations.Writing;

/// <summary>What is different between two drafts, in words: of what, which of its fields, and what it said.</summary>
internal sealed class DifferenceWords(DraftWords words, RuleWords rules, Texts<ConsultationsModule> texts)
{
    private static readonly HashSet<string> Of = new(StringComparer.Ordinal) { "codes", "shared", "order" };

    /// <summary>A thing and its field: « Question 3 : Votre rôle, Choix ajouté (français) »; what became of it when it is added, moved or gone.</summary>
    public string Say(DraftDifference one, Draft before, Draft after)
    {
        var draft = one.Fate == DraftFate.Removed || !after.Has(one.Place) ? before : after;
        var name = words.Name(draft, one.Place);
        if (one.Fate != DraftFate.Changed) return texts["history.fate_of." + one.Fate.ToString().ToLowerInvariant(), name];
        return texts["history.changed", name, Field(one.Field, draft.Has(one.Place) ? draft : before, one.Place, one.Before.Length == 0)];
    }

    /// <summary>A field by its label: « Titre (français) », « Choix « Jamais » (anglais) ».</summary>
    public string Field(string field, Draft draft, DraftPlace place, bool isNew = false)
    {
        var parts = field.Split('.');
        var language = parts.Length > 2 && Languages.IsCode(parts[^1]) ? parts[^1] : null;
        var name = parts switch
        {
            ["option", var list, _, ..] => texts[(isNew ? "history.added." : "history.taken_out.") + list],
            ["list", var list, var code, .. var rest] => Row(list, Label(draft, place, list, code), [.. rest.Where(part => part != language)]),
            ["text" or "value" or "missing", var key, ..] => texts["writing." + parts[0] + "." + key],
            [var kind, var key, ..] when Of.Contains(kind) => texts["writing." + kind + "." + key],
            _ => texts["writing.field." + parts[0]],
        };
        return language is null ? name : texts["writing.in_language", name, Languages.NameOf(language)];
    }

    /// <summary>What a field says, in the words people read.</summary>
    public string Value(string field, string value, Draft draft, DraftPlace place)
    {
        if (value.Length == 0) return "";
        return field.Split('.') switch
        {
            ["kind"] => texts["writing.kind." + value],
            ["when"] or ["list", _, _, "when"] => Rule(value, draft),
            ["list", _, _, "image"] when OptionImage.Kept(value, LocalizedText.Empty) is { } image => texts["history.image", image.Width, image.Height],
            ["value", "layout"] => texts["writing.layout." + value],
            ["value", "required"] or ["list", _, _, "exclusive" or "other"] => texts[value == "true" ? "history.yes" : "history.no"],
            ["codes", _] => string.Join(", ", value.Split(", ").Select(code => draft.Missing.TryGetValue(code, out var said) ? said.Here : code)),
            ["order", var list] => string.Join(", ", value.Split(", ").Select(code => Label(draft, place, list, code))),
            _ => value,
        };
    }

    private string Row(string list, string label, string[] rest) => rest switch
    {
        ["hint"] => texts["writing.row_of", texts["writing.text.hint"], label],
        ["image_alt" or "image"] => texts["writing.row_of", texts["history.row." + rest[0]], label],
        ["when"] => texts["writing.row_of", texts["writing.field.when"], label],
        ["exclusive" or "other"] => texts["history.row_is." + rest[0], label],
        _ => texts["writing.row_of", texts["history.row." + list], label],
    };

    private static string Label(Draft draft, DraftPlace place, string list, string code)
    {
        var options = place.Kind == DraftPlaceKind.List ? draft.Lists.FirstOrDefault(one => one.Code == place.Code)?.Options : (draft.Find(place) as DraftQuestion)?.Scale(list).Options;
        return options?.FirstOrDefault(option => option.Code == code)?.Label is { IsEmpty: false } label ? label.Here : code;
    }

    private string Rule(string rule, Draft draft) =>
        FillDraft.Run(draft)?.Questionnaire is { } questionnaire && RuleForm.Of(rule, code => SentenceSubject.Find(questionnaire, code)) is { } said ? rules.Say(said, questionnaire) : rule;
}
