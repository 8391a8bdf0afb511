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

/// <summary>Adds a revision to a draft, in the caller's unit of work. What is saved while somebody writes one thing is one step back, and its stages are thinned out a day later.</summary>
internal sealed class KeepRevision(DiapasonDb db, CurrentCouncil council, IHttpContextAccessor http, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan StagesKept = TimeSpan.FromDays(1);

    /// <summary>The first revision of a new draft.</summary>
    public Guid Start(Draft draft, string act, bool isBank = false)
    {
        var row = new QuestionnaireDraft { Id = Guid.CreateVersion7(), CouncilId = council.Id, Title = draft.Title, Head = 1, CreatedAt = clock.GetUtcNow().UtcDateTime, IsBank = isBank };
        db.Add(row);
        db.Add(Revision(row.Id, 1, WriteDraft.Of(draft), new Step(act, DraftPlace.Heading) { Shows = 1 }));
        return row.Id;
    }

    /// <summary>A change on top of the latest one, saved with what else waits in this unit of work. False when somebody else's came first: the caller looks again.</summary>
    public async Task<bool> AddAsync(DraftRevision latest, Draft draft, Step step, CancellationToken cancel)
    {
        var number = latest.Number + 1;
        var kept = step.Shows == 0 ? step with { Shows = number, Former = IsContinued(latest, step) ? latest.Former : latest.Shows } : step;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // The row is the lock: of two changes at one moment, one finds another head.
        var won = await db.Set<QuestionnaireDraft>().Where(d => d.Id == latest.DraftId && d.Head == latest.Number)
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.Head, number).SetProperty(d => d.Title, draft.Title), cancel);
        if (won == 0) return false;
        db.Add(Revision(latest.DraftId, number, WriteDraft.Of(draft), kept));
        await db.SaveChangesAsync(cancel);
        if (step.Act == ChangeDraft.Written) await ThinAsync(latest.DraftId, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private bool IsContinued(DraftRevision latest, Step step) =>
        step.Act == ChangeDraft.Written && latest.Act == step.Act && latest.Place == (step.From ?? step.Place).ToString() && latest.UserId == User && clock.GetUtcNow().UtcDateTime - latest.At < Pause;

    // No step leads to a stage that the next one continues.
    private Task<int> ThinAsync(Guid draft, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - StagesKept;
        var continued = db.Set<DraftRevision>().Where(r => r.DraftId == draft && r.Act == ChangeDraft.Written);
        return db.Set<DraftRevision>().Where(r => r.DraftId == draft && r.Act == ChangeDraft.Written && r.At < before && continued.Any(next => next.Number == r.Number + 1 && next.Former == r.Former)).ExecuteDeleteAsync(cancel);
    }

    private Guid? User => Guid.TryParse(http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier), out var user) ? user : null;

    private DraftRevision Revision(Guid draft, int number, string text, Step step) => New(council.Id, draft, (number, text), step with { User = User, At = clock.GetUtcNow().UtcDateTime });

    /// <summary>A revision of a council's draft, whoever makes it.</summary>
    public static DraftRevision New(Guid council, Guid draft, (int Number, string Text) state, Step step) => new()
    {
        DraftId = draft,
        Number = state.Number,
        CouncilId = council,
        Definition = state.Text,
        Checksum = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(state.Text))),
        Act = step.Act,
        Place = step.Place.ToString(),
        Shows = step.Shows,
        Former = step.Former,
        Undone = step.Undone,
        UserId = step.User,
        Sitting = step.Sitting,
        At = step.At,
    };

    /// <summary>What a revision does. Without <see cref="Shows"/> it is a change of its own, after which nothing that was left can be taken again.</summary>
    internal sealed record Step(string Act, DraftPlace Place)
    {
        /// <summary>Where the thing stood before: a question that has just got its name has another place.</summary>
        public DraftPlace? From { get; init; }

        public int Shows { get; init; }
        public int? Former { get; init; }
        public string Undone { get; init; } = "";
        public string? Sitting { get; init; }
        public Guid? User { get; init; }
        public DateTime At { get; init; }
    }
}
