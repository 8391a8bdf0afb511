using System.Security.Cryptography;
using System.Text;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.Workshops.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Joining;

/// <summary>What the address of somebody’s pages holds: their code, sealed, in hexadecimal as addresses of pages have no capitals. No cookie is needed to be in a room.</summary>
internal sealed class CardSeals(IDataProtectionProvider protection, DiapasonDb db)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Diapason.Workshops.Cards");

    public string Of(string code) => Convert.ToHexStringLower(_protector.Protect(Encoding.UTF8.GetBytes(code)));

    /// <summary>Who holds it, and their code; null when it opens nothing here.</summary>
    public async Task<(Participant Participant, string Code)?> OpenAsync(string? seal, CancellationToken cancel)
    {
        if (Unseal(seal) is not { } code) return null;
        var hash = SecretCode.Hash(code);
        return await db.Set<Participant>().AsNoTracking().SingleOrDefaultAsync(p => p.CodeHash == hash, cancel) is { } participant ? (participant, code) : null;
    }

    private string? Unseal(string? seal)
    {
        if (seal is not { Length: > 0 and < 1000 } || seal.Length % 2 != 0 || !seal.All(char.IsAsciiHexDigit)) return null;
        try
        {
            return Encoding.UTF8.GetString(_protector.Unprotect(Convert.FromHexString(seal)));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
