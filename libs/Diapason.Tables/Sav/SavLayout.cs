using System.Text;

namespace Diapason.Tables.Sav;

/// <summary>
/// Where a variable's bytes stand: a number is one element of eight bytes, a text as many as it needs, and a text over 255 bytes is cut in
/// segments which the file keeps as variables of their own.
/// </summary>
internal static class SavLayout
{
    /// <summary>Bytes of an element.</summary>
    public const int Element = 8;

    /// <summary>What a segment of a long text carries.</summary>
    public const int Chunk = 255;

    // What the format counts of a segment when it asks how many are needed.
    private const int Counted = 252;

    /// <summary>The number that says: no value.</summary>
    public const double NoValue = double.MinValue;

    /// <summary>Days are seconds since the Gregorian calendar began.</summary>
    public static readonly DateOnly FirstDay = new(1582, 10, 14);

    public static int Segments(int width) => width <= Chunk ? 1 : (width + Counted - 1) / Counted;

    /// <summary>The width a segment is declared with.</summary>
    public static int Declared(int width, int segment) => width <= Chunk ? width : segment < Segments(width) - 1 ? Chunk : width - segment * Counted;

    /// <summary>How many of the text's bytes a segment carries.</summary>
    public static int Carried(int width, int segment) => Math.Clamp(width - segment * Chunk, 0, Math.Min(Chunk, Declared(width, segment)));

    public static int Elements(int width) => (width + Element - 1) / Element;

    /// <summary>The bytes of a text, at most so many, without cutting a letter in two.</summary>
    public static byte[] Bytes(string text, int most)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        if (bytes.Length <= most) return bytes;
        var length = most;
        while (length > 0 && (bytes[length] & 0xC0) == 0x80) length--;
        return bytes[..length];
    }
}
