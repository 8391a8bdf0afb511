using Diapason.Accounts.Data;
using Diapason.Accounts.Notices;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SecondStep;

/// <summary>Keeps the key of a telephone that has just shown the right digits, instead of any former one, with ten new recovery codes. Other sessions end.</summary>
internal sealed class EnrolSecondFactor(DiapasonDb db, CheckSecondFactor check, NewRecoveryCodes recovery, Session session, TellOwner tell, AuditTrail audit, TimeProvider clock)
{
    /// <returns>The recovery codes, which nothing shows again.</returns>
    public async Task<Outcome<string[]>> RunAsync(Guid accountId, byte[] key, string? typed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (TimeBasedCode.StepOf(string.Concat((typed ?? "").Where(char.IsAsciiDigit)), key, now, 0) is not { } step) return Problem.Invalid("second.not_these", "Code");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        tell.Of(accountId, await db.Set<SecondFactor>().AnyAsync(f => f.UserId == accountId, cancel) ? "phone_replaced" : "phone_linked");
        await ForgetAsync(db, accountId, cancel);
        db.Add(new SecondFactor { UserId = accountId, Key = check.Protect(key), EnrolledOn = DateOnly.FromDateTime(now.UtcDateTime.LocalMoment), LastStep = step });
        var codes = recovery.Add(accountId);
        audit.Record(new AccountActs.SecondFactorEnrolled(accountId));
        await db.SaveChangesAsync(cancel);
        await session.StartAgainAsync(cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }

    /// <summary>Of an account, in the transaction under way.</summary>
    internal static async Task ForgetAsync(DiapasonDb db, Guid accountId, CancellationToken cancel)
    {
        await db.Set<SecondFactor>().Where(f => f.UserId == accountId).ExecuteDeleteAsync(cancel);
        await db.Set<RecoveryCode>().Where(c => c.UserId == accountId).ExecuteDeleteAsync(cancel);
    }
}
