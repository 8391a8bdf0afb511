using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Sessions;

/// <summary>Sessions in the trail, by the title they have now.</summary>
internal sealed class SessionSubjects(DiapasonDb db) : IAuditSubjects
{
    public string Kind => "session";

    public async Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.Set<Session>().AsNoTracking().Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => new AuditSubject(s.Read().Title.Here, LearningLinks.Manage(s.Id)), cancel);
}
