using System.Data.Common;
using Diapason.Accounts.Data;
using Diapason.Accounts.Members;
using Diapason.Accounts.Notices;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Email;

/// <summary>
/// Gives an account the address whose link its owner uses, signed in: the link proves that the address receives, the session that it is theirs. The former
/// one is told; every session and link of the account ends, this browser's own session going on.
/// </summary>
internal sealed class ChangeEmail(DiapasonDb db, UserManager<Account> accounts, EndSessionsOf sessions, TellFormerAddress former, AuditTrail audit, TimeProvider clock)
{
    private const string UniqueViolation = "23505";
    private static readonly Problem Refused = Problem.Invalid("new_email.refused");

    /// <summary>The address a link would give to whoever is signed in; null when it is good no more, or another account asked for it.</summary>
    public async Task<string?> AskedByAsync(Guid accountId, string? code, CancellationToken cancel) => (await FindAsync(accountId, code, cancel))?.NewEmail;

    public async Task<Outcome> RunAsync(Guid accountId, string? code, CancellationToken cancel)
    {
        if (await FindAsync(accountId, code, cancel) is not { } change) return Refused;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var before = await db.Set<Account>().AsNoTracking().Where(a => a.Id == change.UserId).Select(a => new { a.Email, a.Language }).SingleAsync(cancel);
        // Of two presses at the same instant, one finds it.
        if (await db.Set<EmailChange>().Where(c => c.Id == change.Id).ExecuteDeleteAsync(cancel) == 0 || !await TryTakeAsync(change, cancel)) return Refused;
        await db.Set<EmailChange>().Where(c => c.UserId == change.UserId).ExecuteDeleteAsync(cancel);
        await db.Set<SignInLink>().Where(l => l.UserId == change.UserId).ExecuteDeleteAsync(cancel);
        audit.Record(new AccountActs.EmailChanged(change.UserId));
        await db.SaveChangesAsync(cancel);
        await sessions.RunAsync(change.UserId, cancel);
        await transaction.CommitAsync(cancel);
        await former.RunAsync(before.Email, before.Language, "notice.email_changed", cancel);
        return Outcome.Done;
    }

    private async Task<EmailChange?> FindAsync(Guid accountId, string? code, CancellationToken cancel)
    {
        if (code is not { Length: > 0 and <= 100 }) return null;
        var (hash, now) = (NewSignInLink.Hash(code), clock.GetUtcNow().UtcDateTime);
        return await db.Set<EmailChange>().AsNoTracking().SingleOrDefaultAsync(c => c.CodeHash == hash && c.UserId == accountId && c.ExpiresAt > now, cancel);
    }

    /// <summary>False when somebody has taken the address since.</summary>
    private async Task<bool> TryTakeAsync(EmailChange change, CancellationToken cancel)
    {
        var (email, normalized, stamp) = (change.NewEmail, accounts.NormalizeEmail(change.NewEmail), Guid.CreateVersion7());
        try
        {
            return await db.Set<Account>().Where(a => a.Id == change.UserId && !db.Set<Account>().Any(other => other.NormalizedEmail == normalized)).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.Email, email).SetProperty(a => a.NormalizedEmail, normalized).SetProperty(a => a.SecurityStamp, stamp.ToString()).SetProperty(a => a.Version, stamp), cancel) == 1;
        }
        catch (DbException lost) when (lost.SqlState == UniqueViolation)
        {
            return false;
        }
    }
}
