using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Diapason.Tests.Consultations;

/// <summary>Damages a good file, the same way for the same number: cut, scratched, repeated, told in another encoding, with lengths that lie.</summary>
internal static class Damage
{
    public static byte[] Of(byte[] good, string kind, int seed)
    {
        var random = new Random((seed * 7919) + good.Length);
        // A scratch on a packed file is nearly always seen by its checksum: half of the time what is inside is scratched.
        if (kind == "xlsx" && seed % 2 == 0) return InParts(good, xml => Encoding.Latin1.GetString(Scratched(Encoding.UTF8.GetBytes(xml), random)));
        return Scratched(good, random);
    }

    /// <summary>The same archive with some of its parts changed.</summary>
    public static byte[] InParts(byte[] good, Func<string, string> change)
    {
        using var bytes = new MemoryStream();
        using (var from = new ZipArchive(new MemoryStream(good), ZipArchiveMode.Read))
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                var xml = reader.ReadToEnd();
                using var writer = new StreamWriter(to.CreateEntry(entry.FullName).Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                writer.Write(entry.FullName.Contains("sheet", StringComparison.Ordinal) || entry.FullName.Contains("sharedStrings", StringComparison.Ordinal) || entry.FullName.Contains("workbook", StringComparison.Ordinal) ? change(xml) : xml);
            }

        return bytes.ToArray();
    }

    private static byte[] Scratched(byte[] good, Random random)
    {
        if (good.Length < 16) return good;
        var bytes = (byte[])good.Clone();
        var (at, length) = (random.Next(bytes.Length), random.Next(1, Math.Min(400, bytes.Length / 2)));
        switch (random.Next(11))
        {
            case 0: return bytes[..at];
            case 1: return bytes[at..];
            case 2:
                for (var i = random.Next(1, 40); i > 0; i--) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return bytes;
            case 3:
                for (var i = at; i < Math.Min(bytes.Length, at + length); i++) bytes[i] = 0;
                return bytes;
            case 4: return [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + length)..]];
            case 5: return [.. bytes[..at], .. Enumerable.Repeat(bytes[Math.Max(0, at - length)..at], random.Next(2, 400)).SelectMany(block => block), .. bytes[at..]];
            case 6: return [.. bytes[at..], .. bytes[..at]];
            case 7: return [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(bytes))];
            case 8: return Encoding.Latin1.GetBytes(Encoding.UTF8.GetString(bytes));
            case 9:
                // Lengths and counts that lie: a number of four bytes becomes a gibibyte, or less than nothing.
                for (var i = random.Next(1, 4); i > 0; i--) BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(random.Next(Math.Min(bytes.Length, 1200) - 4) & ~3), random.Next(3) switch { 0 => 1 << 30, 1 => -1, _ => random.Next(1, 100_000) });
                return bytes;
            default:
                for (var i = 0; i < bytes.Length; i++)
                    if (bytes[i] is (byte)'"' or (byte)'<' or (byte)',' or (byte)'>' && random.Next(20) == 0) bytes[i] = (byte)" \",<>\t\n&"[random.Next(8)];
                return bytes;
        }
    }
}
