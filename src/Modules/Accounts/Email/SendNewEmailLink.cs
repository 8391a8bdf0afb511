using System.Buffers.Text;
using System.Security.Cryptography;
using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Outbox;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Email;

/// <summary>Mails to the new address the link that makes it the account's. Nothing leaves for an address that somebody has already.</summary>
internal sealed class SendNewEmailLink(DiapasonDb db, UserManager<Account> accounts, Mailer mailer, Texts<AccountsModule> texts, TimeProvider clock) : IHandle<NewEmailAsked>
{
    public async Task HandleAsync(NewEmailAsked happened, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Set<EmailChange>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == happened.ChangeId && c.ExpiresAt > now, cancel) is not { } change) return;
        if (await db.Set<EmailChange>().AnyAsync(c => c.UserId == change.UserId && c.CreatedAt > change.CreatedAt, cancel)) return;
        var normalized = accounts.NormalizeEmail(change.NewEmail);
        if (await db.Set<Account>().AnyAsync(a => a.NormalizedEmail == normalized, cancel)) return;
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var hash = NewSignInLink.Hash(code);
        await db.Set<EmailChange>().Where(c => c.Id == change.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.CodeHash, hash), cancel);
        Languages.Use(happened.Language);
        var text = texts["mail.new_email_text", QueryHelpers.AddQueryString(happened.Address, "code", code), (int)AskForNewEmail.Life.TotalMinutes];
        await mailer.SendAsync(change.NewEmail, texts["mail.new_email_subject"], text, cancel);
    }
}
