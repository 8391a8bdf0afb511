using System.Security.Cryptography;
using System.Text;
using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Places;

/// <summary>
/// What the link to a place holds: its code for whoever has just signed up or typed it, its id in mails, which are written when the code is not known any more. Sealed, in
/// hexadecimal, as addresses of pages have no capitals.
/// </summary>
internal sealed class PlaceSeals(IDataProtectionProvider protection, DiapasonDb db)
{
    private const char OfCode = 'c';
    private const char OfId = 'i';
    private readonly IDataProtector _protector = protection.CreateProtector("Diapason.Learning.Places");

    public string OfPlace(Guid id) => Seal($"{OfId}{id:N}");

    public string Of(string code) => Seal($"{OfCode}{code}");

    /// <summary>The place and, where the seal holds it, its code; null when it opens nothing here.</summary>
    public async Task<(Registration Place, string? Code)?> OpenAsync(string? seal, CancellationToken cancel)
    {
        if (Read(seal) is not { } said) return null;
        var (code, id) = said;
        var hash = code is null ? [] : SecretCode.Hash(code);
        var place = await db.Set<Registration>().AsNoTracking().SingleOrDefaultAsync(r => code != null ? r.CodeHash == hash : r.Id == id, cancel);
        return place is null ? null : (place, code);
    }

    /// <summary>What a seal holds: a code, or else an id; null when it is none of ours.</summary>
    public (string? Code, Guid Id)? Read(string? seal) => Unseal(seal) switch
    {
        [OfCode, .. { Length: > 0 } code] => (code, Guid.Empty),
        [OfId, .. var id] when Guid.TryParse(id, out var read) => (null, read),
        _ => null,
    };

    private string Seal(string said) => Convert.ToHexStringLower(_protector.Protect(Encoding.UTF8.GetBytes(said)));

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
