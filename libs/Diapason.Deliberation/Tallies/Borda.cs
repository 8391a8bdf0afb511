namespace Diapason.Deliberation;

/// <summary>What an option gathers.</summary>
/// <param name="Option">Its number.</param>
/// <param name="Points">Options it comes before, half a point for each it ties with, over all ballots.</param>
/// <param name="Mean">A ballot that ranks anything; 0 to options − 1.</param>
public sealed record BordaCount(int Option, double Points, double Mean);

/// <summary>Borda's count (1781): a point for each option one comes before. Anybody can add it up again on paper; it likes what many find good over what some find best.</summary>
public static class Borda
{
    /// <summary>Counts.</summary>
    /// <param name="ballots">For each, the rank of each option: 1 is best, equal ranks allowed, null not ranked (after all that are, tied among themselves). A ballot that ranks nothing is not counted.</param>
    /// <param name="options">How many options there are.</param>
    /// <returns>Most points first, then by number.</returns>
    /// <exception cref="DeliberationException"><see cref="DeliberationError.LengthMismatch"/>, <see cref="DeliberationError.InvalidValue"/>, with the row.</exception>
    public static IReadOnlyList<BordaCount> Of(IReadOnlyList<IReadOnlyList<int?>> ballots, int options)
    {
        var prefer = RankedBallots.Preferences(ballots, options);
        var counted = ballots.Count(ballot => ballot.Any(rank => rank is not null));
        return
        [
            .. Enumerable.Range(0, options)
                .Select(a => Enumerable.Range(0, options).Where(b => b != a).Sum(b => prefer[a, b] + ((counted - prefer[a, b] - prefer[b, a]) / 2.0)))
                .Select((points, option) => new BordaCount(option, points, points / Math.Max(1, counted)))
                .OrderByDescending(one => one.Points).ThenBy(one => one.Option),
        ];
    }
}
