namespace Diapason.Deliberation;

/// <summary>Who is preferred to whom in ballots of ranks: 1 is best, equal ranks are allowed, and what is not ranked comes after what is.</summary>
internal static class RankedBallots
{
    /// <summary><c>[a, b]</c>: ballots that rank a before b.</summary>
    public static int[,] Preferences(IReadOnlyList<IReadOnlyList<int?>> ballots, int options)
    {
        var prefer = new int[options, options];
        foreach (var (row, ballot) in ballots.Index())
        {
            if (ballot.Count != options) throw new DeliberationException(DeliberationError.LengthMismatch, $"A ballot ranks {ballot.Count} options of {options}.", row);
            if (ballot.Any(rank => rank < 1)) throw new DeliberationException(DeliberationError.InvalidValue, "A rank is under 1.", row);
            for (var a = 0; a < options; a++)
                for (var b = 0; b < options; b++)
                    if ((ballot[a] ?? int.MaxValue) < (ballot[b] ?? int.MaxValue)) prefer[a, b]++;
        }

        return prefer;
    }
}
