namespace Diapason.Studies.Disclosure;

/// <summary>
/// The one disclosure rule of every page, export and endpoint: no figure about fewer than <see cref="Threshold"/> respondents can be read, nor one that fewer than
/// five said or did not say, nor derived by subtracting what is published. A hidden segment shows neither its figure nor its n.
/// </summary>
/// <param name="threshold">People a row needs before it is published, which each council settles.</param>
internal sealed class SmallCells(int threshold)
{
    public int Threshold { get; } = threshold;

    /// <summary>Whether a figure on all respondents may be shown.</summary>
    public bool MayShow(int respondents, int counted) => respondents >= Threshold && !SegmentCounts.IsTelling(respondents, counted);

    /// <summary>
    /// Segments hidden in every figure of one breakdown. Common to all figures, since the n of a segment is nearly the same from one to the next: were
    /// it shown beside one figure only, it could be subtracted from the other.
    /// </summary>
    public bool[] HideEverywhere(IReadOnlyList<SegmentCounts> figures)
    {
        if (figures.Count == 0) return [];
        var smallest = Enumerable.Range(0, figures[0].Bases.Count).Select(s => figures.Min(f => f.Bases[s])).ToArray();
        var hidden = Array.ConvertAll(smallest, n => n < Threshold);
        while (figures.Any(f => !IsSafe(f.Bases, hidden)) && HideNext(smallest, hidden))
        {
        }

        return hidden;
    }

    /// <summary>
    /// Segments hidden for one figure: those of the breakdown or, as soon as nearly all answered alike in one segment or in the hidden ones together, every
    /// segment. Hiding that one alone would say what it hides: nothing else makes a large segment disappear.
    /// </summary>
    public bool[] Hide(SegmentCounts figure, IReadOnlyList<bool> everywhere)
    {
        bool[] hidden = [.. everywhere];
        if (hidden.Index().Any(s => !s.Item && figure.IsTelling(s.Index)) || !IsSafe(figure.Bases, hidden) || !IsMixedTogether(figure, hidden)) Array.Fill(hidden, true);
        return hidden;
    }

    /// <summary>
    /// Whether the figure of a routed question may be shown beside a breakdown by the routing variable: when some segments asked are hidden and
    /// others are not, its n would complete the subtraction.
    /// </summary>
    public static bool MayShowAmong(IReadOnlyList<int> asked, IReadOnlyList<bool> hidden)
    {
        var hiddenAsked = asked.Count(s => hidden[s]);
        return hiddenAsked == 0 || hiddenAsked == hidden.Count(h => h);
    }

    /// <summary>Whether the hidden segments hold nobody: the whole less what is shown is then nought, and calling them hidden would deceive without protecting anyone.</summary>
    public static bool HidesNobody(SegmentCounts figure, IReadOnlyList<bool> hidden) => figure.Bases.Index().All(s => !hidden[s.Index] || s.Item == 0);

    // What subtraction gives is the hidden segments together: at least two of them with someone in, and at least the threshold of people.
    private bool IsSafe(IReadOnlyList<int> bases, bool[] hidden)
    {
        var (segments, people) = (0, 0);
        for (var s = 0; s < hidden.Length; s++)
        {
            if (!hidden[s] || bases[s] == 0) continue;
            segments++;
            people += bases[s];
        }

        return segments == 0 || (segments >= 2 && people >= Threshold);
    }

    private static bool IsMixedTogether(SegmentCounts figure, bool[] hidden)
    {
        var (people, counted) = (0, 0);
        for (var s = 0; s < hidden.Length; s++)
        {
            if (!hidden[s]) continue;
            people += figure.Bases[s];
            counted += figure.Counted[s];
        }

        return people == 0 || !SegmentCounts.IsTelling(people, counted);
    }

    /// <summary>Hides the smallest segment still shown; false when none is left.</summary>
    private static bool HideNext(int[] sizes, bool[] hidden)
    {
        var next = -1;
        for (var s = 0; s < sizes.Length; s++)
            if (!hidden[s] && (next < 0 || sizes[s] < sizes[next])) next = s;
        if (next >= 0) hidden[next] = true;
        return next >= 0;
    }
}
