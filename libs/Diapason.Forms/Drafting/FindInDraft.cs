namespace Diapason.Forms;

/// <summary>Finds and replaces things of a draft by their place.</summary>
public static class FindInDraft
{
    extension(Draft draft)
    {
        /// <summary>The section, page or question of a place; <see langword="null"/> when it is not there, or is none of these.</summary>
        public DraftPart? Find(DraftPlace place) => place.Kind switch
        {
            DraftPlaceKind.Section => draft.Sections.FirstOrDefault(section => section.Code == place.Code),
            DraftPlaceKind.Page => draft.Pages.FirstOrDefault(page => page.Code == place.Code),
            DraftPlaceKind.Question => draft.PageOf(place)?.Questions.Where(question => question.Code == place.Question).ElementAtOrDefault(place.Nth - 1),
            _ => null,
        };

        /// <summary>Whether there is such a thing.</summary>
        public bool Has(DraftPlace place) => place.Kind switch
        {
            DraftPlaceKind.Heading => true,
            DraftPlaceKind.List => draft.Lists.Any(list => list.Code == place.Code),
            DraftPlaceKind.Calculation => draft.Calculations.Any(one => one.Code == place.Code),
            _ => draft.Find(place) is not null,
        };

        /// <summary>Where a thing is now: its place, or the page its question was moved to.</summary>
        public DraftPlace Where(DraftPlace place) =>
            place.Kind != DraftPlaceKind.Question || draft.Has(place) || draft.Questions.Where(one => one.Question.Code == place.Question).ToList() is not [var moved] ? place : DraftPlace.Of(moved.Page, moved.Question);

        /// <summary>The page of a place: itself, or the one that holds the question.</summary>
        public DraftPage? PageOf(DraftPlace place) => draft.Pages.FirstOrDefault(page => page.Code == place.Code);

        /// <summary>The section of a place: itself, or the one that holds the page.</summary>
        public DraftSection? SectionOf(DraftPlace place) =>
            draft.Sections.FirstOrDefault(section => place.Kind == DraftPlaceKind.Section ? section.Code == place.Code : section.Pages.Any(page => page.Code == place.Code));

        /// <summary>The draft with other things in the place of one: none to take it away, several to add beside it.</summary>
        public Draft With(DraftPlace place, params IReadOnlyList<DraftPart> parts)
        {
            if (draft.Find(place) is not { } old) return draft;
            return draft with { Sections = old is DraftSection ? Put(draft.Sections, old, parts) : [.. draft.Sections.Select(section => section with { Pages = Pages(section.Pages, old, parts) })] };
        }
    }

    private static IReadOnlyList<DraftPage> Pages(IReadOnlyList<DraftPage> pages, DraftPart old, IReadOnlyList<DraftPart> parts) =>
        old is DraftPage ? Put(pages, old, parts) : [.. pages.Select(page => page.Questions.Any(question => ReferenceEquals(question, old)) ? page with { Questions = Put(page.Questions, old, parts) } : page)];

    private static IReadOnlyList<T> Put<T>(IReadOnlyList<T> all, DraftPart old, IReadOnlyList<DraftPart> parts)
        where T : DraftPart =>
        [.. all.SelectMany(one => ReferenceEquals(one, old) ? parts.Cast<T>() : [one])];
}
