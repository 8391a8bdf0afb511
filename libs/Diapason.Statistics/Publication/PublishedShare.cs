using System.Globalization;

namespace Diapason.Statistics.Publication;

/// <summary>At which end the protected count was too near to be shown. It says nothing certain of the true count: chance may have carried it there.</summary>
public enum ShareCut
{
    /// <summary>Shown.</summary>
    None,
    /// <summary>The protected count is under three: say "about 0 %".</summary>
    Under,
    /// <summary>The protected count is within three of everybody: say "about 100 %".</summary>
    Over,
}

/// <summary>
/// A share as the world sees it. It holds three numbers and nothing else of the people behind it; error, interval, coefficient of variation, marks, charts and
/// sentences are functions of these three.
/// </summary>
/// <param name="Share">0…1, rounded to <see cref="RoundedBase.ShareStep"/>; when cut, the edge that the protected share lies beyond, from which error and interval are computed. It is no bound on the true share: do not print it as one.</param>
/// <param name="N">The base as shown.</param>
/// <param name="DesignEffect">d̃, of the whole table, ≥ 1, rounded up to 0.1.</param>
/// <param name="Cut">Whether only the end it is near is shown.</param>
public sealed record PublishedShare(double Share, RoundedBase N, double DesignEffect, ShareCut Cut = ShareCut.None)
{
    /// <summary>A unit of noise is at least this where weights are cut at three times the mean (3 / 2.5).</summary>
    internal const double LeastUnit = 1.2;

    /// <summary>Standard error of sampling and protection: √(p(1−p)·d̃/ñ + V(ñ)·u²/ñ²), with p(1−p) at least 3/ñ and u² at least max(d̃, 1.44) unless d̃ is 1.</summary>
    public double StandardError => Math.Sqrt((Math.Max(Share * (1 - Share), 3.0 / N.Value) * DesignEffect / N.Value) + Protection);

    /// <summary>The same of the other answer of a yes/no, never drawn apart.</summary>
    public PublishedShare Complement => this with
    {
        Share = 1 - Share,
        Cut = Cut switch { ShareCut.Under => ShareCut.Over, ShareCut.Over => ShareCut.Under, _ => ShareCut.None },
    };

    /// <summary>Coefficient of variation, error over share; null when the share is cut under.</summary>
    public double? Cv => Cut == ShareCut.Under || Share <= 0 ? null : StandardError / Share;

    /// <summary>Reliability by the coefficient of variation, as <see cref="Estimate.Reliability"/>.</summary>
    public Reliability Reliability => Cv switch
    {
        null or > 0.25 => Reliability.Unreliable,
        > 0.15 => Reliability.Caution,
        _ => Reliability.Good,
    };

    /// <summary>What sums add: the share, or half of what is left beyond the edge.</summary>
    internal double Middle => Cut switch { ShareCut.Under => Share / 2, ShareCut.Over => (1 + Share) / 2, _ => Share };

    /// <summary>The part of the standard error that is protection: √V(ñ)·u/ñ, 0…1. Nineteen times in twenty chance moves a share by less than 1.96 times this.</summary>
    public double ProtectionError => Math.Sqrt(Protection);

    private double Protection => NoiseRule.Recommended.Variance(N.Value) * (DesignEffect > 1 ? Math.Max(DesignEffect, LeastUnit * LeastUnit) : 1) / ((double)N.Value * N.Value);

    /// <summary>Interval that counts the noise: Wilson's on the size that this error amounts to; from 0, or to 1, when cut.</summary>
    /// <param name="level">Confidence level.</param>
    /// <returns>The interval.</returns>
    public Interval Interval(double level = 0.95)
    {
        var z = Distributions.NormalQuantile((1 + level) / 2);
        var size = Math.Max(Share * (1 - Share), 3.0 / N.Value) / (StandardError * StandardError);
        var (p, square) = (Share, z * z);
        var centre = (p + (square / (2 * size))) / (1 + (square / size));
        var half = z * Math.Sqrt((Math.Max(p * (1 - p), 0) / size) + (square / (4 * size * size))) / (1 + (square / size));
        var low = Cut == ShareCut.Under ? 0 : Math.Max(0, centre - half);
        var high = Cut == ShareCut.Over ? 1 : Math.Min(1, centre + half);
        return new Interval(low, high, level, IntervalMethod.Wilson);
    }

    /// <summary>Share, people and design effect; its complement has a complement, and would print without end.</summary>
    /// <returns>For whoever debugs.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Share} of {N.Least}–{N.Most}, design effect {DesignEffect}, cut {Cut}");

    /// <summary>Sum of several options of one question ("agree" and "strongly agree"): of what was published, never counted again.</summary>
    /// <param name="options">Options of one choice in one row, at least one.</param>
    /// <returns>The sum, cut where it is too near an end.</returns>
    public static PublishedShare Sum(IReadOnlyList<PublishedShare> options)
    {
        var first = options[0];
        if (options.All(o => o.Cut == ShareCut.Under))
            return first with { Share = Math.Min(1, options.Sum(o => o.Share)) };
        return Rounded(Math.Min(1, options.Sum(o => o.Middle)), first.N, first.DesignEffect, first.N.Value);
    }

    /// <summary>The cut, then the rounding.</summary>
    internal static PublishedShare Rounded(double share, RoundedBase n, double designEffect, int trueN)
    {
        var edge = Math.Ceiling(Math.Round(300.0 / n.Least, 9)) / 100;
        if (share * trueN < 3)
            return new PublishedShare(edge, n, designEffect, ShareCut.Under);
        if (share * trueN > trueN - 3)
            return new PublishedShare(1 - edge, n, designEffect, ShareCut.Over);
        return new PublishedShare(Math.Round(Math.Round(share / n.ShareStep) * n.ShareStep, 4), n, designEffect);
    }
}
