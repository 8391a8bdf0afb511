namespace Diapason.Statistics;

/// <summary>Distribution functions of the tests and intervals. Infinite degrees of freedom give the normal or χ² limit. Source: Loader (2000); Press et al. (2007), ch. 6.</summary>
public static class Distributions
{
    /// <summary>P(Z &gt; z) of the standard normal.</summary>
    /// <param name="z">Any number.</param>
    /// <exception cref="SurveyException">It is not a number.</exception>
    public static double NormalUpper(double z) => double.IsNaN(z) ? throw Outside(nameof(z), z, "a number") : z >= 0 ? 0.5 * GammaFunction.Upper(0.5, z * z / 2) : 1 - (0.5 * GammaFunction.Upper(0.5, z * z / 2));

    /// <summary>z with P(Z ≤ z) = p (Newton on the tail, from Hastings' start).</summary>
    /// <param name="p">In (0, 1).</param>
    /// <exception cref="SurveyException">It is not inside 0…1.</exception>
    public static double NormalQuantile(double p)
    {
        if (!(p > 0 && p < 1))
            throw Outside(nameof(p), p, "inside 0…1");
        if (p == 0.5)
            return 0;
        if (p > 0.5)
            return -NormalQuantile(1 - p);
        var t = Math.Sqrt(-2 * Math.Log(p));
        var z = t - ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))))));
        for (var i = 0; i < 20; i++)
        {
            var tail = NormalUpper(z);
            var density = Math.Exp(-z * z / 2) / 2.5066282746310005;
            var step = (tail - p) / density;
            // Halley: the normal tail's second derivative is z times its density.
            step /= 1 - (step * z / 2);
            z += step;
            if (Math.Abs(step) < 1e-16 * Math.Abs(z))
                break;
        }
        return -z;
    }

    /// <summary>P(T &gt; t) of Student's distribution.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="df">Degrees of freedom, above 0; infinite for the normal.</param>
    /// <exception cref="SurveyException">An argument is outside its range.</exception>
    public static double StudentUpper(double t, double df)
    {
        Check(t, df);
        if (double.IsInfinity(df))
            return NormalUpper(t);
        var square = t * t;
        var half = 0.5 * BetaFunction.Lower(df / 2, 0.5, df / (df + square), square / (df + square));
        return t >= 0 ? half : 1 - half;
    }

    /// <summary>t with P(T ≤ t) = p.</summary>
    /// <param name="p">In (0, 1).</param>
    /// <param name="df">Degrees of freedom, above 0; infinite for the normal.</param>
    /// <exception cref="SurveyException">An argument is outside its range.</exception>
    public static double StudentQuantile(double p, double df)
    {
        if (!(p > 0 && p < 1))
            throw Outside(nameof(p), p, "inside 0…1: check the confidence level");
        Check(0, df);
        if (double.IsInfinity(df))
            return NormalQuantile(p);
        if (p == 0.5)
            return 0;
        if (p < 0.5)
            return -StudentQuantile(1 - p, df);
        var upper = 1 - p;
        // x = ν/(ν+t²) has tail I_x(ν/2, ½)/2, so that the inverse is that of a beta.
        double low = 0, high = Math.Max(2, NormalQuantile(p) * 2);
        while (StudentUpper(high, df) > upper)
            high *= 2;
        var t = Math.Min(high, NormalQuantile(p) * (1 + (1 / df)));
        for (var i = 0; i < 400; i++)
        {
            var error = StudentUpper(t, df) - upper;
            if (error > 0)
                low = t;
            else
                high = t;
            var x = df / (df + (t * t));
            var density = BetaFunction.Density(df / 2, 0.5, x, 1 - x) / Math.Max(t, 1e-300);
            var next = t + (error / density);
            if (!(next > low && next < high))
                next = (low + high) / 2;
            if (Math.Abs(next - t) <= 1e-16 * t)
                return next;
            t = next;
        }
        return t;
    }

    /// <summary>P(F &gt; f) of Fisher's distribution.</summary>
    /// <param name="f">Any number; 1 at 0 and below.</param>
    /// <param name="df1">Degrees of freedom of the numerator, above 0.</param>
    /// <param name="df2">Degrees of freedom of the denominator, above 0; infinite for a χ² over its degrees.</param>
    /// <exception cref="SurveyException">An argument is outside its range.</exception>
    public static double FUpper(double f, double df1, double df2)
    {
        Check(f, df1);
        Check(f, df2);
        if (f <= 0)
            return 1;
        if (double.IsInfinity(df2))
            return ChiSquareUpper(f * df1, df1);
        var denominator = df2 + (df1 * f);
        return BetaFunction.Lower(df2 / 2, df1 / 2, df2 / denominator, df1 * f / denominator);
    }

    /// <summary>P(χ² &gt; x).</summary>
    /// <param name="x">Any number; 1 at 0 and below.</param>
    /// <param name="df">Degrees of freedom, above 0.</param>
    /// <exception cref="SurveyException">An argument is outside its range.</exception>
    public static double ChiSquareUpper(double x, double df)
    {
        Check(x, df);
        return GammaFunction.Upper(df / 2, x / 2);
    }

    private static void Check(double value, double df)
    {
        if (double.IsNaN(value))
            throw Outside(nameof(value), value, "a number");
        if (!(df > 0))
            throw Outside(nameof(df), df, "above 0");
    }

    private static SurveyException Outside(string name, double value, string range) => new(SurveyError.InvalidValue, $"{name} is {value}: it must be {range}.");
}
