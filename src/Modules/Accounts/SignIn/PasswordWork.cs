using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Diapason.Accounts.SignIn;

/// <summary>
/// How many times a password is hashed, and the same work for every comparison: a hash made when fewer were asked is completed with what it lacks, so that nobody's time
/// tells an account that has not signed in since from one that does not exist.
/// </summary>
internal static class PasswordWork
{
    /// <summary>What OWASP asks of PBKDF2 with HMAC-SHA-512 (Password Storage Cheat Sheet, read on 2026-11-30).</summary>
    public const int Iterations = 210_000;

    private const byte CurrentFormat = 1;

    /// <summary>Does what comparing with this hash did not do.</summary>
    /// <param name="hash">As ASP.NET Core Identity writes it: a byte of format, then the function, the iterations and the length of the salt, big-endian.</param>
    /// <returns>How many iterations were missing.</returns>
    public static int Complete(string hash, string password)
    {
        var missing = Iterations - Of(hash);
        if (missing > 0) Rfc2898DeriveBytes.Pbkdf2(password, stackalloc byte[16], missing, HashAlgorithmName.SHA512, 32);
        return Math.Max(missing, 0);
    }

    /// <summary>Iterations of a hash; 0 of what is none.</summary>
    private static int Of(string hash)
    {
        Span<byte> bytes = stackalloc byte[512];
        return Convert.TryFromBase64String(hash, bytes, out var length) && length > 13 && bytes[0] == CurrentFormat ? (int)BinaryPrimitives.ReadUInt32BigEndian(bytes[5..]) : 0;
    }
}
