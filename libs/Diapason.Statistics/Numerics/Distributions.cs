namespace Diapason.Statistics;

/// <summary>Distribution functions of the tests and intervals. Infinite degrees of freedom give the normal or χ² limit.</summary>
internal static class Distributions
{
    /// <summary>P(Z &gt; z).</summary>
    public static double NormalUpper(double z) => z >= 0 ? 0.5 * GammaFunction.Upper(0.5, z * z / 2) : 1 - (0.5 * GammaFunction.Upper(0.5, z * z / 2));

    /// <summary>z with P(Z ≤ z) = p (Newton on the tail, from Hastings' start).</summary>
    public static double NormalQuantile(double p)
    {
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

    /// <summary>P(T &gt; t) with ν degrees of freedom.</summary>
    public static double StudentUpper(double t, double df)
    {
        if (double.IsInfinity(df))
            return NormalUpper(t);
        var square = t * t;
        var half = 0.5 * BetaFunction.Lower(df / 2, 0.5, df / (df + square), square / (df + square));
        return t >= 0 ? half : 1 - half;
    }

    /// <summary>t with P(T ≤ t) = p.</summary>
    public static double StudentQuantile(double p, double df)
    {
        if (!(p > 0 && p < 1))
            throw new SurveyException(SurveyError.InvalidValue, $"{p} is not inside 0…1: check the confidence level.");
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

    /// <summary>P(F &gt; f).</summary>
    public static double FUpper(double f, double df1, double df2)
    {
        if (f <= 0)
            return 1;
        if (double.IsInfinity(df2))
            return ChiSquareUpper(f * df1, df1);
        var denominator = df2 + (df1 * f);
        return BetaFunction.Lower(df2 / 2, df1 / 2, df2 / denominator, df1 * f / denominator);
    }

    /// <summary>P(χ² &gt; x).</summary>
    public static double ChiSquareUpper(double x, double df) => GammaFunction.Upper(df / 2, x / 2);
}
