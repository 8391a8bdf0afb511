using Diapason.Accounts.Data;
using Diapason.Platform.Language;
using Microsoft.AspNetCore.Identity;

namespace Diapason.Accounts.Members;

/// <summary>Finds the account of an address, or opens one without a password.</summary>
internal sealed class OpenAccount(UserManager<Account> accounts, TimeProvider clock)
{
    public async Task<Account> ForAsync(string email, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (await accounts.FindByEmailAsync(email.Trim()) is { } known) return known;
        var account = New(email.Trim(), isDemonstration: false);
        var created = await accounts.CreateAsync(account);
        if (created.Succeeded) return account;
        // Another request opened it since we looked.
        if (created.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.DuplicateEmail)) && await accounts.FindByEmailAsync(account.Email) is { } opened) return opened;
        // Identity's own message names the address.
        throw new InvalidOperationException($"No account was opened: {string.Join(", ", created.Errors.Select(e => e.Code))}.");
    }

    public Account New(string email, bool isDemonstration) => new()
    {
        Id = Guid.CreateVersion7(),
        Email = email,
        NormalizedEmail = accounts.NormalizeEmail(email),
        Language = Languages.Current,
        SecurityStamp = Guid.CreateVersion7().ToString("N"),
        Version = Guid.CreateVersion7(),
        IsDemonstration = isDemonstration,
        CreatedAt = clock.GetUtcNow().UtcDateTime,
    };
}
