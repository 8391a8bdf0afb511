using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>Where a page stands once consent is given: its section, its first question among those asked, and how far into the section it is, for the thin bar.</summary>
internal sealed record PagePlace(int Section, int Sections, int Question, int Questions, double DoneInSection)
{
    public static PagePlace Of(Route route, Page page)
    {
        int section = 0, sections = 0, question = 1, questions = 0, before = 0, inSection = 0;
        Section? last = null;
        foreach (var shown in route.Pages)
        {
            if (ConsentPage.Is(shown)) continue;
            if (!ReferenceEquals(shown.Section, last)) sections++;
            last = shown.Section;
            if (shown.Section.Index <= page.Section.Index) section = sections;
            var asked = 0;
            foreach (var candidate in shown.Questions)
                if (candidate.Variables.Count > 0 && route.Shows(candidate)) asked++;
            questions += asked;
            var isBefore = shown.Index < page.Index;
            if (isBefore) question += asked;
            if (!ReferenceEquals(shown.Section, page.Section)) continue;
            inSection++;
            if (isBefore) before++;
        }

        return new PagePlace(section, sections, Math.Min(question, Math.Max(questions, 1)), questions, inSection == 0 ? 0 : (double)before / inSection);
    }
}
