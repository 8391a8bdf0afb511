using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Writes a draft as a questionnaire's file, always in the same way: two drafts that say the same are the same text.</summary>
public static class WriteDraft
{
    private static readonly string[] Order =
    [
        "kind", "type", "value", "shown", "title", "hint", "image", "image_alt", "intro", "body", "why", "who", "unit", "when", "required", "missing", "layout", "order", "min", "max", "top", "total", "tolerance", "decimals", "max_length", "constraint", "constraint_message",
    ];

    /// <summary>The whole file.</summary>
    public static string Of(Draft draft) => YamlText.Write(Keys(draft));

    /// <summary>The file's keys and values, in order.</summary>
    internal static IReadOnlyList<(string Key, object Value)> Keys(Draft draft) =>
    [
        ("code", draft.Code),
        ("version", draft.Version),
        ("languages", draft.Languages.ToList<object>()),
        ("minutes", draft.Minutes),
        ("title", Said(draft.Title)),
        ("consent", Keys(("version", draft.ConsentVersion), ("text", Said(draft.Consent)))),
        ("missing", draft.Missing.Select(pair => (pair.Key, (object)Said(pair.Value))).ToList()),
        ("lists", draft.Lists.Where(list => list.Options.Count > 0).Select(list => (list.Code, (object)Options(list.Options))).ToList()),
        ("calculations", draft.Calculations.Select(one => (object)Keys(("code", one.Code), ("value", one.Value))).ToList()),
        ("sections", draft.Sections.Select(section => (object)Section(section)).ToList()),
    ];

    /// <summary>One thing of a draft as it would be written, to be compared; empty when it is not there.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="place">The thing. A section or a page is written without what it holds.</param>
    public static string Of(Draft draft, DraftPlace place) => place.Kind switch
    {
        DraftPlaceKind.Heading => Of(draft with { Lists = [], Calculations = [], Sections = [] }),
        DraftPlaceKind.List when draft.Lists.FirstOrDefault(list => list.Code == place.Code) is { } list => YamlText.Write([("list", Options(list.Options))]),
        DraftPlaceKind.Calculation when draft.Calculations.FirstOrDefault(one => one.Code == place.Code) is { } one => YamlText.Write([("code", one.Code), ("value", one.Value)]),
        DraftPlaceKind.Section when draft.Find(place) is DraftSection section => YamlText.Write(Section(section with { Pages = [] })),
        DraftPlaceKind.Page when draft.Find(place) is DraftPage page => YamlText.Write(Page(page with { Questions = [] })),
        DraftPlaceKind.Question when draft.Find(place) is DraftQuestion question => YamlText.Write(Question(question)),
        _ => "",
    };

    private static List<(string Key, object Value)> Section(DraftSection section) => [.. Part(section), ("pages", section.Pages.Select(page => (object)Page(page)).ToList())];

    private static List<(string Key, object Value)> Page(DraftPage page) => [.. Part(page), ("questions", page.Questions.Select(question => (object)Question(question)).ToList())];

    private static List<(string Key, object Value)> Question(DraftQuestion question) =>
    [
        .. Part(question, [("kind", question.Kind), .. question.Codes.Select(pair => (pair.Key, (object)pair.Value.ToList<object>()))]),
        .. question.Scales.Select(pair => (pair.Key, pair.Value.Shared.Length > 0 ? pair.Value.Shared : (object)Options(pair.Value.Options))),
    ];

    private static List<object> Options(IReadOnlyList<DraftOption> options) =>
        [.. options.Select(option => (object)(List<(string Key, object Value)>)[("code", option.Code), .. option.Label.All.Select(pair => (pair.Key, (object)pair.Value)), .. Part(option).Skip(1)])];

    private static List<(string Key, object Value)> Part(DraftPart part, params ReadOnlySpan<(string Key, object Value)> more)
    {
        List<(string Key, object Value)> keys = [("when", part.When), .. part.Texts.Select(pair => (pair.Key, (object)Said(pair.Value))), .. part.Values.Select(pair => (pair.Key, (object)pair.Value)), .. more];
        return [("code", part.Code), .. keys.OrderBy(pair => Array.IndexOf(Order, pair.Key) is >= 0 and var place ? place : Order.Length).ThenBy(pair => pair.Key, StringComparer.Ordinal)];
    }

    private static List<(string Key, object Value)> Keys(params ReadOnlySpan<(string Key, object Value)> keys) => [.. keys];

    private static List<(string Key, object Value)> Said(LocalizedText text) => [.. text.All.Select(pair => (pair.Key, (object)pair.Value))];
}
