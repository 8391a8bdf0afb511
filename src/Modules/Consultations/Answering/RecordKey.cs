using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Diapason.Consultations.Answering;

/// <summary>The key of an answer that was sent: 64 random bits, signed as databases hold them.</summary>
internal static class RecordKey
{
    public static long New()
    {
        Span<byte> bits = stackalloc byte[sizeof(long)];
        RandomNumberGenerator.Fill(bits);
        return BitConverter.ToInt64(bits);
    }

    /// <summary>Of an invented answer, by its place in its kit: a demonstration's editions are the same wherever it is loaded. There is nobody behind it to protect.</summary>
    public static long OfInvented(string campaign, int place) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{campaign}/{place}")));
}
