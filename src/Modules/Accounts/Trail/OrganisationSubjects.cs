using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Trail;

/// <summary>Organisations in the trail, by the name they have now.</summary>
internal sealed class OrganisationSubjects(DiapasonDb db) : IAuditSubjects
{
    public string Kind => "organisation";

    public async Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        await db.Set<Organisation>().AsNoTracking().Where(o => ids.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => new AuditSubject(o.Name, AccountsLinks.Organisation(o.Id)), cancel);
}
