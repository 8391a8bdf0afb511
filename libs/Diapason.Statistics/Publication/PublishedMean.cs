namespace Diapason.Statistics.Publication;

/// <summary>A mean as the world sees it; error, interval and marks are functions of these numbers.</summary>
/// <param name="Mean">Unit of the variable, rounded.</param>
/// <param name="N">The base as shown.</param>
/// <param name="DesignEffect">d̃, of the whole table.</param>
/// <param name="Spread">Standard deviation of everyone, two digits, the same for every row.</param>
public sealed record PublishedMean(double Mean, RoundedBase N, double DesignEffect, double Spread)
{
    /// <summary>Standard error of sampling and protection: twice the spread times that of a share of one half.</summary>
    public double StandardError => 2 * Spread * new PublishedShare(0.5, N, DesignEffect).StandardError;

    /// <summary>Coefficient of variation; null for a mean of 0.</summary>
    public double? Cv => Mean == 0 ? null : StandardError / Math.Abs(Mean);

    /// <summary>Reliability by the coefficient of variation.</summary>
    public Reliability Reliability => Cv switch
    {
        null or > 0.25 => Reliability.Unreliable,
        > 0.15 => Reliability.Caution,
        _ => Reliability.Good,
    };

    /// <summary>Normal interval that counts the noise.</summary>
    /// <param name="level">Confidence level.</param>
    /// <returns>The interval.</returns>
    public Interval Interval(double level = 0.95)
    {
        var half = Distributions.NormalQuantile((1 + level) / 2) * StandardError;
        return new Interval(Mean - half, Mean + half, level, IntervalMethod.Student);
    }
}

/// <summary>Bounds and spread by which means of one variable are protected: those of everyone, the same in every row.</summary>
public sealed record MeanScale
{
    private MeanScale(double low, double high, double spread) => (Low, High, Spread) = (low, high, spread);

    /// <summary>Smallest value after the cut.</summary>
    public double Low { get; }

    /// <summary>Largest value after the cut.</summary>
    public double High { get; }

    /// <summary>Standard deviation of everyone, rounded to two digits; public.</summary>
    public double Spread { get; }

    /// <summary>The scale of a variable.</summary>
    /// <param name="least">Smallest value the questionnaire allows.</param>
    /// <param name="most">Largest one.</param>
    /// <param name="mean">Weighted mean of everyone.</param>
    /// <param name="deviation">Weighted standard deviation of everyone, &gt; 0.</param>
    /// <returns>Values cut at the questionnaire's bounds and at mean ± 2.5 deviations, all of two digits.</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/> for bounds in the wrong order, a mean outside them or no spread.</exception>
    public static MeanScale Of(double least, double most, double mean, double deviation)
    {
        if (!(least < most && mean >= least && mean <= most && deviation > 0 && double.IsFinite(deviation)))
            throw new SurveyException(SurveyError.InvalidValue, "A mean's scale needs bounds in order, a mean between them and a deviation over 0.");
        var spread = TwoDigits(deviation);
        var unit = Math.Pow(10, Math.Floor(Math.Log10(spread)) - 1);
        var (low, high) = (Math.Floor((mean - (2.5 * deviation)) / unit) * unit, Math.Ceiling((mean + (2.5 * deviation)) / unit) * unit);
        return new MeanScale(Math.Max(least, low), Math.Min(most, high), spread);
    }

    /// <summary>Cuts a value.</summary>
    /// <param name="value">An answer.</param>
    /// <returns>The answer within the scale.</returns>
    public double Cut(double value) => Math.Clamp(value, Low, High);

    /// <summary>
    /// Step of the printed mean: 1, 2 or 5 times a power of ten. Never finer than one step of the draw, or of the share it costs as much as: a finer figure would
    /// show the draw through it (whole sums moved by steps of 2·SD·u).
    /// </summary>
    internal double StepFor(RoundedBase n, double designEffect)
    {
        var least = 2 * Spread * Math.Max(n.ShareStep, Math.Sqrt(designEffect) / n.Least);
        var power = Math.Pow(10, Math.Floor(Math.Log10(least)));
        return (least / power) switch { <= 1 + 1e-9 => power, <= 2 + 1e-9 => 2 * power, <= 5 + 1e-9 => 5 * power, _ => 10 * power };
    }

    private static double TwoDigits(double value)
    {
        var exponent = (int)Math.Floor(Math.Log10(value)) - 1;
        var unit = Math.Pow(10, exponent);
        return Math.Round(Math.Round(value / unit) * unit, Math.Clamp(-exponent, 0, 15));
    }
}
