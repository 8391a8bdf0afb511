namespace Diapason.Statistics;

/// <summary>Several estimates and the covariance between them.</summary>
/// <param name="Estimates">p estimates.</param>
/// <param name="Covariance">p × p.</param>
public sealed record EstimateSet(IReadOnlyList<Estimate> Estimates, double[,] Covariance)
{
    /// <summary>An estimate by position.</summary>
    public Estimate this[int index] => Estimates[index];

    /// <summary>A linear combination, its interval by Student with the smallest degrees of freedom of the parts.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="coefficients">p numbers.</param>
    /// <param name="level">Confidence level, in (0, 1).</param>
    /// <exception cref="SurveyException">There is not one coefficient an estimate, or one is not a number.</exception>
    public Contrast Combine(string name, IReadOnlyList<double> coefficients, double level = 0.95)
    {
        if (coefficients.Count != Estimates.Count)
            throw new SurveyException(SurveyError.LengthMismatch, $"'{name}' has {coefficients.Count} coefficients for {Estimates.Count} estimates.", name);
        double value = 0, variance = 0;
        for (var i = 0; i < coefficients.Count; i++)
        {
            value += coefficients[i] * Estimates[i].Value;
            for (var j = 0; j < coefficients.Count; j++)
                variance += coefficients[i] * coefficients[j] * Covariance[i, j];
        }
        var df = Estimates.Where((_, i) => coefficients[i] != 0).Select(e => e.DegreesOfFreedom).DefaultIfEmpty(0).Min();
        return Contrast.Of(name, value, Math.Sqrt(Math.Max(0, variance)), df, level);
    }
}

/// <summary>A combination of estimates, tested against zero.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The combination.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="DegreesOfFreedom">Degrees of freedom.</param>
/// <param name="Interval">Student interval; null without a degree of freedom.</param>
/// <param name="PValue">Two-sided probability of as far from zero; null when the standard error is zero.</param>
public sealed record Contrast(string Name, double Value, double StandardError, double DegreesOfFreedom, Interval? Interval, double? PValue)
{
    internal static Contrast Of(string name, double value, double error, double df, double level)
    {
        if (!double.IsFinite(value) || !double.IsFinite(error))
            throw new SurveyException(SurveyError.InvalidValue, $"'{name}' is not a finite number: check its coefficients.", name);
        var interval = Estimators.IntervalOf(false, value, error, new IntervalBasis(df, 0, 0), new EstimateOptions { Level = level });
        double? p = error > 0 && df > 0 ? 2 * Distributions.StudentUpper(Math.Abs(value / error), df) : null;
        return new Contrast(name, value, error, df, interval, p);
    }
}
