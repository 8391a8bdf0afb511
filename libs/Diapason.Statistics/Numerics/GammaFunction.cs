namespace Diapason.Statistics;

/// <summary>Log-gamma and the incomplete gamma function (Lanczos; Loader 2000 for the densities).</summary>
internal static class GammaFunction
{
    private static readonly double[] Lanczos =
    [
        57.156235665862923517, -59.597960355475491248, 14.136097974741747174, -0.49191381609762019978, .33994649984811888699e-4,
        .46523628927048575665e-4, -.98374475304879564677e-4, .15808870322491248884e-3, -.21026444172410488319e-3, .21743961811521264320e-3,
        -.16431810653676389022e-3, .84418223983852743293e-4, -.26190838401581408670e-4, .36899182659531625704e-5,
    ];

    public static double Log(double x)
    {
        var shifted = x + (671.0 / 128);
        var series = 0.999999999999997092;
        for (var j = 0; j < Lanczos.Length; j++)
            series += Lanczos[j] / (x + 1 + j);
        return ((x + 0.5) * Math.Log(shifted)) - shifted + Math.Log(2.5066282746310005 * series / x);
    }

    /// <summary>log Γ(n+1) less Stirling's leading terms.</summary>
    public static double StirlingError(double n)
    {
        if (n <= 15)
            return Log(n + 1) - ((n + 0.5) * Math.Log(n)) + n - 0.91893853320467274178;
        var square = n * n;
        return ((1.0 / 12) - (((1.0 / 360) - (((1.0 / 1260) - (((1.0 / 1680) - (1.0 / 1188 / square)) / square)) / square)) / square)) / n;
    }

    /// <summary>x log(x/m) + m − x without cancellation.</summary>
    public static double DevianceTerm(double x, double m)
    {
        if (Math.Abs(x - m) >= 0.1 * (x + m))
            return (x * Math.Log(x / m)) + m - x;
        var v = (x - m) / (x + m);
        var sum = (x - m) * v;
        var term = 2 * x * v;
        v *= v;
        for (var j = 1; j < 1000; j++)
        {
            term *= v;
            var next = sum + (term / ((2 * j) + 1));
            if (next == sum)
                break;
            sum = next;
        }
        return sum;
    }

    /// <summary>Upper regularised incomplete gamma Q(a, x).</summary>
    public static double Upper(double a, double x)
    {
        if (x <= 0)
            return 1;
        // x^a e^-x / Γ(a+1)
        var density = Math.Exp(-StirlingError(a) - DevianceTerm(a, x)) / Math.Sqrt(2 * Math.PI * a);
        return x < a + 1 ? 1 - (density * Series(a, x)) : density * a / x * Fraction(a, x);
    }

    private static double Series(double a, double x)
    {
        double sum = 1, term = 1;
        for (var n = 1; n < 100_000; n++)
        {
            term *= x / (a + n);
            sum += term;
            if (term < sum * 1e-17)
                break;
        }
        return sum;
    }

    /// <summary>x Γ(a,x) / (x^a e^-x) by Lentz.</summary>
    private static double Fraction(double a, double x)
    {
        var b = x + 1 - a;
        var c = 1e300;
        var d = 1 / b;
        var h = d;
        for (var n = 1; n < 100_000; n++)
        {
            var an = -n * (n - a);
            b += 2;
            d = 1 / ((an * d) + b);
            c = b + (an / c);
            var delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < 1e-16)
                break;
        }
        return h * x;
    }
}
