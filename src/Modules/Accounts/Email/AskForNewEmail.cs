using Diapason.Accounts.Data;
using Diapason.Accounts.Notices;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Outbox;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Email;

/// <summary>Another address was asked for.</summary>
/// <param name="Address">Whole address of the page that uses the link, without its code.</param>
internal sealed record NewEmailAsked(Guid ChangeId, string Language, string Address) : IEvent;

/// <summary>
/// Asks that one's account go by another address. The same is done whether the address is free or belongs to somebody: who asks learns nothing of who
/// has an account. The present address is told, in case it was not its owner.
/// </summary>
internal sealed class AskForNewEmail(DiapasonDb db, UserManager<Account> accounts, EventOutbox outbox, TellOwner tell, TimeProvider clock)
{
    /// <summary>How long the link is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(1);

    /// <summary>More than this in the life of a link would fill the mailbox of somebody who asked for nothing, and the owner's with warnings.</summary>
    private const int Most = 3;

    /// <param name="accountId">Whoever is signed in.</param>
    /// <param name="email">As it was typed.</param>
    /// <param name="linkAddress">Whole address of the page that uses the link.</param>
    public async Task<Outcome> RunAsync(Guid accountId, string? email, string linkAddress, CancellationToken cancel)
    {
        var asked = (email ?? "").Trim();
        if (asked.Length == 0) return Problem.Invalid("email.missing", "Email");
        if (!MailboxAddress.IsComplete(asked)) return Problem.Invalid("email.invalid", "Email");
        var normalized = accounts.NormalizeEmail(asked);
        if (await db.Set<Account>().AnyAsync(a => a.Id == accountId && a.NormalizedEmail == normalized, cancel)) return Problem.Invalid("new_email.same", "Email");
        var now = clock.GetUtcNow().UtcDateTime;
        var mine = db.Set<EmailChange>().Where(c => c.UserId == accountId && c.ExpiresAt > now);
        if (await mine.CountAsync(cancel) >= Most) return Problem.Invalid("new_email.too_many", "Email");
        // The last one asked for is the one: a link sent to an address that was mistyped is good no more.
        await mine.ExecuteUpdateAsync(set => set.SetProperty(c => c.CodeHash, (byte[]?)null), cancel);
        var change = new EmailChange { Id = RandomId.New(), UserId = accountId, NewEmail = asked, CreatedAt = now, ExpiresAt = now + Life };
        db.Add(change);
        outbox.Add(new NewEmailAsked(change.Id, Languages.Current, linkAddress));
        tell.Of(accountId, "email_asked");
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }
}
