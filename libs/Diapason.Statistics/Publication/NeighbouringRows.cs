namespace Diapason.Statistics.Publication;

/// <summary>
/// Keeps any two published rows of different variables equal or ten people apart: on each side when the other set is the one now shown, in all when it is an
/// older one (on each side, a set of long ago would freeze rows for ever). Who was in a row at a past edition is a prefix of its people, so that one pass over
/// two rows compares tonight's with every past set of the other.
/// </summary>
internal sealed class NeighbouringRows(int least, AdmittedAnswers people, List<RowSet> rows, Dictionary<RowId, RowState> states)
{
    private readonly Dictionary<RowId, List<int>> published = rows.ToDictionary(
        r => r.Id, r => (states.GetValueOrDefault(r.Id)?.Refreshes ?? []).Select(x => people.Prefix(x.Edition)).Distinct().ToList());

    /// <summary>Whether a row, published tonight, would differ from a set already published by 1 to 9 people.</summary>
    public bool Conflict(RowSet row) => rows.Any(other => other.Id != row.Id && !Disjoint(row.Id, other.Id) && published[other.Id].Count > 0 && Conflict(row, other));

    /// <summary>Tonight's set of this row is published too.</summary>
    public void Publish(RowSet row)
    {
        if (!published[row.Id].Contains(people.Count))
            published[row.Id].Add(people.Count);
    }

    // Segments of one variable share nobody: each lacks all of the other's people, 20 at least.
    private static bool Disjoint(RowId one, RowId other) => one.Breakdown == other.Breakdown;

    private bool Conflict(RowSet row, RowSet other)
    {
        var (from, both, theirs) = (0, 0, 0);
        var sets = published[other.Id];
        for (var i = 0; i < sets.Count; i++)
        {
            both += row.Count(from, sets[i], other.Bits);
            theirs += other.Count(from, sets[i]);
            from = sets[i];
            if (Close(row.Size + theirs - (2 * both)) || (i == sets.Count - 1 && (Close(row.Size - both) || Close(theirs - both))))
                return true;
        }
        return false;
    }

    private bool Close(int difference) => difference > 0 && difference < least;
}
