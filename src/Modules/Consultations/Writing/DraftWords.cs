using Diapason.Forms;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Text;

namespace Diapason.Consultations.Writing;

/// <summary>The things of a draft and what they lack, in words.</summary>
internal sealed class DraftWords(KitSentences sentences, Texts<ConsultationsModule> texts)
{
    private const int Longest = 70;

    /// <summary>A thing by its words: « Question 3 : Quel est votre rôle? ».</summary>
    public string Name(Draft draft, DraftPlace place)
    {
        var title = Short(Title(draft, place));
        var kind = place.Kind.ToString().ToLowerInvariant();
        return place.Kind switch
        {
            DraftPlaceKind.Heading => texts["writing.place.heading"],
            DraftPlaceKind.Question => texts["writing.place.question", Number(draft, place), title],
            _ => texts["writing.place." + kind, title],
        };
    }

    /// <summary>The words a thing is known by; its code when it has none.</summary>
    public static string Title(Draft draft, DraftPlace place)
    {
        var part = draft.Find(place);
        var said = part switch
        {
            DraftQuestion question => Words(question),
            DraftPage { Title.IsEmpty: true, Questions: [var first, ..] } => Words(first),
            not null => part.Title,
            _ => LocalizedText.Empty,
        };
        return said.IsEmpty ? place.Kind == DraftPlaceKind.Question ? place.Question : place.Code : QuotedAnswers.Titled(said.Here, code => draft.Questions.FirstOrDefault(one => one.Question.Code == code).Question?.Title.Here);
    }

    public static int Number(Draft draft, DraftPlace place) => 1 + draft.Questions.TakeWhile(one => !ReferenceEquals(one.Question, draft.Find(place))).Count();

    /// <summary>What is lacking: in the editor's own words, or as the readers of files say it.</summary>
    public string Say(DraftLack lack)
    {
        if (lack.Code == "kit.translation_missing") return texts["writing.lacks.translation", Languages.NameOf($"{Fact(lack, "language")}"), What($"{Fact(lack, "key")}")];
        var key = lack.Code is "kit.key_missing" or "questionnaire.empty_list" ? $"{Fact(lack, "key")}" : "";
        return Lacking.Contains(key) ? texts["writing.lacks.key." + key] : sentences.Reason(lack.Code, lack.Facts);
    }

    /// <summary>Where in a file: its sheet, its row, as far as the file has them.</summary>
    public string Place(FormNotice notice) => (notice.Row, notice.Sheet) switch
    {
        (0, var sheet) => sheet,
        (var row, "") => texts["import.at_row_alone", row],
        var (row, sheet) => texts["import.at_row", sheet, row],
    };

    /// <summary>What became of something of a form of others, and why.</summary>
    public string Say(FormNotice notice) =>
        sentences.Reason("import.notice." + (notice.Code.StartsWith("condition_", StringComparison.Ordinal) ? "expression" : notice.Code), notice.Facts);

    /// <summary>What the outline says of a thing that lacks something: a language, a rule, or something else.</summary>
    public string Flag(DraftLack lack) =>
        lack.Code == "kit.translation_missing" ? $"{Fact(lack, "language")}".ToUpperInvariant() : texts[lack.Code.StartsWith("questionnaire.condition_", StringComparison.Ordinal) ? "writing.flag.rule" : "writing.flag.other"];

    /// <summary>What is missing and what is to be looked at, in one sentence.</summary>
    public string Ready(DraftState state)
    {
        var (lacks, warnings) = (state.Lacks.Count, state.Warnings.Count);
        if (lacks > 0) return lacks == 1 ? texts["writing.lacks_one"] : texts["writing.lacks_many", lacks];
        return warnings switch { 0 => texts["writing.ready"], 1 => texts["writing.ready_look_one"], _ => texts["writing.ready_look", warnings] };
    }

    private static readonly HashSet<string> Lacking = new(StringComparer.Ordinal) { "title", "body", "options", "items", "importance", "mastery", "questions", "pages", "sections", "version", "consent", "text", "code", "kind", "value", "image_alt" };

    // A text is named by the code of its thing and its key, an option by its code alone.
    private string What(string key) => key.Split('.')[^1] switch
    {
        "text" => texts["writing.text.consent"],
        "image_alt" => texts["history.row.image_alt"],
        "title" or "hint" or "body" or "intro" or "why" or "who" or "unit" or "constraint_message" when key.Contains('.', StringComparison.Ordinal) => texts["writing.text." + key.Split('.')[^1]],
        _ => key,
    };

    private static LocalizedText Words(DraftQuestion question) => question.Title.IsEmpty ? question.Text("body") : question.Title;

    private static object? Fact(DraftLack lack, string name) => lack.Facts.FirstOrDefault(fact => fact.Name == name).Value;

    private static string Short(string text) => text.Length <= Longest ? text : string.Concat(text.AsSpan(0, Longest).TrimEnd(), "…");
}
