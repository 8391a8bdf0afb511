namespace Diapason.Deliberation;

/// <summary>Tests of shares as Polis takes them: a success and a trial are added first, so that nobody's single vote is certainty.</summary>
internal static class ProportionTests
{
    /// <summary>Nine in ten, one-sided.</summary>
    public const double Ninety = 1.2816;

    /// <summary>(s + 1) / (n + 2): Laplace's rule of succession.</summary>
    public static double Share(int successes, int trials) => (successes + 1.0) / (trials + 2.0);

    /// <summary>z of a share against one half.</summary>
    public static double AgainstHalf(int successes, int trials)
    {
        var n = trials + 1.0;
        return 2 * Math.Sqrt(n) * (((successes + 1) / n) - 0.5);
    }

    /// <summary>z of the difference of two shares, variance pooled; 0 where both are whole, and nothing varies.</summary>
    public static double Between((int Successes, int Trials) one, (int Successes, int Trials) other)
    {
        var (s1, n1, s2, n2) = (one.Successes + 1.0, one.Trials + 1.0, other.Successes + 1.0, other.Trials + 1.0);
        var pooled = (s1 + s2) / (n1 + n2);
        return pooled >= 1 ? 0 : ((s1 / n1) - (s2 / n2)) / Math.Sqrt(pooled * (1 - pooled) * ((1 / n1) + (1 / n2)));
    }
}
