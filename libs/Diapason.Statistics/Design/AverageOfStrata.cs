namespace Diapason.Statistics;

/// <summary>Under the "average" policy, gathers strata by the unit that holds them and scales up for the lonely ones.</summary>
/// <remarks>Each statistic counts the strata its own base reaches, as R does on a subset; a covariance takes the geometric mean of the two scales.</remarks>
internal sealed class AverageOfStrata(int size, Stage stage)
{
    private readonly Dictionary<int, Group> groups = [];

    public double[,] Of(int parent, double factor)
    {
        if (!groups.TryGetValue(parent, out var group))
            groups[parent] = group = new Group(new double[size, size], factor, new int[size], new int[size]);
        return group.Sum;
    }

    /// <summary>Counts a stratum for the statistics that reach it.</summary>
    public void Count(int parent, bool lonely, Func<int, bool> reached)
    {
        var counts = lonely ? groups[parent].Lonely : groups[parent].Kept;
        for (var j = 0; j < size; j++)
            counts[j] += reached(j) ? 1 : 0;
    }

    public void AddTo(double[,] total)
    {
        foreach (var group in groups.Values)
        {
            var scale = new double[size];
            for (var j = 0; j < size; j++)
            {
                if (group.Kept[j] == 0 && group.Lonely[j] > 0)
                    throw new SurveyException(SurveyError.LonelyPsu, $"Stage {stage.Number}: every stratum{(stage.StratumVariable is null ? "" : $" of '{stage.StratumVariable}'")} that the base reaches has a single sampled unit: there is no other to average.", stage.StratumVariable);
                scale[j] = group.Kept[j] == 0 ? 0 : Math.Sqrt(group.Factor * (group.Kept[j] + group.Lonely[j]) / group.Kept[j]);
            }
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                    total[i, j] += group.Sum[i, j] * (scale[i] * scale[j]);
            }
        }
    }

    private sealed record Group(double[,] Sum, double Factor, int[] Kept, int[] Lonely);
}
