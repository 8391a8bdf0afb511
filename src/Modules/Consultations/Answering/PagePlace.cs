using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>Where a page stands: its first question among those asked, and how far into its section it is, for the thin bar.</summary>
internal sealed record PagePlace(int Question, int Questions, double DoneInSection)
{
    public static PagePlace Of(Route route, Page page)
    {
        int question = 1, questions = 0, before = 0, inSection = 0;
        foreach (var shown in route.Pages)
        {
            if (ConsentPage.Is(shown)) continue;
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

        return new PagePlace(Math.Min(question, Math.Max(questions, 1)), questions, inSection == 0 ? 0 : (double)before / inSection);
    }
}
