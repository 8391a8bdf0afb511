namespace Diapason.Statistics.Publication;

/// <summary>
/// The law of greatest entropy on given whole numbers with mean 0 and a given variance: p(d) ∝ exp(a·d + b·d²). Its dual is convex, so a damped Newton
/// iteration finds it wherever it exists. Source: Marley and Leaver (2011); Giessing (2016).
/// </summary>
internal static class EntropySolver
{
    private const double Tolerance = 1e-13;

    public static double[] Solve(int[] values, double variance)
    {
        var (a, b) = (0.0, -0.1);
        for (var step = 0; step < 500; step++)
        {
            var law = Law(values, variance, a, b);
            var (g1, g2, h11, h12, h22) = Moments(values, law, variance);
            if (Math.Max(Math.Abs(g1), Math.Abs(g2)) < Tolerance * Math.Max(1, variance))
                return law;
            var determinant = (h11 * h22) - (h12 * h12);
            if (!(determinant > 0))
                break;
            var da = ((g2 * h12) - (g1 * h22)) / determinant;
            var db = ((g1 * h12) - (g2 * h11)) / determinant;
            var length = Damped(values, variance, (a, b), (da, db), (g1 * da) + (g2 * db));
            // Too short a step to be measured: what is left is rounding.
            if (length == 0)
                return Math.Max(Math.Abs(g1), Math.Abs(g2)) < 1e-10 ? law : throw None(variance);
            (a, b) = (a + (length * da), b + (length * db));
        }
        throw None(variance);
    }

    private static double Damped(int[] values, double variance, (double A, double B) at, (double A, double B) step, double slope)
    {
        var start = Dual(values, variance, at.A, at.B);
        for (var length = 1.0; length > 1e-12; length /= 2)
        {
            // Near the end the dual no longer moves: full steps are then the good ones.
            if (Dual(values, variance, at.A + (length * step.A), at.B + (length * step.B)) <= start + (1e-4 * length * slope) + 1e-15)
                return length;
        }
        return 0;
    }

    private static double Dual(int[] values, double variance, double a, double b)
    {
        var top = values.Max(d => Exponent(d, variance, a, b));
        return top + Math.Log(values.Sum(d => Math.Exp(Exponent(d, variance, a, b) - top)));
    }

    private static double[] Law(int[] values, double variance, double a, double b)
    {
        var top = values.Max(d => Exponent(d, variance, a, b));
        var law = Array.ConvertAll(values, d => Math.Exp(Exponent(d, variance, a, b) - top));
        var sum = law.Sum();
        return Array.ConvertAll(law, p => p / sum);
    }

    private static double Exponent(int d, double variance, double a, double b) => (a * d) + (b * ((d * d) - variance));

    private static (double G1, double G2, double H11, double H12, double H22) Moments(int[] values, double[] law, double variance)
    {
        var (m1, m2, m11, m12, m22) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            double x = values[i], y = (x * x) - variance;
            (m1, m2) = (m1 + (law[i] * x), m2 + (law[i] * y));
            (m11, m12, m22) = (m11 + (law[i] * x * x), m12 + (law[i] * x * y), m22 + (law[i] * y * y));
        }
        return (m1, m2, m11 - (m1 * m1), m12 - (m1 * m2), m22 - (m2 * m2));
    }

    private static SurveyException None(double variance) => new(SurveyError.NotConverged, FormattableString.Invariant($"No law of variance {variance} was found on these values."));
}
