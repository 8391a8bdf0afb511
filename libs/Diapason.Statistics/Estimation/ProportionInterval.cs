namespace Diapason.Statistics;

/// <summary>Intervals of a proportion. Source: Korn &amp; Graubard (1998); Kott &amp; Carr (1997); Lumley, R survey 4.1, <c>svyciprop</c>.</summary>
public static class ProportionInterval
{
    /// <summary>Interval of a proportion from its standard error.</summary>
    /// <param name="share">The proportion, 0…1.</param>
    /// <param name="standardError">Its standard error, ≥ 0.</param>
    /// <param name="basis">Degrees of freedom, respondents and Kish's effective size of the base.</param>
    /// <param name="method">Method asked for.</param>
    /// <param name="level">Confidence level.</param>
    /// <returns>The interval, or null without a degree of freedom. At a share of 0 or 1 the method falls back on Wilson with Kish's size.</returns>
    public static Interval? Of(double share, double standardError, IntervalBasis basis, IntervalMethod method, double level)
    {
        if (!(basis.DegreesOfFreedom > 0))
            return null;
        var t = Distributions.StudentQuantile((1 + level) / 2, basis.DegreesOfFreedom);
        // A share within 0…1 without variance is known: a margin that was raked, or constant in every stratum.
        if (standardError == 0 && share is > 0 and < 1)
            return new Interval(share, share, level, method);
        if (share <= 0 || share >= 1 || (method == IntervalMethod.Beta && basis.Respondents < 2))
            return Wilson(Math.Clamp(share, 0, 1), basis.KishN, t, level);
        return method switch
        {
            IntervalMethod.Logit => Logit(share, standardError, t, level),
            IntervalMethod.Wilson => Wilson(share, share * (1 - share) / (standardError * standardError), t, level),
            IntervalMethod.Beta => Beta(share, standardError, basis, level),
            IntervalMethod.Arcsine => Arcsine(share, standardError, t, level),
            IntervalMethod.LogLog => LogLog(share, standardError, t, level),
            _ => new Interval(share - (t * standardError), share + (t * standardError), level, IntervalMethod.Student),
        };
    }

    private static Interval Logit(double p, double se, double t, double level)
    {
        var centre = Math.Log(p / (1 - p));
        var half = t * se / (p * (1 - p));
        return new Interval(Expit(centre - half), Expit(centre + half), level, IntervalMethod.Logit);

        static double Expit(double x) => 1 / (1 + Math.Exp(-x));
    }

    private static Interval Wilson(double p, double n, double t, double level)
    {
        var square = t * t;
        var centre = (p + (square / (2 * n))) / (1 + (square / n));
        var half = t * Math.Sqrt((p * (1 - p) / n) + (square / (4 * n * n))) / (1 + (square / n));
        return new Interval(Math.Max(0, centre - half), Math.Min(1, centre + half), level, IntervalMethod.Wilson);
    }

    private static Interval Beta(double p, double se, IntervalBasis basis, double level)
    {
        var tail = (1 - level) / 2;
        var ratio = Distributions.StudentQuantile(tail, basis.Respondents - 1) / Distributions.StudentQuantile(tail, basis.DegreesOfFreedom);
        var n = p * (1 - p) / (se * se) * ratio * ratio;
        return new Interval(
            BetaFunction.Quantile(n * p, (n * (1 - p)) + 1, tail), BetaFunction.Quantile((n * p) + 1, n * (1 - p), 1 - tail), level, IntervalMethod.Beta);
    }

    private static Interval Arcsine(double p, double se, double t, double level)
    {
        var centre = Math.Asin(Math.Sqrt(p));
        var half = t * se / (2 * Math.Sqrt(p * (1 - p)));
        // Beyond the arc the sine turns back: the limit is then 0 or 1.
        var low = Math.Sin(Math.Max(0, centre - half));
        var high = Math.Sin(Math.Min(Math.PI / 2, centre + half));
        return new Interval(low * low, high * high, level, IntervalMethod.Arcsine);
    }

    private static Interval LogLog(double p, double se, double t, double level)
    {
        var log = Math.Log(1 - p);
        var centre = Math.Log(-log);
        var half = t * se / Math.Abs((1 - p) * log);
        return new Interval(1 - Math.Exp(-Math.Exp(centre - half)), 1 - Math.Exp(-Math.Exp(centre + half)), level, IntervalMethod.LogLog);
    }
}

/// <summary>What an interval rests on.</summary>
/// <param name="DegreesOfFreedom">Degrees of freedom of the variance.</param>
/// <param name="Respondents">Respondents in the base.</param>
/// <param name="KishN">(Σw)² / Σw² over the base (Kish 1965).</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct IntervalBasis(double DegreesOfFreedom, int Respondents, double KishN);
