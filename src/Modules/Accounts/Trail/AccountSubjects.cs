using Diapason.Accounts.Contracts;
using Diapason.Accounts.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Trail;

/// <summary>People in the trail: members by their name and address, others only as somebody who left or erased their account.</summary>
internal sealed class AccountSubjects(DiapasonDb db, Texts<AccountsModule> texts) : IAuditSubjects
{
    public string Kind => "account";

    public async Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel)
    {
        var accounts = await db.Set<Account>().AsNoTracking().Where(a => ids.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.Name,
                a.Email,
                Membership = db.Set<Membership>().Where(m => m.UserId == a.Id).OrderBy(m => m.CreatedAt).Select(m => (Guid?)m.Id).FirstOrDefault(),
            })
            .ToDictionaryAsync(a => a.Id, cancel);
        return ids.ToDictionary(id => id, id => accounts.GetValueOrDefault(id) switch
        {
            null => new AuditSubject(texts["audit.erased_account", AuditSubject.Mark(id)]),
            { Membership: { } membership } known => new AuditSubject(Account.Known(known.Name, known.Email), AccountsLinks.Member(membership)),
            _ => new AuditSubject(texts["audit.former_member", AuditSubject.Mark(id)]),
        });
    }
}
