namespace Diapason.Statistics;

/// <summary>How a ratio answers to its linear predictor u under a distance: F(u), its slope, and its integral from 0 (Deville &amp; Särndal 1992).</summary>
internal sealed class RatioFunction
{
    private readonly CalibrationDistance distance;
    private readonly double steepness;
    private readonly double floor;
    private readonly double ceiling;

    public RatioFunction(CalibrationOptions options)
    {
        distance = options.Distance;
        (Low, High) = (options.LowerRatio, options.UpperRatio);
        if (distance == CalibrationDistance.Raking)
            Low = Math.Max(0, Low);
        steepness = (High - Low) / ((High - 1) * (1 - Low));
        (floor, ceiling) = distance == CalibrationDistance.Raking ? (Math.Log(Low), Math.Log(High)) : (Low - 1, High - 1);
    }

    /// <summary>Lowest ratio; −∞ for none.</summary>
    public double Low { get; }

    /// <summary>Highest ratio; +∞ for none.</summary>
    public double High { get; }

    public bool IsUnboundedLinear => distance == CalibrationDistance.Linear && double.IsInfinity(Low) && double.IsInfinity(High);

    public double Ratio(double u) => distance switch
    {
        CalibrationDistance.Linear => 1 + Math.Clamp(u, floor, ceiling),
        CalibrationDistance.Raking => Math.Clamp(Math.Exp(u), Low, High),
        _ => Logit(u).Ratio,
    };

    public double Slope(double u) => distance switch
    {
        CalibrationDistance.Linear => u > floor && u < ceiling ? 1 : 0,
        CalibrationDistance.Raking => u > floor && u < ceiling ? Math.Exp(u) : 0,
        _ => Logit(u).Slope,
    };

    /// <summary>∫ F from 0 to u.</summary>
    public double Integral(double u)
    {
        if (distance == CalibrationDistance.Logit)
            return (Low * u) + ((High - Low) / steepness * (LogOfSum(steepness * u) - Math.Log(High - Low)));
        var inside = Math.Clamp(u, floor, ceiling);
        var beyond = (u - inside) * Ratio(inside);
        return beyond + (distance == CalibrationDistance.Raking ? Math.Exp(inside) - 1 : inside + (inside * inside / 2));
    }

    /// <summary>The predictor of a ratio, brought inside the bounds.</summary>
    public double PredictorOf(double ratio)
    {
        var margin = distance == CalibrationDistance.Logit ? 0.01 * (High - Low) : 0;
        var inside = Math.Clamp(ratio, Low + margin, High - margin);
        return distance switch
        {
            CalibrationDistance.Linear => inside - 1,
            CalibrationDistance.Raking => Math.Log(inside),
            _ => Math.Log((High - 1) * (inside - Low) / ((1 - Low) * (High - inside))) / steepness,
        };
    }

    /// <summary>Case 6 of the source, written with e^-|t| so that neither end overflows.</summary>
    private (double Ratio, double Slope) Logit(double u)
    {
        var t = steepness * u;
        var (left, right) = t > 0 ? ((High - 1) * Math.Exp(-t), 1 - Low) : (High - 1, (1 - Low) * Math.Exp(t));
        var sum = left + right;
        return (((Low * left) + (High * right)) / sum, steepness * (High - Low) * left * right / (sum * sum));
    }

    /// <summary>log((U − 1) + (1 − L) e^t).</summary>
    private double LogOfSum(double t) => Math.Max(t, 0) + Math.Log(((High - 1) * Math.Exp(-Math.Max(t, 0))) + ((1 - Low) * Math.Exp(Math.Min(t, 0))));
}
