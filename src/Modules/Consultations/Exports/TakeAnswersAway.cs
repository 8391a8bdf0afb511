using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Exports;

/// <summary>Hands a file of answers to somebody who may have it. The trail says so before the first byte leaves.</summary>
internal sealed class TakeAnswersAway(AuditTrail trail, DiapasonDb db)
{
    public Task RecordAsync(CampaignFacts campaign, ExportFile file, string language, CancellationToken cancel)
    {
        trail.Record(new CampaignActs.AnswersTaken(campaign.Id.Value, file.Code, language));
        return db.SaveChangesAsync(cancel);
    }
}
