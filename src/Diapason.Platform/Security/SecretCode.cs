using System.Security.Cryptography;

namespace Diapason.Platform.Security;

/// <summary>
/// A code people copy by hand that opens what is theirs: 80 random bits and a check letter, in Crockford's base 32
/// (no I, L, O, U), written in groups of four and a last one: <c>7KQ2-9VXM-04TD-HJ3P-8</c>. Only its hash is ever stored.
/// </summary>
public static class SecretCode
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Symbols = 16;
    private const int CheckPrime = 31;

    /// <summary>A new code, grouped for reading.</summary>
    public static string New()
    {
        Span<byte> random = stackalloc byte[Symbols];
        RandomNumberGenerator.Fill(random);
        Span<char> code = stackalloc char[Symbols];
        for (var i = 0; i < Symbols; i++) code[i] = Alphabet[random[i] & 31];
        return Group(code);
    }

    /// <summary>
    /// A second code drawn from a first by SHA-256 and a purpose: whoever holds the first can always make it again, and it tells nothing
    /// of the first.
    /// </summary>
    public static string Derive(string code, string purpose)
    {
        var digest = SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"{purpose}:{code}"));
        Span<char> derived = stackalloc char[Symbols];
        for (var i = 0; i < Symbols; i++) derived[i] = Alphabet[digest[i] & 31];
        return Group(derived);
    }

    /// <summary>
    /// Reads what was typed: any case, any dash, space or mark between (a phone or a word processor changes them), and the letters that look
    /// like digits are accepted. Null when it cannot be a code (wrong length, wrong symbol, wrong check letter), so that a slip of the hand
    /// is told from an unknown code.
    /// </summary>
    public static string? Read(string? typed)
    {
        if (typed is null || typed.Length > 64) return null;
        Span<char> code = stackalloc char[Symbols + 1];
        var length = 0;
        foreach (var c in typed)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            var symbol = Normal(c);
            if (!Alphabet.Contains(symbol) || length > Symbols) return null;
            code[length++] = symbol;
        }

        return length == Symbols + 1 && code[Symbols] == Check(code[..Symbols]) ? Group(code[..Symbols]) : null;
    }

    /// <summary>What is stored: SHA-256 of the normalised code. Eighty random bits need no salt and no slow hash.</summary>
    public static byte[] Hash(string code)
    {
        Span<byte> bytes = stackalloc byte[64];
        var length = 0;
        foreach (var c in code)
            if (c != '-') bytes[length++] = (byte)c;
        return SHA256.HashData(bytes[..length]);
    }

    /// <summary>Compares in constant time.</summary>
    public static bool Matches(string code, ReadOnlySpan<byte> hash) => CryptographicOperations.FixedTimeEquals(Hash(code), hash);

    private static char Normal(char c) => char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', 'U' => 'V', var other => other };

    /// <summary>Weighted sum modulo 31: catches one wrong symbol (all but Z for 0) and most swaps of two neighbours.</summary>
    private static char Check(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var i = 0; i < code.Length; i++) sum += (i + 2) * Alphabet.IndexOf(code[i]);
        return Alphabet[sum % CheckPrime];
    }

    private static string Group(ReadOnlySpan<char> code) => $"{code[..4]}-{code[4..8]}-{code[8..12]}-{code[12..]}-{Check(code)}";
}
