using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>Campaigns in the trail, by their title.</summary>
internal sealed class CampaignSubjects(DiapasonDb db) : IAuditSubjects
{
    public string Kind => "campaign";

    public async Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.Set<Campaign>().AsNoTracking().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Title })
            .ToDictionaryAsync(c => c.Id, c => new AuditSubject(c.Title.Here, ConsultationsLinks.ManageCampaign(c.Id)), cancel);
}
