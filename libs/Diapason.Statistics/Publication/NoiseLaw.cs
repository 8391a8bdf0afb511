namespace Diapason.Statistics.Publication;

/// <summary>
/// A law on few whole numbers, of mean 0 and a given variance, from which a number is looked up by 53 random bits. Probabilities are kept as whole
/// multiples of 2⁻⁴⁴, so that machines whose exponential differs in its last bit draw alike; mean and variance stay exact to 1e-9.
/// </summary>
public sealed class NoiseLaw
{
    private const int Bits = 53;
    private const int Kept = 44;
    private const ulong Whole = 1UL << Bits;
    private readonly int[] values;
    private readonly ulong[] cumulated;

    private NoiseLaw(int[] values, ulong[] cumulated)
    {
        this.values = values;
        this.cumulated = cumulated;
        cumulated[^1] = Whole;
    }

    /// <summary>Added under 100 people: variance 4, at most 8 people.</summary>
    public static NoiseLaw Small { get; } = Symmetric(8, 4);

    /// <summary>Added from 100 people on, multiplied by √(n/100): variance 1.6, at most 5.</summary>
    public static NoiseLaw Large { get; } = Symmetric(5, 1.6);

    /// <summary>The numbers that may be drawn, ascending.</summary>
    public IReadOnlyList<int> Values => values;

    /// <summary>Σ d·p(d), of the law as drawn.</summary>
    public double Mean => values.Sum(d => d * Probability(d));

    /// <summary>Σ d²·p(d), of the law as drawn.</summary>
    public double Variance => values.Sum(d => d * d * Probability(d));

    /// <summary>Truncated discrete Gaussian: symmetric on −bound…bound, the law of greatest entropy of its variance.</summary>
    /// <param name="bound">Largest number of people, 1…100.</param>
    /// <param name="variance">Variance, people², over 0 and under bound².</param>
    /// <returns>The law.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/> outside those limits.</exception>
    public static NoiseLaw Symmetric(int bound, double variance)
    {
        if (bound is < 1 or > 100 || !(variance > 0 && variance < bound * bound))
            throw new SurveyException(SurveyError.InvalidValue, "A symmetric law needs a bound of 1 to 100 and a variance between 0 and its square.");
        int[] numbers = [.. Enumerable.Range(-bound, (2 * bound) + 1)];
        var law = EntropySolver.Solve(numbers, variance);
        var sums = Cumulate(law);
        // The upper half mirrors the lower one: the mean is 0 to the last bit.
        for (var i = 0; i < bound; i++)
            sums[numbers.Length - 2 - i] = Whole - sums[i];
        return new NoiseLaw(numbers, sums);
    }

    /// <summary>
    /// Classical law for one whole count (the cell key method's): unbiased, of this variance, within the bound, never giving 1…smallest − 1 nor less than 0.
    /// Source: Fraser and Wooton (2005); Giessing (2016); R packages ptable, cellKey.
    /// </summary>
    /// <param name="count">The count, ≥ 0; nought stays nought.</param>
    /// <param name="bound">Largest number of people added or taken away.</param>
    /// <param name="variance">Variance, people².</param>
    /// <param name="smallest">Smallest positive count that may be shown, ≥ 1.</param>
    /// <returns>The law of what is added to this count.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.Infeasible"/> when every law on these counts has another variance.</exception>
    public static NoiseLaw ForCount(int count, int bound = 5, double variance = 2, int smallest = 3)
    {
        if (count < 0 || bound is < 1 or > 100 || smallest < 1)
            throw new SurveyException(SurveyError.InvalidValue, "A count and its bounds are not negative.");
        if (count == 0)
            return new NoiseLaw([0], [Whole]);
        int[] numbers = [.. Enumerable.Range(-Math.Min(count, bound), Math.Min(count, bound) + bound + 1).Where(d => count + d == 0 || count + d >= smallest)];
        var (low, high) = (numbers.LastOrDefault(d => d < 0), numbers.FirstOrDefault(d => d > 0));
        var least = numbers.Contains(0) ? 0 : -low * high;
        if (low == 0 || high == 0 || variance < least)
            throw new SurveyException(SurveyError.Infeasible, FormattableString.Invariant($"No unbiased law for a count of {count} has a variance of {variance}."));
        // The least variance without a 0 leaves its two nearest numbers alone: a limit that Newton would only approach.
        return least > 0 && variance == least
            ? new NoiseLaw([low, high], Cumulate([(double)high / (high - low), (double)-low / (high - low)]))
            : new NoiseLaw(numbers, Cumulate(EntropySolver.Solve(numbers, variance)));
    }

    /// <summary>Probability of a number, 0 when it cannot be drawn.</summary>
    /// <param name="d">The number.</param>
    /// <returns>0…1, a multiple of 2⁻⁴⁴ (two-point laws: of 2⁻⁵³).</returns>
    public double Probability(int d)
    {
        var i = Array.BinarySearch(values, d);
        return i < 0 ? 0 : (cumulated[i] - (i == 0 ? 0 : cumulated[i - 1])) / (double)Whole;
    }

    /// <summary>The smallest d whose cumulated probability exceeds u = bits / 2⁵³.</summary>
    /// <param name="bits">53 random bits, under 2⁵³.</param>
    /// <returns>The number drawn.</returns>
    public int Draw(ulong bits)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(bits, Whole);
        for (var i = 0; ; i++)
        {
            if (cumulated[i] > bits)
                return values[i];
        }
    }

    private static ulong[] Cumulate(double[] law)
    {
        var sums = new ulong[law.Length];
        var sum = 0.0;
        for (var i = 0; i < law.Length; i++)
        {
            sum += law[i];
            sums[i] = (ulong)Math.Round(Math.Min(1, sum) * (1UL << Kept)) << (Bits - Kept);
        }
        sums[^1] = Whole;
        return sums;
    }
}
