using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Preparing;

/// <summary>Workshops in the trail, by the title they have now.</summary>
internal sealed class WorkshopSubjects(DiapasonDb db) : IAuditSubjects
{
    public string Kind => "workshop";

    public async Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.Set<Workshop>().AsNoTracking().Where(w => ids.Contains(w.Id)).ToDictionaryAsync(w => w.Id, w => new AuditSubject(w.Read().Title.Here, WorkshopsLinks.Lead(w.Id)), cancel);
}
