using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Interests;

/// <summary>The link to what somebody waits for: it holds their code, sealed as that of a place is.</summary>
internal sealed class InterestSeals(PlaceSeals seals, DiapasonDb db)
{
    public string Of(string code) => seals.Of(code);

    public async Task<(Interest Person, string Code)?> OpenAsync(string? seal, CancellationToken cancel)
    {
        if (seals.CodeIn(seal) is not { } code) return null;
        var hash = SecretCode.Hash(code);
        return await db.Set<Interest>().AsNoTracking().SingleOrDefaultAsync(i => i.CodeHash == hash, cancel) is { } person ? (person, code) : null;
    }
}
