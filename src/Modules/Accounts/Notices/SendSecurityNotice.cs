using Diapason.Accounts.Data;
using Diapason.Accounts.Pages;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Notices;

/// <summary>Mails a notice, in the language of the account. An installation that sends no mail leaves it.</summary>
internal sealed class SendSecurityNotice(DiapasonDb db, Mailer mailer, CouncilDirectory councils, RoleChoices roles, Texts<AccountsModule> texts) : IHandle<SecurityNotice>
{
    public async Task HandleAsync(SecurityNotice happened, CancellationToken cancel)
    {
        if (!mailer.CanSend) return;
        var account = await db.Set<Account>().AsNoTracking().Where(a => a.Id == happened.AccountId).Select(a => new { a.Email, a.Language }).SingleOrDefaultAsync(cancel);
        if (account is null) return;
        Languages.Use(account.Language);
        await mailer.SendAsync(account.Email, texts["notice.subject"], texts["notice.text", await SayAsync(happened, cancel), happened.At.LocalDayAndTime], cancel);
    }

    private async Task<string> SayAsync(SecurityNotice happened, CancellationToken cancel) => happened is { CouncilId: { } council, Role: { } role }
        ? texts["notice." + happened.What, roles.Name(role), (await councils.FindAsync(council, cancel))?.Name.Here]
        : texts["notice." + happened.What];
}
