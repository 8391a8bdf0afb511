using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Diapason.Studies.Columns;

/// <summary>Compares codes letter for letter, and finds them from the UTF-8 of the stored answers without making a string.</summary>
internal sealed class Utf8Codes : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<byte>, string>
{
    public static readonly Utf8Codes Comparer = new();

    public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    public int GetHashCode([DisallowNull] string code) => GetHashCode(Encoding.UTF8.GetBytes(code));

    public bool Equals(ReadOnlySpan<byte> alternate, string other)
    {
        if (Encoding.UTF8.GetByteCount(other) != alternate.Length) return false;
        Span<byte> letters = alternate.Length <= 256 ? stackalloc byte[alternate.Length] : new byte[alternate.Length];
        Encoding.UTF8.GetBytes(other, letters);
        return letters.SequenceEqual(alternate);
    }

    public int GetHashCode(ReadOnlySpan<byte> alternate)
    {
        var hash = default(HashCode);
        hash.AddBytes(alternate);
        return hash.ToHashCode();
    }

    public string Create(ReadOnlySpan<byte> alternate) => Encoding.UTF8.GetString(alternate);
}
