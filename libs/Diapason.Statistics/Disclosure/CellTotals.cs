namespace Diapason.Statistics;

/// <summary>People, amount and largest contributions of each cell.</summary>
internal sealed class CellTotals(int cells, int contributors)
{
    private readonly int[] counts = new int[cells];
    private readonly double[] values = new double[cells];
    private readonly PriorityQueue<double, double>?[] largest = new PriorityQueue<double, double>?[cells];

    public void Add(int cell, double value)
    {
        counts[cell]++;
        values[cell] += value;
        if (contributors == 0)
            return;
        var kept = largest[cell] ??= new PriorityQueue<double, double>();
        kept.Enqueue(value, value);
        if (kept.Count > contributors)
            kept.Dequeue();
    }

    public DisclosureCell Cell(int cell, string name, bool isAmount) => new(name, counts[cell], values[cell])
    {
        Contributions = isAmount && largest[cell] is { } kept ? kept.UnorderedItems.Select(i => i.Element).OrderDescending().ToList() : [],
        HasFractions = isAmount,
    };
}
