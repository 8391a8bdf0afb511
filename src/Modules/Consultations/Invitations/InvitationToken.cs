using System.Security.Cryptography;
using System.Text;

namespace Diapason.Consultations.Invitations;

/// <summary>What a mailed link holds: 160 random bits, kept nowhere. Two hashes of it are, which cannot be told to be of one token without the token.</summary>
internal static class InvitationToken
{
    private const int Bytes = 20;

    /// <summary>In hexadecimal, as addresses of pages have no capitals.</summary>
    public static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));

    public static bool Looks(string? text) => text?.Length == 2 * Bytes && text.All(c => char.IsAsciiHexDigitLower(c) || char.IsAsciiDigit(c));

    /// <summary>By which its invitation is found.</summary>
    public static byte[] Hash(string token) => Hash("link:", token);

    /// <summary>By which it is known that it has served.</summary>
    public static byte[] Mark(string token) => Hash("spent:", token);

    private static byte[] Hash(string use, string token) => SHA256.HashData(Encoding.UTF8.GetBytes(use + token));
}
