using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Metering;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>
/// Compares a password and counts failures. The same work is done, one slow hash and one row written, whether the account exists, has a password, is
/// locked or not: how long an answer takes tells nothing of who has an account.
/// </summary>
internal sealed class CheckPassword(DiapasonDb db, IPasswordHasher<Account> hasher, TimeProvider clock)
{
    public const int FailuresBeforeLock = 5;
    public static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    /// <summary>Nobody's password, hashed at the first call: what an unknown address is compared with.</summary>
    private static string? _decoy;

    public async Task<bool> IsRightAsync(Account? account, string password, CancellationToken cancel)
    {
        var isRight = await CompareAsync(account, password, cancel);
        Measures.SignIn("password", isRight);
        return isRight;
    }

    private async Task<bool> CompareAsync(Account? account, string password, CancellationToken cancel)
    {
        _decoy ??= hasher.HashPassword(null!, Guid.CreateVersion7().ToString());
        var hash = account?.PasswordHash ?? _decoy;
        var verified = hasher.VerifyHashedPassword(account!, hash, password);
        PasswordWork.Complete(hash, password);
        if (account is null) return await WriteNothingAsync(cancel);
        var counts = account.PasswordHash is not null && !(account.LockedUntil > clock.GetUtcNow().UtcDateTime);
        if (counts) Count(account, right: verified != PasswordVerificationResult.Failed);
        if (counts && verified == PasswordVerificationResult.SuccessRehashNeeded) account.PasswordHash = hasher.HashPassword(account, password);
        account.Version = Guid.CreateVersion7();
        return await TrySaveAsync(cancel) && counts && verified != PasswordVerificationResult.Failed;
    }

    private void Count(Account account, bool right)
    {
        account.AccessFailedCount = right ? 0 : account.AccessFailedCount + 1;
        account.LockedUntil = null;
        if (account.AccessFailedCount < FailuresBeforeLock) return;
        account.AccessFailedCount = 0;
        account.LockedUntil = clock.GetUtcNow().UtcDateTime + Lock;
    }

    private async Task<bool> WriteNothingAsync(CancellationToken cancel)
    {
        await db.Set<Decoy>().ExecuteUpdateAsync(set => set.SetProperty(d => d.Version, Guid.CreateVersion7()), cancel);
        return false;
    }

    /// <summary>Of two attempts at the same instant one is refused whatever it was, so that none escapes the count.</summary>
    private async Task<bool> TrySaveAsync(CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
