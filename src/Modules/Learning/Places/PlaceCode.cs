using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Places;

/// <summary>The code of a place in a session, and before it of the wait for one.</summary>
internal sealed class PlaceCode(DiapasonDb db) : ICodeHolder
{
    /// <summary>Under which a device keeps it.</summary>
    public const string OnDevice = "place";

    public static readonly CodeKind OfPlaces = new("code.place.", typeof(PlaceCode).Assembly, LearningLinks.Code);

    public CodeKind Kind => OfPlaces;

    public async ValueTask<bool> HoldsAsync(Guid councilId, string code, CancellationToken cancel)
    {
        var hash = SecretCode.Hash(code);
        return await db.Set<Registration>().AnyAsync(r => r.CodeHash == hash && r.CouncilId == councilId, cancel) || await db.Set<Interest>().AnyAsync(i => i.CodeHash == hash && i.CouncilId == councilId, cancel);
    }
}
