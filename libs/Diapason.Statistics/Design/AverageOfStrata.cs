namespace Diapason.Statistics;

/// <summary>Under the "average" policy, gathers strata by the unit that holds them and scales up for the lonely ones.</summary>
internal sealed class AverageOfStrata(int size)
{
    private readonly Dictionary<int, Group> groups = [];

    public double[,] Of(int parent, double factor)
    {
        if (!groups.TryGetValue(parent, out var group))
            groups[parent] = group = new Group(new double[size, size], factor);
        return group.Sum;
    }

    public void CountKept(int parent) => groups[parent].Kept++;

    public void CountLonely(int parent) => groups[parent].Lonely++;

    public void AddTo(double[,] total)
    {
        foreach (var group in groups.Values)
        {
            if (group.Kept == 0)
                throw new SurveyException(SurveyError.LonelyPsu, "Every stratum has a single sampled unit: there is no other to average.");
            var scale = group.Factor * (group.Kept + group.Lonely) / group.Kept;
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                    total[i, j] += group.Sum[i, j] * scale;
            }
        }
    }

    private sealed class Group(double[,] sum, double factor)
    {
        public double[,] Sum => sum;

        public double Factor => factor;

        public int Kept { get; set; }

        public int Lonely { get; set; }
    }
}
