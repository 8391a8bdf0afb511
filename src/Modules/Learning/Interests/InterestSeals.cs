using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Interests;

/// <summary>The link to what somebody waits for: it holds their code or, in mails, their id, sealed as that of a place is, which keeps both.</summary>
internal sealed class InterestSeals(PlaceSeals seals, DiapasonDb db)
{
    public string Of(string code) => seals.Of(code);

    public string OfRequest(Guid id) => seals.OfPlace(id);

    /// <summary>The request and, where the seal holds it, its code; null when it opens none.</summary>
    public async Task<(Interest Person, string? Code)?> OpenAsync(string? seal, CancellationToken cancel)
    {
        if (seals.Read(seal) is not { } said) return null;
        var (code, id) = said;
        var hash = code is null ? [] : SecretCode.Hash(code);
        return await db.Set<Interest>().AsNoTracking().SingleOrDefaultAsync(i => code != null ? i.CodeHash == hash : i.Id == id, cancel) is { } person ? (person, code) : null;
    }
}
