using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Diapason.Consultations.Interests;

/// <summary>What the link of a confirmation holds: the address itself, sealed. Nothing is written anywhere before it comes back.</summary>
internal sealed record AskedInterest(Guid Campaign, string Email, string Language, string Head, DateTime Until);

/// <summary>Seals and opens it; in hexadecimal, as addresses of pages have no capitals.</summary>
internal sealed class InterestSeals(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>How long a link of confirmation serves: it also puts back in line who was lost with a server.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);

    private readonly IDataProtector _protector = protection.CreateProtector("Diapason.Consultations.Interests");

    public string Seal(AskedInterest asked) => Convert.ToHexStringLower(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(asked)));

    /// <summary>Null when it is none of ours, or too old.</summary>
    public AskedInterest? Open(string? seal)
    {
        if (seal is not { Length: > 0 and < 4000 } || seal.Length % 2 != 0 || !seal.All(char.IsAsciiHexDigit)) return null;
        try
        {
            return JsonSerializer.Deserialize<AskedInterest>(_protector.Unprotect(Convert.FromHexString(seal))) is { } asked && asked.Until > clock.GetUtcNow().UtcDateTime ? asked : null;
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
