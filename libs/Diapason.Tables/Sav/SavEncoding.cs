using System.Buffers.Binary;
using System.Text;

namespace Diapason.Tables.Sav;

/// <summary>In which encoding a file's words are: its name, else its number, else Western European of Windows.</summary>
internal static class SavEncoding
{
    private const int Windows = 1252;

    public static Encoding Of(IReadOnlyDictionary<int, byte[]> extensions, bool isLittle)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            if (extensions.TryGetValue(20, out var name)) return Encoding.GetEncoding(Encoding.ASCII.GetString(name).Trim('\0', ' '));
            var page = !extensions.TryGetValue(3, out var machine) || machine.Length < 32 ? Windows
                : isLittle ? BinaryPrimitives.ReadInt32LittleEndian(machine.AsSpan(28)) : BinaryPrimitives.ReadInt32BigEndian(machine.AsSpan(28));
            // 2 to 4 say seven or eight bits without saying which.
            return Encoding.GetEncoding(page is >= 0 and <= 4 ? Windows : page);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return Encoding.GetEncoding(Windows);
        }
    }
}
