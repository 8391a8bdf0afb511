using System.Numerics;
using System.Runtime.InteropServices;

namespace Diapason.Statistics;

/// <summary>Vectorised loops over the cells of a table, equal to their scalar form but for the order of a sum.</summary>
internal static class DenseLoops
{
    /// <summary>Turns vector registers off, to test that both ways agree.</summary>
    internal static bool ScalarOnly { get; set; }

    private static bool Vectorised => Vector.IsHardwareAccelerated && !ScalarOnly;

    /// <summary>into += values.</summary>
    public static void Add(Span<double> into, ReadOnlySpan<double> values)
    {
        var i = 0;
        if (Vectorised)
        {
            var left = MemoryMarshal.Cast<double, Vector<double>>(into);
            var right = MemoryMarshal.Cast<double, Vector<double>>(values);
            for (var v = 0; v < left.Length; v++)
                left[v] += right[v];
            i = left.Length * Vector<double>.Count;
        }
        for (; i < into.Length; i++)
            into[i] += values[i];
    }

    /// <summary>into += scale × values.</summary>
    public static void AddScaled(Span<double> into, ReadOnlySpan<double> values, double scale)
    {
        var i = 0;
        if (Vectorised)
        {
            var factor = new Vector<double>(scale);
            var left = MemoryMarshal.Cast<double, Vector<double>>(into);
            var right = MemoryMarshal.Cast<double, Vector<double>>(values);
            for (var v = 0; v < left.Length; v++)
                left[v] += factor * right[v];
            i = left.Length * Vector<double>.Count;
        }
        for (; i < into.Length; i++)
            into[i] += scale * values[i];
    }

    /// <summary>into += scale × (values − centre × sums)².</summary>
    public static void AddSquares(Span<double> into, ReadOnlySpan<double> values, ReadOnlySpan<double> sums, double centre, double scale)
    {
        var i = 0;
        if (Vectorised)
        {
            var (factor, share) = (new Vector<double>(scale), new Vector<double>(centre));
            var left = MemoryMarshal.Cast<double, Vector<double>>(into);
            var right = MemoryMarshal.Cast<double, Vector<double>>(values);
            var middle = MemoryMarshal.Cast<double, Vector<double>>(sums);
            for (var v = 0; v < left.Length; v++)
            {
                var deviation = right[v] - (share * middle[v]);
                left[v] += factor * (deviation * deviation);
            }
            i = left.Length * Vector<double>.Count;
        }
        for (; i < into.Length; i++)
        {
            var deviation = values[i] - (centre * sums[i]);
            into[i] += scale * (deviation * deviation);
        }
    }

    /// <summary>Σ a b.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var i = 0;
        double sum = 0;
        if (Vectorised)
        {
            var left = MemoryMarshal.Cast<double, Vector<double>>(a);
            var right = MemoryMarshal.Cast<double, Vector<double>>(b);
            var total = Vector<double>.Zero;
            for (var v = 0; v < left.Length; v++)
                total += left[v] * right[v];
            sum = Vector.Sum(total);
            i = left.Length * Vector<double>.Count;
        }
        for (; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }
}
