using Diapason.Text;

namespace Diapason.Forms;

/// <summary>
/// Where a page stands among what is left to see. People read sections and minutes, “Section 2 of 5, about 6 minutes left”: a count of pages frightens,
/// and falls with the answers. Pages serve the bar, the title of the window and the last page.
/// </summary>
/// <param name="Section">The place of its section among those shown, from one.</param>
/// <param name="Sections">How many sections may be shown; never grows on the way.</param>
/// <param name="SectionTitle">The section's title.</param>
/// <param name="Page">Its place among the pages shown, from one; where it would be when it is not shown.</param>
/// <param name="Pages">How many pages may be shown, those whose turn is not decided yet included; never grows on the way.</param>
/// <param name="MinutesLeft">About how many minutes are left at most, this page included; at least one, never grows on the way.</param>
public sealed record Progress(int Section, int Sections, LocalizedText SectionTitle, int Page, int Pages, int MinutesLeft)
{
    internal static Progress Of(Route route, Page page)
    {
        int section = 0, sections = 0, before = 0, toCome = 0, left = 0;
        Section? last = null;
        foreach (var other in route.Questionnaire.Pages)
        {
            var isBefore = other.Index < page.Index;
            if (!(isBefore ? route.Shows(other) : route.MayShow(other))) continue;
            if (!ReferenceEquals(other.Section, last)) sections++;
            last = other.Section;
            if (other.Section.Index <= page.Section.Index) section = sections;
            if (isBefore) before++;
            else (toCome, left) = (toCome + 1, left + other.Weight);
        }

        var questionnaire = route.Questionnaire;
        var minutes = Math.Max(1, (int)Math.Ceiling((double)questionnaire.Minutes * left / Math.Max(questionnaire.Weight, 1)));
        return new(Math.Max(section, 1), Math.Max(sections, 1), page.Section.Title, Math.Min(before + 1, Math.Max(before + toCome, 1)), Math.Max(before + toCome, 1), minutes);
    }
}
