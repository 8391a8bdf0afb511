using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Diapason.Platform.Metering;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SecondStep;

/// <summary>Compares six digits, or a recovery code, with what an account keeps. Digits count failures of their own: a right password does not start them again.</summary>
internal sealed class CheckSecondFactor(DiapasonDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("accounts.second-factor");

    public string Protect(byte[] key) => _protector.Protect(Convert.ToHexString(key));

    public byte[] Unprotect(string kept) => Convert.FromHexString(_protector.Unprotect(kept));

    /// <summary>By a telephone or by a key.</summary>
    public Task<bool> IsEnrolledAsync(Guid accountId, CancellationToken cancel) =>
        db.Set<Account>().AnyAsync(a => a.Id == accountId && (db.Set<SecondFactor>().Any(f => f.UserId == a.Id) || db.Set<Passkey>().Any(p => p.UserId == a.Id)), cancel);

    public async Task<SecondCheck> RunAsync(Guid accountId, string typed, CancellationToken cancel)
    {
        var said = await CompareAsync(accountId, typed, cancel);
        Measures.SignIn("second step", said.IsRight);
        return said;
    }

    private async Task<SecondCheck> CompareAsync(Guid accountId, string typed, CancellationToken cancel)
    {
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.Length == TimeBasedCode.Digits && typed.All(c => char.IsAsciiDigit(c) || char.IsWhiteSpace(c))) return await OfNowAsync(accountId, digits, cancel);
        var isKept = await IsKeptAsync(accountId, typed, cancel);
        return new SecondCheck(isKept, ByRecoveryCode: isKept);
    }

    private async Task<SecondCheck> OfNowAsync(Guid accountId, string digits, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var factors = db.Set<SecondFactor>().Where(f => f.UserId == accountId);
        if (await factors.AsNoTracking().SingleOrDefaultAsync(cancel) is not { } kept) return new SecondCheck(false);
        if (kept.LockedUntil > now.UtcDateTime) return new SecondCheck(false, LockedUntil: kept.LockedUntil);
        if (TimeBasedCode.StepOf(digits, Unprotect(kept.Key), now, kept.LastStep) is { } step)
            // One conditional update: of two presses with one code, one signs in.
            return new SecondCheck(await factors.Where(f => f.LastStep < step).ExecuteUpdateAsync(
                set => set.SetProperty(f => f.LastStep, step).SetProperty(f => f.Failures, 0).SetProperty(f => f.LockedUntil, (DateTime?)null), cancel) == 1);
        var until = now.UtcDateTime + CheckPassword.Lock;
        await factors.ExecuteUpdateAsync(set => set.SetProperty(f => f.Failures, f => f.Failures + 1), cancel);
        var locked = await factors.Where(f => f.Failures >= CheckPassword.FailuresBeforeLock).ExecuteUpdateAsync(set => set.SetProperty(f => f.Failures, 0).SetProperty(f => f.LockedUntil, until), cancel);
        return new SecondCheck(false, LockedUntil: locked == 1 ? until : null);
    }

    /// <summary>Eighty random bits need no lock. It serves once.</summary>
    private async Task<bool> IsKeptAsync(Guid accountId, string typed, CancellationToken cancel)
    {
        if (SecretCode.Read(typed) is not { } code) return false;
        var hash = SecretCode.Hash(code);
        return await db.Set<RecoveryCode>().Where(c => c.UserId == accountId && c.CodeHash == hash).ExecuteDeleteAsync(cancel) == 1;
    }
}
