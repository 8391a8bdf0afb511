using System.Buffers.Binary;
using System.Text;

namespace Diapason.Forms;

/// <summary>The chunks of a WebP (RFC 9649) that draw it.</summary>
internal static class WebpPixels
{
    private const int Riff = 12;
    private const byte HasAlpha = 0x10;

    public static ImagePixels Read(byte[] file)
    {
        var end = Math.Min(file.Length, (long)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)) + 8);
        ReadOnlyMemory<byte> alpha = default, drawn = default;
        var (width, height) = (0, 0);
        for (var at = Riff; at + 8 <= end && drawn.IsEmpty;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
            if (length > end - at - 8) break;
            var (name, whole) = (Encoding.ASCII.GetString(file, at, 4), file.AsMemory(at, (int)length + 8));
            if (name is "ANIM" or "ANMF") return ImagePixels.Of(ImageFault.Moves);
            if (name == "ALPH") alpha = whole;
            if (name is "VP8 " or "VP8L") (drawn, (width, height)) = (whole, name == "VP8 " ? Lossy(whole.Span[8..]) : Lossless(whole.Span[8..]));
            at += (int)length + 8 + ((int)length & 1);
        }

        if (drawn.IsEmpty || width == 0) return ImagePixels.Of(ImageFault.Broken);
        byte[] chunks = alpha.IsEmpty || drawn.Span[3] == (byte)'L' ? Even(drawn) : [.. Canvas(width, height), .. Even(alpha), .. Even(drawn)];
        return new([.. "RIFF"u8, .. Little(chunks.Length + 4, 4), .. "WEBP"u8, .. chunks], width, height);
    }

    private static (int Width, int Height) Lossy(ReadOnlySpan<byte> content) => content is [_, _, _, 0x9D, 0x01, 0x2A, _, _, _, _, ..] && (content[0] & 1) == 0
        ? (BinaryPrimitives.ReadUInt16LittleEndian(content[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(content[8..]) & 0x3FFF) : (0, 0);

    private static (int Width, int Height) Lossless(ReadOnlySpan<byte> content)
    {
        if (content is not [0x2F, _, _, _, _, ..]) return (0, 0);
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(content[1..]);
        return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
    }

    private static byte[] Canvas(int width, int height) => [.. "VP8X"u8, .. Little(10, 4), HasAlpha, 0, 0, 0, .. Little(width - 1, 3), .. Little(height - 1, 3)];

    private static byte[] Even(ReadOnlyMemory<byte> chunk) => (chunk.Length & 1) == 0 ? chunk.ToArray() : [.. chunk.Span, 0];

    private static byte[] Little(int value, int bytes) => [.. Enumerable.Range(0, bytes).Select(at => (byte)(value >> (8 * at)))];
}
