using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>Adds a revision to a draft, in the caller's unit of work.</summary>
internal sealed class KeepRevision(DiapasonDb db, CurrentCouncil council, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>The first revision of a new draft.</summary>
    public Guid Start(Draft draft, string act)
    {
        var row = new QuestionnaireDraft { Id = Guid.CreateVersion7(), CouncilId = council.Id, Title = draft.Title, Head = 1, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(row);
        db.Add(Revision(row.Id, 1, WriteDraft.Of(draft), new Step(act, DraftPlace.Heading) { Shows = 1 }));
        return row.Id;
    }

    /// <summary>A change on top of the latest one, saved with what else waits in this unit of work. False when somebody else's came first: the caller looks again.</summary>
    public async Task<bool> AddAsync(DraftRevision latest, Draft draft, Step step, CancellationToken cancel)
    {
        var number = latest.Number + 1;
        var kept = step.Shows == 0 ? step with { Shows = number, Former = latest.Shows } : step;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The row is the lock: of two changes at one moment, one finds another head.
        var won = await db.Set<QuestionnaireDraft>().Where(d => d.Id == latest.DraftId && d.Head == latest.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Head, number).SetProperty(d => d.Title, draft.Title), cancel);
        if (won == 0) return false;
        db.Add(Revision(latest.DraftId, number, WriteDraft.Of(draft), kept));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private DraftRevision Revision(Guid draft, int number, string text, Step step) => new()
    {
        DraftId = draft,
        Number = number,
        CouncilId = council.Id,
        Definition = text,
        Checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        Act = step.Act,
        Place = step.Place.ToString(),
        Shows = step.Shows,
        Former = step.Former,
        Undone = step.Undone,
        UserId = Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user) ? user : null,
        At = clock.GetUtcNow().UtcDateTime,
    };

    /// <summary>What a revision does. Without <see cref="Shows"/> it is a change of its own, after which nothing that was left can be taken again.</summary>
    internal sealed record Step(string Act, DraftPlace Place)
    {
        public int Shows { get; init; }
        public int? Former { get; init; }
        public string Undone { get; init; } = "";
    }
}
