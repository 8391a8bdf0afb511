using Diapason.Accounts.Data;
using Diapason.Accounts.Members;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Notices;

/// <summary>One administrator who must hear that the clock has jumped: a mail refused to one of them is not sent again to the others.</summary>
internal sealed record ClockNotice(Guid AccountId, DateTime SeenAt, DateTime Now) : IEvent;

/// <summary>Writes a notice to every administrator of this installation.</summary>
internal sealed class TellAdministrators(DiapasonDb db, CouncilAdministrators administrators, EventOutbox outbox) : IHandle<ClockJumped>
{
    public async Task HandleAsync(ClockJumped happened, CancellationToken cancel)
    {
        foreach (var account in await administrators.EveryoneAsync(cancel)) outbox.Add(new ClockNotice(account, happened.SeenAt, happened.Now));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Mails it, in the language of the account.</summary>
internal sealed class SendClockNotice(DiapasonDb db, Mailer mailer, Texts<AccountsModule> texts) : IHandle<ClockNotice>
{
    public async Task HandleAsync(ClockNotice happened, CancellationToken cancel)
    {
        if (!mailer.CanSend) return;
        var account = await db.Set<Account>().AsNoTracking().Where(a => a.Id == happened.AccountId).Select(a => new { a.Email, a.Language }).SingleOrDefaultAsync(cancel);
        if (account is null) return;
        Languages.Use(account.Language);
        await mailer.SendAsync(account.Email, texts["notice.clock_subject"], texts["notice.clock_text", happened.SeenAt.LocalDayAndTime, happened.Now.LocalDayAndTime], cancel);
    }
}
