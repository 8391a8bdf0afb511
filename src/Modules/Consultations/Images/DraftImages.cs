using Diapason.Consultations.Writing;
using Diapason.Forms;

namespace Diapason.Consultations.Images;

/// <summary>The images that the options of a draft name.</summary>
internal static class DraftImages
{
    /// <summary>Each name once, in order.</summary>
    public static IEnumerable<string> Of(Draft draft) =>
        draft.Lists.SelectMany(list => list.Options).Concat(draft.Questions.SelectMany(one => one.Question.Scales.Values).SelectMany(scale => scale.Options))
            .Select(option => option.Value(OptionRows.Image)).Where(name => name.Length > 0).Distinct();

    /// <summary>The draft with other names.</summary>
    public static Draft Rename(Draft draft, Func<string, string> name) => draft with
    {
        Lists = [.. draft.Lists.Select(list => list with { Options = Renamed(list.Options, name) })],
        Sections = [.. draft.Sections.Select(section => section with { Pages = [.. section.Pages.Select(page => page with { Questions = [.. page.Questions.Select(question => Renamed(question, name))] })] })],
    };

    private static DraftQuestion Renamed(DraftQuestion question, Func<string, string> name) =>
        question with { Scales = question.Scales.SetItems(question.Scales.Select(pair => KeyValuePair.Create(pair.Key, pair.Value with { Options = Renamed(pair.Value.Options, name) }))) };

    private static IReadOnlyList<DraftOption> Renamed(IReadOnlyList<DraftOption> options, Func<string, string> name) =>
        [.. options.Select(option => option.Value(OptionRows.Image) is { Length: > 0 } image ? option with { Values = option.Values.SetItem(OptionRows.Image, name(image)) } : option)];
}
