using Diapason.Forms;

namespace Diapason.Consultations.Answering;

/// <summary>How far into its section a page is, for the thin bar.</summary>
internal static class SectionProgress
{
    public static double Of(Route route, Page page)
    {
        int before = 0, all = 0;
        foreach (var shown in route.Pages)
        {
            if (!ReferenceEquals(shown.Section, page.Section)) continue;
            all++;
            if (shown.Index < page.Index) before++;
        }

        return all == 0 ? 0 : (double)before / all;
    }
}
