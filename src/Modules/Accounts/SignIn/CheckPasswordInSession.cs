using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Metering;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>
/// Compares a password typed by somebody already signed in. Failures are counted with the session, by the same bounds as <see cref="CheckPassword"/>: who
/// found it open guesses no more than anyone, and strangers who guess at the sign-in page do not stop its owner.
/// </summary>
internal sealed class CheckPasswordInSession(DiapasonDb db, IPasswordHasher<Account> hasher, IHttpContextAccessor http, TimeProvider clock)
{
    public async Task<bool> IsRightAsync(Account account, string password, CancellationToken cancel)
    {
        if (account.PasswordHash is null || http.HttpContext?.User.SessionCode() is not { } code) return false;
        var hash = SessionRows.Hash(code);
        var session = db.Set<OpenSession>().Where(s => s.CodeHash == hash && s.UserId == account.Id);
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + CheckPassword.Lock;
        // Counted before it is compared: of many attempts at the same instant, none escapes.
        var counted = await session.Where(s => s.LockedUntil == null || s.LockedUntil <= now).ExecuteUpdateAsync(
            set => set.SetProperty(s => s.Failures, s => s.Failures + 1 >= CheckPassword.FailuresBeforeLock ? 0 : s.Failures + 1)
                .SetProperty(s => s.LockedUntil, s => s.Failures + 1 >= CheckPassword.FailuresBeforeLock ? until : null),
            cancel);
        var isRight = counted > 0 && hasher.VerifyHashedPassword(account, account.PasswordHash, password) != PasswordVerificationResult.Failed;
        Measures.SignIn("password again", isRight);
        if (!isRight) return false;
        await session.ExecuteUpdateAsync(set => set.SetProperty(s => s.Failures, 0).SetProperty(s => s.LockedUntil, (DateTime?)null), cancel);
        return true;
    }
}
