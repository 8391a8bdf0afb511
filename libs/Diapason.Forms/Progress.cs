using Diapason.Text;

namespace Diapason.Forms;

/// <summary>Where a page stands among what is shown: “Section 2 of 5, page 7 of 22, about 6 minutes left”.</summary>
/// <param name="Section">The place of its section among those shown, from one.</param>
/// <param name="Sections">How many sections are shown.</param>
/// <param name="SectionTitle">The section's title.</param>
/// <param name="Page">Its place among the pages shown, from one; where it would be when it is not shown.</param>
/// <param name="Pages">How many pages are shown.</param>
/// <param name="MinutesLeft">About how many minutes are left, this page included; at least one.</param>
public sealed record Progress(int Section, int Sections, LocalizedText SectionTitle, int Page, int Pages, int MinutesLeft)
{
    internal static Progress Of(Route route, Page page)
    {
        int section = 0, sections = 0, before = 0, left = 0;
        Section? last = null;
        foreach (var shown in route.Pages)
        {
            if (!ReferenceEquals(shown.Section, last)) sections++;
            last = shown.Section;
            if (shown.Section.Index <= page.Section.Index) section = sections;
            if (shown.Index < page.Index) before++;
            else left += shown.Weight;
        }

        var number = Math.Min(before + 1, Math.Max(route.Pages.Count, 1));
        var questionnaire = route.Questionnaire;
        var whole = Math.Max(questionnaire.Weight, 1);
        var minutes = Math.Max(1, (int)Math.Ceiling((double)questionnaire.Minutes * left / whole));
        return new(section, sections, page.Section.Title, number, route.Pages.Count, minutes);
    }
}
