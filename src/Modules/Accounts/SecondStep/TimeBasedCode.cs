using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Diapason.Accounts.SecondStep;

/// <summary>Codes drawn from a key and the time: RFC 6238 with HMAC-SHA-1 and steps of 30 seconds, which every authenticator reads.</summary>
internal static class TimeBasedCode
{
    public const int Digits = 6;
    private const int KeyBytes = 20;
    private const int Step = 30;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(KeyBytes);

    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Step;

    /// <summary>The code of a step (RFC 4226 §5.3).</summary>
    [SuppressMessage("Security", "CA5350", Justification = "HMAC-SHA-1 is what authenticators share; its collisions do not touch HMAC (RFC 6238 §B).")]
    public static string At(ReadOnlySpan<byte> key, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[(hash[^1] & 15)..]) & 0x7fffffff;
        return (number % (uint)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code was typed, the present one or a neighbour (a slow hand, a clock a little off); null when it is none, or one not later than the last taken.</summary>
    public static long? StepOf(string typed, ReadOnlySpan<byte> key, DateTimeOffset now, long last)
    {
        var given = Encoding.ASCII.GetBytes(typed);
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
            if (CryptographicOperations.FixedTimeEquals(given, Encoding.ASCII.GetBytes(At(key, step))) && step > last) found = step;
        return found;
    }

    /// <summary>The key in letters (RFC 4648 base 32), by groups of four.</summary>
    public static string InLetters(ReadOnlySpan<byte> key)
    {
        var (letters, buffer, bits) = (new StringBuilder(), 0, 0);
        foreach (var b in key)
        {
            buffer = (buffer << 8) | b;
            for (bits += 8; bits >= 5; bits -= 5)
            {
                if (letters.Length % 5 == 4) letters.Append(' ');
                letters.Append(Alphabet[(buffer >> (bits - 5)) & 31]);
            }

            buffer &= 31;
        }

        return letters.ToString();
    }
}
