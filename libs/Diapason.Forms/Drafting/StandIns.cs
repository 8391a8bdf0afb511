using System.Collections.Immutable;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>What stands for the texts and options that a draft lacks: another language's words, or three dots.</summary>
internal sealed class StandIns(IReadOnlyList<string> languages)
{
    public const string Dots = "…";

    public Draft Of(Draft draft) => draft with
    {
        Code = draft.Code.Length > 0 ? draft.Code : "draft",
        Version = draft.Version.Length > 0 ? draft.Version : "0",
        Title = Said(draft.Title),
        ConsentVersion = draft.ConsentVersion.Length > 0 ? draft.ConsentVersion : "0",
        Consent = Said(draft.Consent),
        Missing = Partly(draft.Missing),
        Lists = [.. draft.Lists.Select(list => list with { Options = [.. list.Options.Select(Option)] })],
        Sections = [.. draft.Sections.Select(Section)],
    };

    private DraftSection Section(DraftSection section) => section with { Texts = Needed(section, "title"), Pages = [.. section.Pages.Select(Page)] };

    private DraftPage Page(DraftPage page)
    {
        var ownTitle = page.Questions.Count > 1 || page.Questions is [{ Kind: NoteQuestion.Word }];
        return page with { Texts = ownTitle ? Needed(page, "title") : Partly(page.Texts), Questions = [.. page.Questions.Select(Question)] };
    }

    private DraftQuestion Question(DraftQuestion question)
    {
        if (question.Kind == CalculatedQuestion.Word && question.Value("value").Length == 0) question = question with { Values = question.Values.SetItem("value", "0") };
        var own = ChangeKind.Shape(question).Scales.Where(key => question.Scale(key).Shared.Length == 0);
        return question with
        {
            Texts = question.Kind switch { NoteQuestion.Word => Needed(question, "body"), ConsentQuestion.Word => Needed(question, "title", "body"), _ => Needed(question, "title") },
            Scales = question.Scales.SetItems(own.Select(key => KeyValuePair.Create(key, Scale(question, key)))),
        };
    }

    private DraftScale Scale(DraftQuestion question, string key)
    {
        var options = question.Scale(key).Options.Select(Option).ToList();
        var least = question.Kind == PilesQuestion.Word && key == "options" ? 3 : 1;
        while (options.Count < least) options.Add(Option(new() { Code = $"o{options.Count + 1}" }));
        return new("", options);
    }

    // What an image shows is said in any case.
    private DraftOption Option(DraftOption option) => option with { Label = Said(option.Label), Texts = option.Value("image").Length > 0 ? Needed(option, "image_alt") : Partly(option.Texts) };

    private ImmutableSortedDictionary<string, LocalizedText> Needed(DraftPart part, params IReadOnlyList<string> keys) =>
        Partly(part.Texts).SetItems(keys.Select(key => KeyValuePair.Create(key, Said(part.Text(key)))));

    private ImmutableSortedDictionary<string, LocalizedText> Partly(ImmutableSortedDictionary<string, LocalizedText> texts) =>
        texts.SetItems(texts.Where(pair => !pair.Value.IsEmpty).Select(pair => KeyValuePair.Create(pair.Key, Said(pair.Value))));

    private LocalizedText Said(LocalizedText text) => LocalizedText.Of(languages.Select(language => (language, (string?)(text.IsEmpty ? Dots : text.In(language)))));
}
