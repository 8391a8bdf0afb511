using System.Buffers.Binary;

namespace Diapason.Forms;

/// <summary>The segments of a JPEG (ITU-T T.81) that draw it; of its Exif (CIPA DC-008), which way up it is.</summary>
internal static class JpegPixels
{
    private static ReadOnlySpan<byte> Exif => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> Adobe => "Adobe"u8;

    public static ImagePixels Read(byte[] file)
    {
        using var kept = new MemoryStream(file.Length);
        var (width, height, turned, isDrawn, at) = (0, 0, 1, false, 2);
        while (at + 4 <= file.Length && file[at] == 0xFF)
        {
            var mark = file[at + 1];
            if (mark == 0xFF)
            {
                at++;
                continue;
            }

            if (mark == 0xD9) break;
            var length = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)) + 2;
            if (length < 4 || mark is < 0xC0 or (>= 0xD0 and <= 0xD8) || at + length > file.Length) return ImagePixels.Of(ImageFault.Broken);
            var whole = file.AsSpan(at, length);
            var content = whole[4..];
            if (mark is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && content.Length > 5) (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(content[1..]), BinaryPrimitives.ReadUInt16BigEndian(content[3..]));
            if (mark == 0xE1 && content.StartsWith(Exif)) turned = Turned(content[Exif.Length..]) is var way && way != 1 ? way : turned;
            at += length;
            // How colours are written, which readers need to know.
            if (mark == 0xEE ? content.StartsWith(Adobe) && content.Length == 12 : mark is < 0xE0) kept.Write(whole);
            if (mark != 0xDA) continue;
            var end = EndOfScan(file, at);
            kept.Write(file, at, end - at);
            (at, isDrawn) = (end, true);
        }

        if (!isDrawn || width == 0 || at + 2 > file.Length || file[at] != 0xFF || file[at + 1] != 0xD9) return ImagePixels.Of(ImageFault.Broken);
        return new([0xFF, 0xD8, .. turned == 1 ? [] : WayUp((byte)turned), .. kept.ToArray(), 0xFF, 0xD9], width, height) { IsOnItsSide = turned >= 5 };
    }

    // What is drawn goes on to the next mark that is neither a restart nor a byte 255 of its own.
    private static int EndOfScan(byte[] file, int at)
    {
        for (; at + 1 < file.Length; at++)
            if (file[at] == 0xFF && file[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))) return at;
        return file.Length;
    }

    // The tag 0x0112 of the first directory, from 1 (upright) to 8.
    private static int Turned(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff.StartsWith("II"u8) || tiff.StartsWith("MM"u8))) return 1;
        var isLittle = tiff[0] == (byte)'I';
        var directory = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (directory > tiff.Length - 2) return 1;
        var count = Short(tiff[(int)directory..], isLittle);
        for (var at = (int)directory + 2; count > 0 && at + 12 <= tiff.Length; count--, at += 12)
            if (Short(tiff[at..], isLittle) == 0x0112) return Short(tiff[(at + 8)..], isLittle) is >= 1 and <= 8 and var way ? way : 1;
        return 1;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    // One directory of one entry, and nothing else.
    private static byte[] WayUp(byte way) =>
        [0xFF, 0xE1, 0, 34, .. Exif, .. "MM"u8, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, way, 0, 0, 0, 0, 0, 0];
}
