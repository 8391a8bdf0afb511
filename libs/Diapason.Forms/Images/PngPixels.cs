using System.Buffers.Binary;
using System.Text;

namespace Diapason.Forms;

/// <summary>The chunks of a PNG (W3C, third edition) that draw it: a copy of each, once its sum is right.</summary>
internal static class PngPixels
{
    private const int Signature = 8;
    private static readonly uint[] Sums = [.. Enumerable.Range(0, 256).Select(one => Enumerable.Range(0, 8).Aggregate((uint)one, (sum, _) => (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1)))];

    public static ImagePixels Read(byte[] file)
    {
        using var plain = new MemoryStream(file.Length);
        plain.Write(file, 0, Signature);
        var (width, height, hasPixels) = (0, 0, false);
        for (var at = Signature; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12) break;
            var name = Encoding.ASCII.GetString(file, at + 4, 4);
            var whole = file.AsSpan(at, (int)length + 12);
            if (BinaryPrimitives.ReadUInt32BigEndian(whole[^4..]) != Sum(whole[4..^4])) break;
            if ((at == Signature) != (name == "IHDR") || (name == "IHDR" && length != 13)) break;
            if (name is "acTL" or "fcTL" or "fdAT") return ImagePixels.Of(ImageFault.Moves);
            if (name == "IHDR") (width, height) = (Size(whole[8..]), Size(whole[12..]));
            hasPixels |= name == "IDAT" && length > 0;
            if (name is "IHDR" or "PLTE" or "tRNS" or "gAMA" or "sRGB" or "IDAT" or "IEND") plain.Write(whole);
            // Something else that a reader must know to draw it.
            else if (char.IsAsciiLetterUpper(name[0])) break;
            if (name == "IEND") return hasPixels ? new(plain.ToArray(), width, height) : ImagePixels.Of(ImageFault.Broken);
            at += (int)length + 12;
        }

        return ImagePixels.Of(ImageFault.Broken);
    }

    private static int Size(ReadOnlySpan<byte> bytes) => (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(bytes), int.MaxValue);

    private static uint Sum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var one in bytes) sum = Sums[(byte)(sum ^ one)] ^ (sum >> 8);
        return ~sum;
    }
}
