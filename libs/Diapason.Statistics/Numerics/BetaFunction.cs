namespace Diapason.Statistics;

/// <summary>Regularised incomplete beta function by continued fraction, and its inverse.</summary>
internal static class BetaFunction
{
    /// <summary>I_x(a, b); y = 1 − x is passed apart so that neither tail loses digits.</summary>
    public static double Lower(double a, double b, double x, double y)
    {
        if (x <= 0)
            return 0;
        if (y <= 0)
            return 1;
        return x < (a + 1) / (a + b + 2) ? Density(a, b, x, y) * Fraction(a, b, x) / a : 1 - (Density(a, b, x, y) * Fraction(b, a, y) / b);
    }

    /// <summary>1 − I_x(a, b).</summary>
    public static double Upper(double a, double b, double x, double y) => Lower(b, a, y, x);

    /// <summary>x^a y^b / B(a, b), Loader's way.</summary>
    public static double Density(double a, double b, double x, double y)
    {
        var n = a + b;
        var log = GammaFunction.StirlingError(n) - GammaFunction.StirlingError(a) - GammaFunction.StirlingError(b)
            - GammaFunction.DevianceTerm(a, n * x) - GammaFunction.DevianceTerm(b, n * y);
        return Math.Exp(log) * Math.Sqrt(a * b / (2 * Math.PI * n));
    }

    /// <summary>The x with I_x(a, b) = p.</summary>
    public static double Quantile(double a, double b, double p)
    {
        if (p <= 0)
            return 0;
        if (p >= 1)
            return 1;
        double low = 0, high = 1, x = a / (a + b);
        for (var i = 0; i < 400; i++)
        {
            var error = Lower(a, b, x, 1 - x) - p;
            if (error > 0)
                high = x;
            else
                low = x;
            var step = error / (Density(a, b, x, 1 - x) / (x * (1 - x)));
            var next = x - step;
            if (!(next > low && next < high))
                next = (low + high) / 2;
            if (Math.Abs(next - x) <= 1e-16 * x || next == x)
                return next;
            x = next;
        }
        return x;
    }

    private static double Fraction(double a, double b, double x)
    {
        const double Tiny = 1e-300;
        double c = 1, d = 1 / NotZero(1 - ((a + b) * x / (a + 1)));
        var h = d;
        for (var m = 1; m < 200_000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d));
            c = NotZero(1 + (even / c));
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d));
            c = NotZero(1 + (odd / c));
            var delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < 2e-16)
                break;
        }
        return h;

        static double NotZero(double v) => Math.Abs(v) < Tiny ? Tiny : v;
    }
}
