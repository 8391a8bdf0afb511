using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Exports.TwoPeople;

/// <summary>Asks for a file that holds words. Asked again while it waits or is open, nothing changes.</summary>
internal sealed class AskForFile(DiapasonDb db, FileRule rule, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome> RunAsync(CampaignFacts campaign, (ExportFile File, string Language) asked, StaffMember who, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (file, language, since) = (asked.File.Code, asked.Language, now - FileRule.Wait);
        if (await rule.LetsAsync(campaign, asked, who, cancel)) return Outcome.Done;
        var mine = db.Set<FileRequest>().Where(r => r.CampaignId == campaign.Id.Value && r.AskedBy == who.AccountId && r.File == file && r.Language == language);
        if (await mine.AnyAsync(r => r.DecidedAt == null && r.AskedAt > since, cancel)) return Outcome.Done;
        db.Add(new FileRequest { Id = Guid.CreateVersion7(), CouncilId = campaign.CouncilId, CampaignId = campaign.Id.Value, File = file, Language = language, AskedBy = who.AccountId, AskedAt = now });
        audit.Record(new FileActs.Asked(campaign.Id.Value, file, FileActs.Spoken(language)));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
