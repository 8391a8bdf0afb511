using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Diapason.Statistics.Publication;

/// <summary>
/// Random bits that depend on a campaign's secret, on everyone in a row and on the figure, and on nothing else: the same people give the same bits on every
/// machine. Whoever lacks the secret cannot tell them from chance. Destroy the secret with the closing edition.
/// </summary>
/// <remarks>
/// HMAC-SHA256(secret, message), where the message is: one byte 1 (this layout); the row key, 8 bytes; for the question then the option, the length of its UTF-8
/// code in 2 bytes and the code. Whole numbers are big-endian. Bytes 0–7 of the result, shifted right by 11, are the draw; bytes 8–15 the dither.
/// </remarks>
public sealed class NoiseSource : IDisposable
{
    private const byte Layout = 1;
    private readonly byte[] secret;

    /// <summary>Takes a copy of the secret, cleared on disposal.</summary>
    /// <param name="secret">256 random bits: 32 bytes.</param>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/> for another length.</exception>
    public NoiseSource(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != 32)
            throw new SurveyException(SurveyError.InvalidValue, "A campaign's secret is 32 bytes long.");
        this.secret = secret.ToArray();
    }

    /// <summary>Key of a row: sum modulo 2⁶⁴ of the record keys of all admitted people in it, whatever they answered, or whether they did.</summary>
    /// <param name="records">Record keys, 64 random bits each.</param>
    /// <returns>The row key.</returns>
    public static ulong RowKey(ReadOnlySpan<ulong> records)
    {
        ulong sum = 0;
        foreach (var key in records)
            sum = unchecked(sum + key);
        return sum;
    }

    /// <summary>The 53 bits of a figure's draw, and 53 more for its dither.</summary>
    /// <param name="rowKey">Key of the row.</param>
    /// <param name="question">Code of the question or of the figure, at most 65,535 bytes in UTF-8.</param>
    /// <param name="option">Code of the option, possibly empty.</param>
    /// <returns>Two numbers under 2⁵³.</returns>
    public (ulong Draw, ulong Dither) Bits(ulong rowKey, string question, string option)
    {
        var message = new byte[1 + 8 + 2 + Encoding.UTF8.GetByteCount(question) + 2 + Encoding.UTF8.GetByteCount(option)];
        message[0] = Layout;
        BinaryPrimitives.WriteUInt64BigEndian(message.AsSpan(1), rowKey);
        Append(message, Append(message, 9, question), option);
        Span<byte> digest = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, message, digest);
        return (BinaryPrimitives.ReadUInt64BigEndian(digest) >> 11, BinaryPrimitives.ReadUInt64BigEndian(digest[8..]) >> 11);
    }

    /// <summary>Clears the copy of the secret.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(secret);

    private static int Append(byte[] message, int at, string code)
    {
        var length = Encoding.UTF8.GetBytes(code, message.AsSpan(at + 2));
        BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(at), checked((ushort)length));
        return at + 2 + length;
    }
}
