namespace Diapason.Deliberation;

/// <summary>What an option gathers of the dots given.</summary>
/// <param name="Option">Its number.</param>
/// <param name="Count">Dots on it.</param>
/// <param name="People">How many gave it one at least.</param>
/// <param name="Share">Of all dots; 0 when there is none.</param>
/// <param name="Bounds">At 95 %, for as many independent dots as those of these people are worth.</param>
public sealed record DotShare(int Option, int Count, int People, double Share, Bounds Bounds);

/// <summary>Dots from a budget. Those of one person go together: they are not as many opinions as dots.</summary>
public static class Dots
{
    /// <summary>
    /// Shares with their intervals: the variance of a share is that of a ratio over people (Cochran 1977, § 2.11), which says how many independent dots would have it,
    /// and Wilson's interval is taken with that number (Kott &amp; Carr 1997), never more than there are dots nor, where people do not differ, than there are people.
    /// </summary>
    /// <param name="people">For each person, the dots on each option, 0 or more. Who gave none is not counted.</param>
    /// <returns>In the order of the options.</returns>
    /// <exception cref="DeliberationException"><see cref="DeliberationError.LengthMismatch"/>, <see cref="DeliberationError.InvalidValue"/>, with the row.</exception>
    public static IReadOnlyList<DotShare> Of(IReadOnlyList<IReadOnlyList<int>> people)
    {
        var options = people.Count == 0 ? 0 : people[0].Count;
        foreach (var (row, dots) in people.Index())
        {
            if (dots.Count != options) throw new DeliberationException(DeliberationError.LengthMismatch, $"A person’s dots are on {dots.Count} options, those before on {options}.", row);
            if (dots.Any(one => one < 0)) throw new DeliberationException(DeliberationError.InvalidValue, "Fewer than no dots.", row);
        }

        var giving = people.Select(dots => (Dots: dots, Sum: dots.Sum(one => (long)one))).Where(one => one.Sum > 0).ToList();
        return [.. Enumerable.Range(0, options).Select(option => Share(option, giving))];
    }

    private static DotShare Share(int option, List<(IReadOnlyList<int> Dots, long Sum)> people)
    {
        double total = people.Sum(one => one.Sum), on = people.Sum(one => (long)one.Dots[option]);
        if (total == 0) return new(option, 0, 0, 0, new(0, 1));
        var share = on / total;
        var squares = people.Sum(one => Math.Pow(one.Dots[option] - (share * one.Sum), 2));
        var worth = squares > 0 && people.Count > 1 ? Math.Min(total, share * (1 - share) * total * total * (people.Count - 1) / (people.Count * squares)) : people.Count;
        return new(option, (int)on, people.Count(one => one.Dots[option] > 0), share, Proportion.Wilson(Math.Min(share * worth, worth), worth));
    }
}
