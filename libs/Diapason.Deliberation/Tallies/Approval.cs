namespace Diapason.Deliberation;

/// <summary>How many approve of an option.</summary>
/// <param name="Option">Its number.</param>
/// <param name="Approvals">Ballots that approve.</param>
/// <param name="Share">Of all ballots, blank ones included; 0 without a ballot.</param>
/// <param name="Bounds">Wilson's, at 95 %.</param>
public sealed record ApprovalCount(int Option, int Approvals, double Share, Bounds Bounds);

/// <summary>Approval: each ballot names what it would accept (Brams &amp; Fishburn 1978).</summary>
public static class Approval
{
    /// <summary>Counts.</summary>
    /// <param name="ballots">The options each approves of, by number; an option named twice counts once; an empty ballot approves of none.</param>
    /// <param name="options">How many options there are.</param>
    /// <returns>Most approved first, then by number.</returns>
    /// <exception cref="DeliberationException"><see cref="DeliberationError.InvalidValue"/>: an option that does not exist, with the row of its ballot.</exception>
    public static IReadOnlyList<ApprovalCount> Of(IReadOnlyList<IReadOnlyList<int>> ballots, int options)
    {
        var approvals = new int[options];
        foreach (var (row, ballot) in ballots.Index())
        {
            if (ballot.Any(option => option < 0 || option >= options)) throw new DeliberationException(DeliberationError.InvalidValue, "A ballot approves of an option that does not exist.", row);
            foreach (var option in ballot.Distinct()) approvals[option]++;
        }

        return [.. approvals.Select((count, option) => new ApprovalCount(option, count, count / (double)Math.Max(1, ballots.Count), Proportion.Wilson(count, ballots.Count))).OrderByDescending(one => one.Approvals).ThenBy(one => one.Option)];
    }
}
