using System.Globalization;
using System.Security.Cryptography;
using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Metering;
using Diapason.Platform.Outcomes;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Passkeys;

/// <summary>
/// Asks for a key and reads what it signed, by Identity's own reader of WebAuthn. What was asked travels encrypted in the form, with its moment: an answer
/// serves once, and none serves that was asked before the last one taken.
/// </summary>
internal sealed class PasskeyCeremony(DiapasonDb db, IPasskeyHandler<Account> handler, UserManager<Account> accounts, IDataProtectionProvider protection, IHttpContextAccessor http, TimeProvider clock)
{
    /// <summary>How long a page left open still asks.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>A credential is a few hundred bytes, a few thousand with an attestation.</summary>
    private const int LongestCredential = 20_000;

    private readonly IDataProtector _protector = protection.CreateProtector("accounts.passkey");

    private HttpContext Request => http.HttpContext!;

    public Task<bool> HasAnyAsync(Guid accountId, CancellationToken cancel) => db.Set<Passkey>().AnyAsync(p => p.UserId == accountId, cancel);

    /// <summary>For a new key of an account. Its present ones are named, so that no device makes a second.</summary>
    public async Task<PasskeyQuestion> ForNewAsync(Guid accountId, CancellationToken cancel)
    {
        var account = await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == accountId, cancel);
        var made = await handler.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = accountId.ToString("D"), Name = account.Email, DisplayName = account.Name ?? account.Email }, Request);
        return new PasskeyQuestion(made.CreationOptionsJson, Protect(made.AttestationState));
    }

    /// <param name="accountId">Whose key is asked for; null where the key itself says who comes.</param>
    public async Task<PasskeyQuestion> ForSignInAsync(Guid? accountId)
    {
        var account = accountId is { } id ? await accounts.FindByIdAsync(id.ToString("D")) : null;
        var made = await handler.MakeRequestOptionsAsync(account, Request);
        return new PasskeyQuestion(made.RequestOptionsJson, Protect(made.AssertionState));
    }

    /// <summary>The new key, not yet kept.</summary>
    public async Task<Outcome<(UserPasskeyInfo Key, long Asked)>> ReadNewAsync(Guid accountId, PasskeyAnswer answer)
    {
        var (asked, refused) = Open(answer);
        if (refused is not null) return refused;
        var read = await handler.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = Request, CredentialJson = answer.Credential!, AttestationState = asked.State });
        return read.Succeeded && read.UserEntity.Id == accountId.ToString("D") ? (read.Passkey, asked.At) : Problem.Invalid("passkey.refused");
    }

    /// <summary>Whose key has signed.</summary>
    /// <param name="accountId">Who must it be; null for whoever the key says.</param>
    public async Task<Outcome<Guid>> ReadSignInAsync(Guid? accountId, PasskeyAnswer answer, CancellationToken cancel)
    {
        var who = await SpendAsync(accountId, answer, cancel);
        Measures.SignIn("passkey", who.IsDone);
        return who;
    }

    private async Task<Outcome<Guid>> SpendAsync(Guid? accountId, PasskeyAnswer answer, CancellationToken cancel)
    {
        var (asked, refused) = Open(answer);
        if (refused is not null) return refused;
        var read = await handler.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = Request, CredentialJson = answer.Credential!, AssertionState = asked.State });
        if (!read.Succeeded || (accountId is { } who && read.User.Id != who)) return Problem.Invalid("passkey.refused");
        var (id, count, isBackedUp) = (read.Passkey.CredentialId, (long)read.Passkey.SignCount, read.Passkey.IsBackedUp);
        // One conditional update: of two answers to one question, one signs in.
        var taken = await db.Set<Passkey>().Where(p => p.CredentialId == id && p.LastAsked < asked.At)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.LastAsked, asked.At).SetProperty(p => p.SignCount, count).SetProperty(p => p.IsBackedUp, isBackedUp), cancel);
        return taken == 1 ? read.User.Id : Problem.Invalid("passkey.refused");
    }

    private string Protect(string? state) => _protector.Protect(clock.GetUtcNow().UtcTicks.ToString(CultureInfo.InvariantCulture) + " " + state);

    /// <summary>What was asked, when it is ours and not too old.</summary>
    private ((string State, long At) Asked, Problem? Refused) Open(PasskeyAnswer answer)
    {
        if (string.IsNullOrWhiteSpace(answer.Credential)) return (default, Problem.Invalid("passkey.none"));
        if (answer.Credential.Length > LongestCredential) return (default, Problem.Invalid("passkey.refused"));
        try
        {
            var kept = _protector.Unprotect(answer.State ?? "");
            var space = kept.IndexOf(' ', StringComparison.Ordinal);
            var at = long.Parse(kept.AsSpan(0, space), CultureInfo.InvariantCulture);
            var age = clock.GetUtcNow().UtcTicks - at;
            return age >= 0 && age <= Life.Ticks ? ((kept[(space + 1)..], at), null) : (default, Problem.Invalid("passkey.late"));
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            return (default, Problem.Invalid("passkey.refused"));
        }
    }
}
