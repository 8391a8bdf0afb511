using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using StbImageSharp;

namespace Diapason.EndToEnd.Pictures;

/// <summary>
/// PNG files, read by stb_image and written by hand: 256 colours at most, which no library here writes and which makes a stored picture a third of
/// what Chromium gives. Its most frequent colours are exact; the others keep their high bits, and lose less than the tolerance.
/// </summary>
internal static class PngFile
{
    private const int MostColours = 256;
    private const int KeptExact = 32;
    private const int DroppedBits = 5;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];
    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(n => Enumerable.Range(0, 8).Aggregate((uint)n, (c, _) => (c & 1) == 1 ? 0xEDB88320 ^ (c >> 1) : c >> 1))];

    public static Picture Read(byte[] file)
    {
        var image = ImageResult.FromMemory(file, ColorComponents.RedGreenBlueAlpha);
        return new(image.Width, image.Height, image.Data);
    }

    public static byte[] Write(Picture picture)
    {
        var (palette, indexes) = Index(picture);
        using var file = new MemoryStream();
        file.Write(Signature);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, picture.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), picture.Height);
        // Eight bits an index, colours in a palette.
        (header[8], header[9]) = (8, 3);
        WriteChunk(file, "IHDR", header);
        WriteChunk(file, "PLTE", palette);
        WriteChunk(file, "IDAT", Compress(indexes, picture.Width));
        WriteChunk(file, "IEND", []);
        return file.ToArray();
    }

    /// <summary>The picture as it would be read again after being written.</summary>
    public static Picture Rounded(Picture picture)
    {
        var (palette, indexes) = Index(picture);
        var pixels = new byte[indexes.Length * Picture.Bytes];
        for (var i = 0; i < indexes.Length; i++)
        {
            palette.AsSpan(indexes[i] * 3, 3).CopyTo(pixels.AsSpan(i * Picture.Bytes));
            pixels[(i * Picture.Bytes) + 3] = byte.MaxValue;
        }

        return picture with { Pixels = pixels };
    }

    // The colours that fill a picture stay as they are; those between them, made by smoothing, are rounded.
    private static (byte[] Palette, byte[] Indexes) Index(Picture picture)
    {
        var colours = MemoryMarshal.Cast<byte, int>(picture.Pixels);
        var counts = Count(colours);
        var exact = counts.OrderByDescending(count => count.Value).ThenBy(count => count.Key).Take(KeptExact).Select(count => count.Key).ToHashSet();
        var (palette, places) = (new List<int>(), new Dictionary<int, int>());
        for (var dropped = DroppedBits; ; dropped++)
        {
            var becomes = counts.Keys.ToDictionary(colour => colour, colour => exact.Contains(colour) ? colour : Round(colour, dropped));
            palette = [.. becomes.Values.Distinct()];
            if (palette.Count > MostColours) continue;
            places = becomes.ToDictionary(pair => pair.Key, pair => palette.IndexOf(pair.Value));
            break;
        }

        var indexes = new byte[colours.Length];
        for (var i = 0; i < indexes.Length; i++) indexes[i] = i > 0 && colours[i] == colours[i - 1] ? indexes[i - 1] : (byte)places[colours[i]];
        return ([.. palette.SelectMany(colour => new[] { (byte)colour, (byte)(colour >> 8), (byte)(colour >> 16) })], indexes);
    }

    // By runs: most of a page is the colour of the pixel before.
    private static Dictionary<int, int> Count(ReadOnlySpan<int> colours)
    {
        var counts = new Dictionary<int, int>();
        for (var start = 0; start < colours.Length;)
        {
            var run = colours[start..].IndexOfAnyExcept(colours[start]);
            if (run < 0) run = colours.Length - start;
            CollectionsMarshal.GetValueRefOrAddDefault(counts, colours[start], out _) += run;
            start += run;
        }

        return counts;
    }

    // Red is the first of the four bytes.
    private static int Round(int colour, int dropped) =>
        Level((byte)colour, dropped) | (Level((byte)(colour >> 8), dropped) << 8) | (Level((byte)(colour >> 16), dropped) << 16) | (0xFF << 24);

    // Black stays black and white white.
    private static int Level(byte value, int dropped)
    {
        var most = 255 >> dropped;
        return ((value * most) + 127) / 255 * 255 / most;
    }

    private static byte[] Compress(byte[] indexes, int width)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize))
        {
            for (var row = 0; row < indexes.Length; row += width)
            {
                zlib.WriteByte(0);
                zlib.Write(indexes, row, width);
            }
        }

        return packed.ToArray();
    }

    private static void WriteChunk(MemoryStream file, string kind, byte[] data)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(kind), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~body.Aggregate(uint.MaxValue, (crc, value) => CrcTable[(crc ^ value) & 0xFF] ^ (crc >> 8)));
        file.Write(number);
    }
}
