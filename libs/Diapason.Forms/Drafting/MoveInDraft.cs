namespace Diapason.Forms;

/// <summary>Moves a thing of a draft one step; from the edge of what holds it, into what comes before or after.</summary>
public static class MoveInDraft
{
    /// <summary>Moves a section, a page or a question; the place it then has. What is first or last of all stays.</summary>
    public static (Draft Draft, DraftPlace Place) Run(Draft draft, DraftPlace place, bool isUp) => draft.Find(place) switch
    {
        DraftSection section => (draft with { Sections = Swapped(draft.Sections, section, isUp) }, place),
        DraftPage page when draft.SectionOf(place) is { } section => (Page(draft, section, page, isUp), place),
        DraftQuestion question when draft.PageOf(place) is { } page => Question(draft, page, question, isUp),
        _ => (draft, place),
    };

    private static Draft Page(Draft draft, DraftSection section, DraftPage page, bool isUp)
    {
        if (!IsAtEdge(section.Pages, page, isUp)) return draft.With(DraftPlace.Of(section), section with { Pages = Swapped(section.Pages, page, isUp) });
        if (Beside(draft.Sections, section, isUp) is not { } other) return draft;
        var left = draft.With(DraftPlace.Of(page));
        return left.With(DraftPlace.Of(other), other with { Pages = isUp ? [.. other.Pages, page] : [page, .. other.Pages] });
    }

    private static (Draft, DraftPlace) Question(Draft draft, DraftPage page, DraftQuestion question, bool isUp)
    {
        if (!IsAtEdge(page.Questions, question, isUp))
        {
            var swapped = page with { Questions = Swapped(page.Questions, question, isUp) };
            return (draft.With(DraftPlace.Of(page), swapped), DraftPlace.Of(swapped, question));
        }

        var place = DraftPlace.Of(page, question);
        // Alone on its page, a question moves with it.
        if (page.Questions.Count == 1) return (Page(draft, draft.SectionOf(DraftPlace.Of(page))!, page, isUp), place);
        if (Beside([.. draft.Pages], page, isUp) is not { } other) return (draft, place);
        var longer = other with { Questions = isUp ? [.. other.Questions, question] : [question, .. other.Questions] };
        return (draft.With(place).With(DraftPlace.Of(other), longer), DraftPlace.Of(longer, question));
    }

    /// <summary>A list with one of its things a step higher or lower.</summary>
    public static IReadOnlyList<T> Swapped<T>(IReadOnlyList<T> all, T one, bool isUp)
        where T : class
    {
        if (IsAtEdge(all, one, isUp)) return all;
        List<T> moved = [.. all];
        var at = moved.IndexOf(one);
        moved.RemoveAt(at);
        moved.Insert(isUp ? at - 1 : at + 1, one);
        return moved;
    }

    private static bool IsAtEdge<T>(IReadOnlyList<T> all, T one, bool isUp)
        where T : class => ReferenceEquals(isUp ? all[0] : all[^1], one);

    private static T? Beside<T>(IReadOnlyList<T> all, T one, bool isUp)
        where T : class => all.ElementAtOrDefault(all.ToList().IndexOf(one) + (isUp ? -1 : 1));
}
