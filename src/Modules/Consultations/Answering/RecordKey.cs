using System.Security.Cryptography;

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
}
