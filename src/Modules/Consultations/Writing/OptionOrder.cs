namespace Diapason.Consultations.Writing;

/// <summary>Puts the rows of a form and what somebody else added meanwhile in one order: that of whoever moved something, the other's additions after the one they followed.</summary>
/// <param name="mine">The codes the rows had, in the order of the form; empty for a new row.</param>
/// <param name="theirs">The codes stored.</param>
/// <param name="was">The codes the form was opened with; null when nobody knows any more.</param>
internal sealed class OptionOrder(IReadOnlyList<string> mine, IReadOnlyList<string> theirs, IReadOnlyList<string>? was)
{
    /// <summary>One place of the list: a row of the form, or, at -1, an option that only the store has.</summary>
    internal sealed record Place(string Code, int Row);

    /// <summary>The places, in order.</summary>
    /// <param name="kept">The codes that only the store has.</param>
    /// <param name="tell">Called when both moved something.</param>
    public IReadOnlyList<Place> Run(IReadOnlyList<string> kept, Action tell)
    {
        List<Place> rows = [.. mine.Index().Select(row => new Place(row.Item, row.Index))];
        List<Place> stored = [.. theirs.Select(code => rows.Find(row => row.Code == code) ?? new Place(code, -1)).Where(place => place.Row >= 0 || kept.Contains(place.Code))];
        var (isMineMoved, isTheirsMoved) = (was is null || IsMoved(mine, was), was is null || IsMoved(theirs, was));
        if (isTheirsMoved && !isMineMoved) return Put(rows, stored);
        if (isTheirsMoved && IsMoved(mine, theirs)) tell();
        return Put(stored, rows);
    }

    private static bool IsMoved(IReadOnlyList<string> one, IReadOnlyList<string> other) => !one.Where(other.Contains).SequenceEqual(other.Where(one.Contains));

    // Those of the first list that the second lacks, each after the one it follows.
    private static List<Place> Put(List<Place> from, List<Place> into)
    {
        List<Place> all = [.. into];
        foreach (var (at, place) in from.Index())
        {
            if (all.Contains(place)) continue;
            var before = at == 0 ? -1 : all.IndexOf(from[at - 1]);
            all.Insert(before + 1, place);
        }

        return all;
    }
}
