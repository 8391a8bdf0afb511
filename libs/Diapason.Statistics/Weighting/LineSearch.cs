namespace Diapason.Statistics;

/// <summary>How far to go along a step of a convex function: far enough that its slope has changed, not so far that it rises.</summary>
internal static class LineSearch
{
    private const int Trials = 90;

    /// <summary>The point reached and the multiple of the step; null when no multiple makes the dual smaller.</summary>
    public static (DualPoint? Point, double Length) Along(CalibrationDual dual, DualPoint from, double[] step)
    {
        var descent = DenseLoops.Dot(from.Misfit, step);
        if (!(descent > 0) || double.IsInfinity(descent))
            return default;
        var direction = dual.Fitted(step);
        var asked = DenseLoops.Dot(dual.Targets.Totals, step);
        var (best, low, high, length) = (default(DualPoint), 0.0, double.PositiveInfinity, 1.0);
        for (var trial = 0; trial < Trials; trial++)
        {
            var point = dual.At(Move(from.Fitted, direction, length));
            var slope = point.IsFinite ? DenseLoops.Dot(point.Misfit, step) : double.NegativeInfinity;
            if (slope < 0 && !(slope >= -0.1 * descent && Decreases(from, point, length * asked)))
            {
                high = length;
            }
            else
            {
                (best, low) = (point, length);
                if (slope <= 0.9 * descent || length >= 1e12)
                    break;
            }
            length = double.IsInfinity(high) ? 4 * length : low > 0 ? (low + high) / 2 : high / 2;
            if (best is not null && high - low < 1e-9 * high)
                break;
        }
        return (best, low);
    }

    /// <summary>Whether the dual is smaller, rounding apart.</summary>
    private static bool Decreases(DualPoint from, DualPoint to, double asked) =>
        to.Integral - from.Integral - asked <= 1e-12 * (Math.Abs(to.Integral) + Math.Abs(from.Integral) + Math.Abs(asked));

    private static double[] Move(double[] fitted, double[] direction, double length)
    {
        var moved = new double[fitted.Length];
        for (var row = 0; row < moved.Length; row++)
            moved[row] = fitted[row] + (length * direction[row]);
        return moved;
    }
}
