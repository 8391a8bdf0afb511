using Diapason.Accounts.Data;
using Diapason.Accounts.Notices;
using Diapason.Accounts.SecondStep;
using Diapason.Accounts.SignIn;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Passkeys;

/// <summary>Keeps a key that a device has just made for this account. With the first one, when no telephone is tied, come ten recovery codes. Other sessions end.</summary>
internal sealed class AddPasskey(DiapasonDb db, PasskeyCeremony ceremony, NewRecoveryCodes recovery, Session session, TellOwner tell, AuditTrail audit, TimeProvider clock)
{
    public const int LongestName = 60;

    /// <summary>More would be a mistake, or an attack.</summary>
    private const int Most = 10;

    /// <returns>The recovery codes, which nothing shows again; empty when the account has some.</returns>
    public async Task<Outcome<string[]>> RunAsync(Guid accountId, string? name, PasskeyAnswer answer, CancellationToken cancel)
    {
        var called = name?.Trim() ?? "";
        if (called.Length == 0) return Problem.Invalid("passkey.name_missing", "Name");
        if (called.Length > LongestName) return Problem.Invalid("passkey.name_long", "Name", ("most", LongestName));
        var outcome = await ceremony.ReadNewAsync(accountId, answer);
        if (!outcome.IsDone) return outcome.Refusal!;
        var (key, asked) = outcome.Value;
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (await db.Set<Passkey>().CountAsync(p => p.UserId == accountId, cancel) >= Most) return Problem.Invalid("passkey.too_many", null, ("most", Most));
        if (await db.Set<Passkey>().AnyAsync(p => p.CredentialId == key.CredentialId, cancel)) return Problem.Invalid("passkey.refused");
        db.Add(new Passkey
        {
            Id = Guid.CreateVersion7(),
            UserId = accountId,
            CredentialId = key.CredentialId,
            PublicKey = key.PublicKey,
            Name = called,
            Transports = string.Join(',', key.Transports ?? []),
            SignCount = key.SignCount,
            IsBackupEligible = key.IsBackupEligible,
            IsBackedUp = key.IsBackedUp,
            AddedOn = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment),
            LastAsked = asked,
        });
        var codes = await db.Set<RecoveryCode>().AnyAsync(c => c.UserId == accountId, cancel) ? [] : recovery.Add(accountId);
        audit.Record(new AccountActs.PasskeyAdded(accountId));
        tell.Of(accountId, "passkey_added");
        await db.SaveChangesAsync(cancel);
        await session.StartAgainAsync(cancel);
        await transaction.CommitAsync(cancel);
        return codes;
    }
}
