using System.Buffers.Binary;

namespace Diapason.Tables.Sav;

/// <summary>Numbers and bytes one after another, in the file's order; whoever asks beyond the end is told that it is no such file.</summary>
internal sealed class SavBytes(byte[] bytes)
{
    public int At { get; set; }

    public bool IsLittle { get; set; } = true;

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > bytes.Length - At) throw new SavRefused(TableFault.NotSav);
        At += count;
        return bytes.AsSpan(At - count, count);
    }

    public int Number()
    {
        var four = Take(4);
        return IsLittle ? BinaryPrimitives.ReadInt32LittleEndian(four) : BinaryPrimitives.ReadInt32BigEndian(four);
    }

    public double Real() => Real(Take(8), IsLittle);

    public static double Real(ReadOnlySpan<byte> eight, bool isLittle) => isLittle ? BinaryPrimitives.ReadDoubleLittleEndian(eight) : BinaryPrimitives.ReadDoubleBigEndian(eight);
}
