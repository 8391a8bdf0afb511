using System.Runtime.InteropServices;
using Diapason.Statistics;

namespace Diapason.Deliberation;

/// <summary>Between what and what a share is.</summary>
/// <param name="Low">0 to 1.</param>
/// <param name="High">0 to 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Bounds(double Low, double High);

/// <summary>Intervals for shares.</summary>
public static class Proportion
{
    /// <summary>The score interval of a share (Wilson 1927, <i>J. Am. Stat. Assoc.</i> 22): holds its level at few trials and at shares of 0 and 1.</summary>
    /// <param name="successes">0 to <paramref name="trials"/>; may be fractional for an effective number.</param>
    /// <param name="trials">0 or more; 0 gives the whole of [0, 1].</param>
    /// <param name="confidence">Over 0 and under 1.</param>
    /// <exception cref="DeliberationException"><see cref="DeliberationError.InvalidValue"/>: an argument is out of its domain, or not a number.</exception>
    public static Bounds Wilson(double successes, double trials, double confidence = 0.95)
    {
        if (!(trials >= 0 && double.IsFinite(trials) && successes >= 0 && successes <= trials)) throw new DeliberationException(DeliberationError.InvalidValue, $"{successes} of {trials} is no share.");
        if (!(confidence > 0 && confidence < 1)) throw new DeliberationException(DeliberationError.InvalidValue, $"The confidence is {confidence}: it must be over 0 and under 1.");
        if (trials == 0) return new(0, 1);
        var (p, z) = (successes / trials, Distributions.NormalQuantile((1 + confidence) / 2));
        var square = z * z / trials;
        var (centre, half) = ((p + (square / 2)) / (1 + square), z * Math.Sqrt((p * (1 - p) / trials) + (square / (4 * trials))) / (1 + square));
        // At the ends the bound is the end itself, but for rounding.
        return new(successes == 0 ? 0 : Math.Max(0, centre - half), successes == trials ? 1 : Math.Min(1, centre + half));
    }
}
