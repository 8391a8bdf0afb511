using Diapason.Accounts.Data;
using Diapason.Accounts.SecondStep;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Mine;

/// <summary>What this module and the audit trail hold about a person. Erased, their acts stay in the trail under an id that names nobody.</summary>
internal sealed class AccountsPersonalData(DiapasonDb db) : IPersonalData
{
    public string Section => "accounts";

    public async Task<object?> ExportAsync(Guid userId, CancellationToken cancel)
    {
        var account = await db.Set<Account>().AsNoTracking().Where(a => a.Id == userId)
            .Select(a => new { a.Email, a.Name, a.Language, HasPassword = a.PasswordHash != null, a.CreatedAt, a.LastSignedInAt })
            .SingleOrDefaultAsync(cancel);
        if (account is null) return null;
        var memberships = await (
            from membership in db.EveryCouncil<Membership>().AsNoTracking()
            where membership.UserId == userId
            join council in db.Set<Council>() on membership.CouncilId equals council.Id
            join organisation in db.Set<Organisation>() on membership.OrganisationId equals organisation.Id into organisations
            from organisation in organisations.DefaultIfEmpty()
            orderby membership.CreatedAt
            select new { Council = council.Name, membership.Role, Organisation = organisation == null ? null : organisation.Name, membership.CreatedAt })
            .ToListAsync(cancel);
        var acts = await db.EveryCouncil<AuditEntry>().AsNoTracking().Where(e => e.UserId == userId).OrderBy(e => e.At)
            .Select(e => new { e.Act, e.Subject, e.Details, e.At }).ToListAsync(cancel);
        var subject = $"account:{userId}";
        // Who did it is somebody else's data.
        var actsOnMe = await db.EveryCouncil<AuditEntry>().AsNoTracking().Where(e => e.Subject == subject && e.UserId != userId).OrderBy(e => e.At)
            .Select(e => new { e.Act, e.Details, e.At }).ToListAsync(cancel);
        var links = await db.Set<SignInLink>().AsNoTracking().Where(l => l.UserId == userId).OrderBy(l => l.CreatedAt)
            .Select(l => new { l.CreatedAt, l.ExpiresAt, l.UsedAt }).ToListAsync(cancel);
        var sessions = await db.Set<OpenSession>().AsNoTracking().Where(s => s.UserId == userId).OrderBy(s => s.OpenedAt)
            .Select(s => new { s.Device, s.OpenedAt, s.SeenAt }).ToListAsync(cancel);
        var emails = await db.Set<EmailChange>().AsNoTracking().Where(c => c.UserId == userId).OrderBy(c => c.CreatedAt)
            .Select(c => new { c.NewEmail, c.CreatedAt, c.ExpiresAt }).ToListAsync(cancel);
        var second = await db.Set<SecondFactor>().AsNoTracking().Where(f => f.UserId == userId)
            .Select(f => new { f.EnrolledOn, CodesLeft = db.Set<RecoveryCode>().Count(c => c.UserId == userId) }).SingleOrDefaultAsync(cancel);
        var keys = await db.Set<Passkey>().AsNoTracking().Where(p => p.UserId == userId).OrderBy(p => p.AddedOn).Select(p => new { p.Name, p.AddedOn }).ToListAsync(cancel);
        return new { Account = account, Memberships = memberships, Acts = acts, ActsOnMe = actsOnMe, SignInLinks = links, EmailChanges = emails, Sessions = sessions, SecondStep = second, Passkeys = keys };
    }

    public async Task EraseAsync(Guid userId, CancellationToken cancel)
    {
        await EnrolSecondFactor.ForgetAsync(db, userId, cancel);
        await db.Set<Passkey>().Where(p => p.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.Set<OpenSession>().Where(s => s.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.Set<SignInLink>().Where(l => l.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.Set<EmailChange>().Where(c => c.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.EveryCouncil<Membership>().Where(m => m.UserId == userId).ExecuteDeleteAsync(cancel);
        await db.Set<Account>().Where(a => a.Id == userId).ExecuteDeleteAsync(cancel);
    }
}
