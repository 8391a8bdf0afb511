namespace Diapason.Deliberation;

/// <summary>Where an option comes.</summary>
/// <param name="Option">Its number.</param>
/// <param name="Rank">1 and one more for each option that beats it; equal where neither beats the other.</param>
/// <param name="Beats">Options it beats, by number.</param>
public sealed record SchulzePlace(int Option, int Rank, IReadOnlyList<int> Beats);

/// <summary>
/// Schulze's method (2011, <i>Social Choice and Welfare</i> 36), by winning votes: what a majority prefers to each other comes first; where majorities turn in a circle,
/// the strongest chain decides. Ranking an option higher never harms it, and near copies of an option change nothing for the others.
/// </summary>
public static class Schulze
{
    /// <summary>Places.</summary>
    /// <param name="ballots">For each, the rank of each option: 1 is best, equal ranks allowed, null not ranked (after all that are).</param>
    /// <param name="options">How many options there are; time grows with its cube.</param>
    /// <returns>First rank first, then by number.</returns>
    /// <exception cref="DeliberationException"><see cref="DeliberationError.LengthMismatch"/>, <see cref="DeliberationError.InvalidValue"/>, with the row.</exception>
    public static IReadOnlyList<SchulzePlace> Of(IReadOnlyList<IReadOnlyList<int?>> ballots, int options)
    {
        var strength = StrongestChains(RankedBallots.Preferences(ballots, options), options);
        bool Beats(int a, int b) => strength[a, b] > strength[b, a];
        return
        [
            .. Enumerable.Range(0, options)
                .Select(a => new SchulzePlace(a, 1 + Enumerable.Range(0, options).Count(b => Beats(b, a)), [.. Enumerable.Range(0, options).Where(b => Beats(a, b))]))
                .OrderBy(place => place.Rank).ThenBy(place => place.Option),
        ];
    }

    private static int[,] StrongestChains(int[,] prefer, int options)
    {
        var strength = new int[options, options];
        for (var a = 0; a < options; a++)
            for (var b = 0; b < options; b++) strength[a, b] = prefer[a, b] > prefer[b, a] ? prefer[a, b] : 0;
        for (var by = 0; by < options; by++)
            for (var a = 0; a < options; a++)
                for (var b = 0; b < options; b++)
                    if (a != b) strength[a, b] = Math.Max(strength[a, b], Math.Min(strength[a, by], strength[by, b]));
        return strength;
    }
}
