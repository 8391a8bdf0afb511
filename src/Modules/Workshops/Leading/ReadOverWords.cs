using System.Security.Cryptography;
using System.Text;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Workshops.Data;
using Diapason.Workshops.Live;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Leading;

/// <summary>Words are read by somebody before they are on the wall. What is kept from it says why, so that it can be counted.</summary>
internal sealed class ReadOverWords(DiapasonDb db, AuditTrail audit, RoomWatch watch)
{
    /// <summary>Why words are not shown, in the order in which they are offered: <c>reason.names</c>.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["names", "insult", "off_topic", "empty"];

    private static readonly Problem ReadAgain = Problem.Lost("words.changed_since");

    /// <summary>What a page says it was filled from: a form changes the ends of lines, not this.</summary>
    public static string MarkOf(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)));

    public async Task<Outcome> ShowAsync(Guid workshop, Guid id, string read, CancellationToken cancel)
    {
        if (await FindAsync(workshop, id, cancel) is not { } words) return Problem.Absent();
        // Sent again since the list was read: nobody has read what would be on the wall.
        if (MarkOf(words) != read) return ReadAgain;
        if (await db.Set<Contribution>().Where(c => c.Id == id && c.WorkshopId == workshop && c.Words == words).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ContributionState.Shown).SetProperty(c => c.Reason, ""), cancel) == 0) return ReadAgain;
        watch.Changed(workshop);
        return Outcome.Done;
    }

    public async Task<Outcome> HideAsync(Guid workshop, Guid id, string read, string reason, CancellationToken cancel)
    {
        if (!Reasons.Contains(reason)) return Problem.Invalid("words.reason_missing", "reason");
        if (await FindAsync(workshop, id, cancel) is not { } words) return Problem.Absent();
        if (MarkOf(words) != read) return ReadAgain;
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Contribution>().Where(c => c.Id == id && c.WorkshopId == workshop && c.Words == words).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, ContributionState.Hidden).SetProperty(c => c.Reason, reason), cancel) == 0) return ReadAgain;
        audit.Record(new WorkshopActs.WordsHidden(workshop));
        await db.SaveChangesAsync(cancel);
        await together.CommitAsync(cancel);
        watch.Changed(workshop);
        return Outcome.Done;
    }

    private Task<string?> FindAsync(Guid workshop, Guid id, CancellationToken cancel) =>
        db.Set<Contribution>().Where(c => c.Id == id && c.WorkshopId == workshop && c.Words != "").Select(c => c.Words).SingleOrDefaultAsync(cancel);
}
