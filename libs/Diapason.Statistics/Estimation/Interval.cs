namespace Diapason.Statistics;

/// <summary>How an interval is built.</summary>
public enum IntervalMethod
{
    /// <summary>Estimate ± t × standard error (R: <c>method = "mean"</c>).</summary>
    Student,
    /// <summary>Student on the logit scale (R: <c>"logit"</c> and <c>"xlogit"</c>).</summary>
    Logit,
    /// <summary>Wilson's score interval on the effective sample size (Kott &amp; Carr 1997; Dean &amp; Pagano 2015).</summary>
    Wilson,
    /// <summary>Clopper–Pearson on the effective sample size adjusted for degrees of freedom (Korn &amp; Graubard 1998; R: <c>"beta"</c>).</summary>
    Beta,
    /// <summary>Student on the arcsine square-root scale (R: <c>"asin"</c>).</summary>
    Arcsine,
    /// <summary>Student on the complementary log-log scale.</summary>
    LogLog,
    /// <summary>Woodruff's inversion of the interval of a proportion, for quantiles.</summary>
    Woodruff,
}

/// <summary>A confidence interval.</summary>
/// <param name="Low">Lower limit.</param>
/// <param name="High">Upper limit.</param>
/// <param name="Level">Confidence level, e.g. 0.95.</param>
/// <param name="Method">How it was built; at a share of 0 or 1 it is always <see cref="IntervalMethod.Wilson"/> on Kish's effective size.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct Interval(double Low, double High, double Level, IntervalMethod Method);

/// <summary>How far an estimate may be trusted, by its coefficient of variation (Institut de la statistique du Québec).</summary>
public enum Reliability
{
    /// <summary>CV above 0 and up to 15 %.</summary>
    Good,
    /// <summary>CV over 15 % and up to 25 %: <c>*</c>, interpret with care.</summary>
    Caution,
    /// <summary>CV over 25 %, or none because no variation was measured: <c>**</c>, for information only.</summary>
    Unreliable,
}
