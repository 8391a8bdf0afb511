using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Access;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Exports.TwoPeople;

/// <summary>Allows a file, or does not, as somebody else than its asker who could take it too.</summary>
internal sealed class DecideOnFile(DiapasonDb db, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, Guid id, (StaffMember Who, bool Allows) decision, CancellationToken cancel)
    {
        var (who, allows) = decision;
        if (await db.Set<FileRequest>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.CampaignId == campaign.Id.Value, cancel) is not { } request) return Problem.Absent();
        if (request.AskedBy == who.AccountId) return Problem.Invalid("two_people.own");
        if (request.File == ExportFile.Named.Code && !who.Holds(Roles.Administrator)) return Problem.Forbidden("two_people.names");
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - FileRule.Wait;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One conditional update: of two decisions at the same instant, the first stands.
        var decided = await db.Set<FileRequest>().Where(r => r.Id == id && r.DecidedAt == null && r.AskedAt > since)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.DecidedAt, now).SetProperty(r => r.DecidedBy, who.AccountId).SetProperty(r => r.IsAllowed, allows), cancel);
        if (decided == 0) return Problem.Lost("two_people.decided");
        audit.Record(allows
            ? new FileActs.Allowed(campaign.Id.Value, request.File, FileActs.Spoken(request.Language), request.AskedBy)
            : new FileActs.Declined(campaign.Id.Value, request.File, FileActs.Spoken(request.Language), request.AskedBy));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
