using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>Where a page stands once consent is given: its section and itself among those that may be met, and how far into the section it is, for the thin bar.</summary>
internal sealed record PagePlace(int Section, int Sections, int Page, int Pages, int MinutesLeft, double DoneInSection, int LeftInSection)
{
    public static PagePlace Of(Route route, Page page)
    {
        var consent = ConsentPage.Of(route.Questionnaire);
        var all = route.At(page);
        // The page of consent is the campaign's own first page, and its section with it when it holds nothing else.
        var ownSection = consent.Section.Pages.Count == 1 ? 1 : 0;
        int before = 0, inSection = 0;
        foreach (var other in page.Section.Pages)
        {
            if (ReferenceEquals(other, consent) || !(other.Index < page.Index ? route.Shows(other) : route.MayShow(other))) continue;
            inSection++;
            if (other.Index < page.Index) before++;
        }

        return new(all.Section - ownSection, all.Sections - ownSection, all.Page - 1, all.Pages - 1, all.MinutesLeft, inSection == 0 ? 0 : (double)before / inSection, inSection - before - 1);
    }
}
