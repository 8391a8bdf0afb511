namespace Diapason.Platform.Backups.Age;

/// <summary>Bech32 (BIP 173), without its limit of ninety signs: how age writes its keys. A slip of the hand is found by its six last signs.</summary>
internal static class Bech32
{
    private const string Signs = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private const int SumLength = 6;

    public static string Write(string prefix, ReadOnlySpan<byte> data)
    {
        var values = Regroup(data.ToArray(), 8, 5, pads: true)!;
        var sum = Sum([.. Spread(prefix), .. values, 0, 0, 0, 0, 0, 0]) ^ 1;
        var last = Enumerable.Range(0, SumLength).Select(i => (byte)((sum >> (5 * (SumLength - 1 - i))) & 31));
        return $"{prefix}1{string.Concat(values.Concat(last).Select(v => Signs[v]))}";
    }

    /// <summary>The data written after a prefix; null when it is not that, or has a slip.</summary>
    public static byte[]? Read(string prefix, string text)
    {
        // Capitals or not, never both.
        if (text.Any(char.IsAsciiLetterUpper) && text.Any(char.IsAsciiLetterLower)) return null;
        text = text.ToLowerInvariant();
        if (!text.StartsWith(prefix + "1", StringComparison.Ordinal) || text.Length < prefix.Length + 1 + SumLength) return null;
        var values = text[(prefix.Length + 1)..].Select(sign => Signs.IndexOf(sign, StringComparison.Ordinal)).ToList();
        if (values.Contains(-1) || Sum([.. Spread(prefix), .. values.Select(v => (byte)v)]) != 1) return null;
        return Regroup([.. values.SkipLast(SumLength).Select(v => (byte)v)], 5, 8, pads: false);
    }

    private static IEnumerable<byte> Spread(string prefix) => prefix.Select(c => (byte)(c >> 5)).Append((byte)0).Concat(prefix.Select(c => (byte)(c & 31)));

    private static uint Sum(byte[] values)
    {
        ReadOnlySpan<uint> generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
        var sum = 1u;
        foreach (var value in values)
        {
            var top = sum >> 25;
            sum = ((sum & 0x1ffffff) << 5) ^ value;
            for (var i = 0; i < generator.Length; i++) sum ^= ((top >> i) & 1) == 1 ? generator[i] : 0;
        }

        return sum;
    }

    /// <summary>The same bits in groups of another size; null when what is left over is not padding.</summary>
    private static byte[]? Regroup(byte[] data, int from, int to, bool pads)
    {
        var (held, bits) = (0, 0);
        var groups = new List<byte>();
        foreach (var value in data)
        {
            (held, bits) = (((held << from) | value) & 0xfff, bits + from);
            while (bits >= to) groups.Add((byte)((held >> (bits -= to)) & ((1 << to) - 1)));
        }

        var left = (held << (to - bits)) & ((1 << to) - 1);
        if (pads && bits > 0) groups.Add((byte)left);
        return !pads && (bits >= from || left != 0) ? null : [.. groups];
    }
}
