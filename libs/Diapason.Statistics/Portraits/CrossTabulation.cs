using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Diapason.Statistics;

/// <summary>The inner loops: sums of weights by key and code. Codes beyond the categories fall in one last column.</summary>
internal static class CrossTabulation
{
    /// <summary>table[key × (k+1) + code] += weight.</summary>
    public static void Add(CategoricalColumn column, int[] keys, double[] weights, double[] table)
    {
        if (column.IsWide)
            Add(column.WideCodes, keys, weights, table, column.Categories.Count);
        else
            Add(column.Codes, keys, weights, table, column.Categories.Count);
    }

    /// <summary>table[key × (k+1) + code] += 1.</summary>
    public static void Count(CategoricalColumn column, int[] keys, int[] table)
    {
        if (column.IsWide)
            Count(column.WideCodes, keys, table, column.Categories.Count);
        else
            Count(column.Codes, keys, table, column.Categories.Count);
    }

    private static void Add<T>(ReadOnlySpan<T> codes, ReadOnlySpan<int> keys, ReadOnlySpan<double> weights, double[] table, int missing)
        where T : struct, IBinaryInteger<T>
    {
        keys = keys[..codes.Length];
        weights = weights[..codes.Length];
        ref var cell = ref MemoryMarshal.GetArrayDataReference(table);
        for (var row = 0; row < codes.Length; row++)
        {
            var code = Math.Min(int.CreateTruncating(codes[row]), missing);
            Unsafe.Add(ref cell, (nint)(uint)((keys[row] * (missing + 1)) + code)) += weights[row];
        }
    }

    private static void Count<T>(ReadOnlySpan<T> codes, ReadOnlySpan<int> keys, int[] table, int missing)
        where T : struct, IBinaryInteger<T>
    {
        keys = keys[..codes.Length];
        ref var cell = ref MemoryMarshal.GetArrayDataReference(table);
        for (var row = 0; row < codes.Length; row++)
        {
            var code = Math.Min(int.CreateTruncating(codes[row]), missing);
            Unsafe.Add(ref cell, (nint)(uint)((keys[row] * (missing + 1)) + code))++;
        }
    }
}
