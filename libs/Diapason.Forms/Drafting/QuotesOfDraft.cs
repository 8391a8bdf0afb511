namespace Diapason.Forms;

/// <summary>The texts of a draft that quote earlier answers.</summary>
internal static class QuotesOfDraft
{
    /// <summary>The texts that quote some codes, each as a rule that rests on them.</summary>
    public static IEnumerable<DraftRule> Of(Draft draft, IReadOnlySet<string> codes) =>
        from one in draft.Pages.Select(page => (Place: DraftPlace.Of(page), Part: (DraftPart)page)).Concat(draft.Questions.Select(one => (Place: DraftPlace.Of(one.Page, one.Question), Part: (DraftPart)one.Question)))
        from text in one.Part.Texts.Values
        where text.All.Any(said => QuotedAnswers.Of(said.Value).Any(quoted => codes.Contains(quoted.Code)))
        select new DraftRule(one.Place, text.Here());

    /// <summary>The draft whose texts quote codes by their new names.</summary>
    public static Draft Rename(Draft draft, Func<string, string?> rename) => Map(draft, text => QuotedAnswers.Rename(text, rename));

    /// <summary>A part whose texts quote nobody.</summary>
    public static T Named<T>(T part)
        where T : DraftPart => Map(part, QuotedAnswers.Named);

    private static Draft Map(Draft draft, Func<string, string> change) => draft with
    {
        Sections = [.. draft.Sections.Select(section => section with { Pages = [.. section.Pages.Select(page => Map(page, change) with { Questions = [.. page.Questions.Select(question => Map(question, change))] })] })],
    };

    private static T Map<T>(T part, Func<string, string> change)
        where T : DraftPart => part.Texts.Values.Any(text => text.All.Any(said => QuotedAnswers.IsIn(said.Value)))
        ? part with { Texts = part.Texts.SetItems(part.Texts.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Map((_, said) => change(said))))) }
        : part;

    private static string Here(this Text.LocalizedText text) => text.All.Select(said => said.Value).First(QuotedAnswers.IsIn);
}
