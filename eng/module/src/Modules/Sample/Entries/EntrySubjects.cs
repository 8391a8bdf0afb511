using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Sample.Contracts;
using Diapason.Sample.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Sample.Entries;

/// <summary>Entries in the trail, by the title they have now.</summary>
internal sealed class EntrySubjects(DiapasonDb db) : IAuditSubjects
{
    public string Kind => "sample";

    public async Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.Set<Entry>().AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => new AuditSubject(e.Title.Here, SampleLinks.Change(e.Id)), cancel);
}
