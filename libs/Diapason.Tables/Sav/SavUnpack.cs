using System.IO.Compression;

namespace Diapason.Tables.Sav;

/// <summary>The rows of a .zsav: blocks of zlib, listed after them.</summary>
internal static class SavUnpack
{
    /// <param name="file">The whole file.</param>
    /// <param name="at">Where the list's own place is told.</param>
    /// <param name="isLittle">The order of bytes.</param>
    /// <param name="most">Bytes unpacked, at most.</param>
    public static byte[] Blocks(byte[] file, int at, bool isLittle, long most)
    {
        var head = new SavBytes(file) { At = at, IsLittle = isLittle };
        _ = Long(head);
        head.At = Place(Long(head), file.Length);
        _ = Long(head);
        _ = Long(head);
        _ = head.Number();
        var blocks = head.Number();
        using var all = new MemoryStream();
        for (var b = 0; b < blocks; b++)
        {
            _ = Long(head);
            var from = Place(Long(head), file.Length);
            _ = head.Number();
            var length = head.Number();
            if (length < 0 || length > file.Length - from) throw new SavRefused(TableFault.NotSav);
            using var block = new ZLibStream(new MemoryStream(file, from, length), CompressionMode.Decompress);
            var some = new byte[1 << 16];
            for (int read; (read = block.Read(some)) > 0;)
            {
                if (all.Length + read > most) throw new SavRefused(TableFault.TooLong, 0, most);
                all.Write(some, 0, read);
            }
        }

        return all.ToArray();
    }

    private static long Long(SavBytes bytes) => BitConverter.DoubleToInt64Bits(bytes.Real());

    private static int Place(long place, int length) => place >= 0 && place <= length ? (int)place : throw new SavRefused(TableFault.NotSav);
}
