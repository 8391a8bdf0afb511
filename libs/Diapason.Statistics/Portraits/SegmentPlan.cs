using System.Buffers;

namespace Diapason.Statistics;

/// <summary>A segment variable against a design: for each row, where it adds up in the cross-tabulations.</summary>
/// <remarks>Keys are lent by the pool, longer than the rows, and given back at the end: a study of many segments holds those of one.</remarks>
internal sealed class SegmentPlan : IDisposable
{
    private readonly int rows;

    public SegmentPlan(DesignPlan plan, CategoricalColumn? segment)
    {
        Plan = plan;
        Segment = segment;
        Segments = segment?.Categories.Count ?? 1;
        var weights = plan.Design.Weights;
        rows = weights.Length;
        SegmentKey = ArrayPool<int>.Shared.Rent(rows);
        for (var row = 0; row < weights.Length; row++)
        {
            var k = segment is null ? 0 : segment[row];
            SegmentKey[row] = k < 0 || weights[row] == 0 ? Segments : k;
        }
        SumKeys = plan.Stages.Select(s => Cross(s.Group)).ToList();
        AuxiliaryKeys = plan.Auxiliaries is { } x ? x.Groups.Select(g => Cross(row => g.CellOf(x.Step.Auxiliaries, row))).ToList() : [];
        DegreesOfFreedom = Degrees();
    }

    public DesignPlan Plan { get; }

    public CategoricalColumn? Segment { get; }

    public int Segments { get; }

    /// <summary>Segments, and one more for the rows outside them all.</summary>
    public int Buckets => Segments + 1;

    public int[] SegmentKey { get; }

    /// <summary>For each stage, row → unit (or stratum) × buckets + segment.</summary>
    public IReadOnlyList<int[]> SumKeys { get; }

    public IReadOnlyList<int[]> AuxiliaryKeys { get; }

    public double[] DegreesOfFreedom { get; }

    public void Dispose()
    {
        foreach (var key in AuxiliaryKeys.Concat(SumKeys).Append(SegmentKey))
            ArrayPool<int>.Shared.Return(key);
    }

    private int[] Cross(int[] group) => Cross(row => group[row]);

    private int[] Cross(Func<int, int> group)
    {
        var crossed = ArrayPool<int>.Shared.Rent(rows);
        for (var row = 0; row < rows; row++)
            crossed[row] = (group(row) * Buckets) + SegmentKey[row];
        return crossed;
    }

    private double[] Degrees()
    {
        var stage = Plan.Stages[0].Stage;
        var degrees = new double[Segments];
        var unitSeen = new bool[stage.Units * Buckets];
        var stratumSeen = new bool[stage.Strata * Buckets];
        for (var row = 0; row < rows; row++)
        {
            var s = SegmentKey[row];
            ref var unit = ref unitSeen[(stage.Unit[row] * Buckets) + s];
            if (s == Segments || unit)
                continue;
            unit = true;
            degrees[s]++;
            ref var stratum = ref stratumSeen[(stage.Stratum[row] * Buckets) + s];
            degrees[s] -= stratum ? 0 : 1;
            stratum = true;
        }
        return degrees;
    }
}
