namespace Diapason.Statistics;

/// <summary>A sum whose rounding error is kept apart, so that exact ties of cumulated weights stay exact (Neumaier 1974).</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal struct ExactSum
{
    private double sum;
    private double rest;

    public readonly double Value => sum + rest;

    public void Add(double value)
    {
        var next = sum + value;
        rest += Math.Abs(sum) >= Math.Abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }
}
