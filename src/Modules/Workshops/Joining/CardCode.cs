using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Joining;

/// <summary>The code of a participant’s card: it alone finds again what they said.</summary>
internal sealed class CardCode(DiapasonDb db) : ICodeHolder
{
    /// <summary>Under which a device keeps it.</summary>
    public const string OnDevice = "card";

    public static readonly CodeKind OfCards = new("code.card.", typeof(CardCode).Assembly, WorkshopsLinks.Code);

    public CodeKind Kind => OfCards;

    public async ValueTask<bool> HoldsAsync(Guid councilId, string code, CancellationToken cancel)
    {
        var hash = SecretCode.Hash(code);
        return await db.Set<Participant>().AnyAsync(p => p.CodeHash == hash && p.CouncilId == councilId, cancel);
    }
}
