using System.Globalization;
using Diapason.Accounts.Data;
using Diapason.Accounts.Members;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Machine.Alerts;
using Diapason.Platform.Mail;
using Diapason.Platform.Modules;
using Diapason.Platform.Outbox;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Notices;

/// <summary>One administrator who must hear that something of the machine goes wrong.</summary>
internal sealed record TroubleNotice(Guid AccountId, MachineTroubled What) : IEvent;

/// <summary>Writes a notice to every administrator of this installation.</summary>
internal sealed class TellOfTrouble(DiapasonDb db, CouncilAdministrators administrators, EventOutbox outbox) : IHandle<MachineTroubled>
{
    public async Task HandleAsync(MachineTroubled happened, CancellationToken cancel)
    {
        foreach (var account in await administrators.EveryoneAsync(cancel)) outbox.Add(new TroubleNotice(account, happened));
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>Mails it, in the language of the account.</summary>
internal sealed class SendTroubleNotice(DiapasonDb db, Mailer mailer, ModuleCatalog modules, Texts<AccountsModule> texts) : IHandle<TroubleNotice>
{
    private const double Giga = 1e9;

    public async Task HandleAsync(TroubleNotice happened, CancellationToken cancel)
    {
        if (!mailer.CanSend) return;
        var account = await db.Set<Account>().AsNoTracking().Where(a => a.Id == happened.AccountId).Select(a => new { a.Email, a.Language }).SingleOrDefaultAsync(cancel);
        if (account is null) return;
        Languages.Use(account.Language);
        await mailer.SendAsync(account.Email, texts["notice.trouble_subject." + happened.What.Kind], texts["notice.trouble_text", Say(happened.What)], cancel);
    }

    private string Say(MachineTroubled what) => what switch
    {
        { Kind: TroubleKind.Job } => texts["notice.trouble.job", string.Join("\n", (what.Jobs ?? []).Select(key => texts["notice.trouble_job", modules.Words(key)]))],
        { Kind: TroubleKind.Errors } => texts["notice.trouble.errors", string.Join("\n", (what.Jobs ?? []).Select(error => texts["notice.trouble_job", error]))],
        { Kind: TroubleKind.Apart } => texts["notice.trouble.apart", what.Count],
        { Kind: TroubleKind.NoFolder } => texts["notice.trouble.no_folder"],
        { Kind: TroubleKind.Backup, Moment: null } => texts["notice.trouble.no_backup"],
        { Kind: TroubleKind.Disk } => texts["notice.trouble.disk", ((what.FreeBytes ?? 0) / Giga).ToString("N1", CultureInfo.CurrentCulture)],
        { Moment: { } moment } => texts["notice.trouble." + what.Kind, moment.LocalDayAndTime],
        _ => throw new InvalidOperationException($"No words for {what.Kind}."),
    };
}
