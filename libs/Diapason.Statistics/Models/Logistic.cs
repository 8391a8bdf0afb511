namespace Diapason.Statistics;

/// <summary>The logistic distribution, exact in both tails.</summary>
internal static class Logistic
{
    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static double Share(double x) => x >= 0 ? 1 / (1 + Math.Exp(-x)) : Math.Exp(x) / (1 + Math.Exp(x));

    /// <summary>Its derivative.</summary>
    public static double Density(double x)
    {
        var tail = Math.Exp(-Math.Abs(x));
        return tail / ((1 + tail) * (1 + tail));
    }

    /// <summary>Its second derivative.</summary>
    public static double Curvature(double x) => -Density(x) * Math.Tanh(x / 2);

    /// <summary>log(1 + eˣ).</summary>
    public static double Softplus(double x) => Math.Max(x, 0) + double.LogP1(Math.Exp(-Math.Abs(x)));

    /// <summary>Share(upper) − Share(lower).</summary>
    public static double Between(double lower, double upper) => lower > 0 ? Share(-lower) - Share(-upper) : Share(upper) - Share(lower);
}
