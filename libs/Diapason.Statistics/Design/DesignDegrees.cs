namespace Diapason.Statistics;

/// <summary>Counts the first-stage units and strata that a domain reaches.</summary>
internal static class DesignDegrees
{
    public static double Count(Stage stage, ReadOnlySpan<double> weights, ReadOnlySpan<bool> mask)
    {
        var units = new bool[stage.Units];
        var strata = new bool[stage.Strata];
        var degrees = 0;
        for (var row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0 || (!mask.IsEmpty && !mask[row]))
                continue;
            ref var unit = ref units[stage.Unit[row]];
            if (unit)
                continue;
            unit = true;
            degrees++;
            ref var stratum = ref strata[stage.Stratum[row]];
            degrees -= stratum ? 0 : 1;
            stratum = true;
        }
        return degrees;
    }
}
