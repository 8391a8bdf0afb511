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

    /// <summary>Four tables in one reading of the codes: sums, two sets of auxiliary sums with their own weights, and counts.</summary>
    public static void AddFour(CategoricalColumn column, TableTarget sums, TableTarget first, TableTarget second, (int[] Keys, int[] Table) counts)
    {
        if (column.IsWide)
            AddFour(column.WideCodes, column.Categories.Count, sums, first, second, counts);
        else
            AddFour(column.Codes, column.Categories.Count, sums, first, second, counts);
    }

    private static void AddFour<T>(ReadOnlySpan<T> codes, int missing, TableTarget sums, TableTarget first, TableTarget second, (int[] Keys, int[] Table) counts)
        where T : struct, IBinaryInteger<T>
    {
        ref var sumCell = ref MemoryMarshal.GetArrayDataReference(sums.Table);
        ref var firstCell = ref MemoryMarshal.GetArrayDataReference(first.Table);
        ref var secondCell = ref MemoryMarshal.GetArrayDataReference(second.Table);
        ref var countCell = ref MemoryMarshal.GetArrayDataReference(counts.Table);
        ReadOnlySpan<int> sumKeys = sums.Keys.AsSpan(0, codes.Length), firstKeys = first.Keys.AsSpan(0, codes.Length);
        ReadOnlySpan<int> secondKeys = second.Keys.AsSpan(0, codes.Length), countKeys = counts.Keys.AsSpan(0, codes.Length);
        ReadOnlySpan<double> weights = sums.Weights.AsSpan(0, codes.Length), auxiliary = first.Weights.AsSpan(0, codes.Length);
        var stride = missing + 1;
        for (var row = 0; row < codes.Length; row++)
        {
            var code = Math.Min(int.CreateTruncating(codes[row]), missing);
            Unsafe.Add(ref sumCell, (nint)(uint)((sumKeys[row] * stride) + code)) += weights[row];
            var weight = auxiliary[row];
            Unsafe.Add(ref firstCell, (nint)(uint)((firstKeys[row] * stride) + code)) += weight;
            Unsafe.Add(ref secondCell, (nint)(uint)((secondKeys[row] * stride) + code)) += weight;
            Unsafe.Add(ref countCell, (nint)(uint)((countKeys[row] * stride) + code))++;
        }
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

/// <summary>Where weights add up: a key a row, a weight a row, the table.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TableTarget(int[] Keys, double[] Weights, double[] Table);
