using Diapason.Accounts.Data;
using Diapason.Accounts.Pages;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Diapason.Accounts.SignIn;

/// <summary>Mails a sign-in link or an invitation, in the language of who asked for it.</summary>
internal sealed class SendSignInLink(DiapasonDb db, NewSignInLink links, Mailer mailer, CouncilDirectory councils, RoleChoices roles, Texts<AccountsModule> texts, ILogger<SendSignInLink> log)
    : IHandle<SignInLinkRequested>
{
    public async Task HandleAsync(SignInLinkRequested happened, CancellationToken cancel)
    {
        if (happened.AccountId is not { } id) return;
        var email = await db.Set<Account>().Where(a => a.Id == id).Select(a => a.Email).SingleOrDefaultAsync(cancel);
        if (email is null) return;
        var life = happened.InvitedTo is null ? NewSignInLink.Asked : NewSignInLink.Invited;
        if (await links.MakeAsync(id, happened.Address, life, cancel) is not { } link)
        {
            log.LogWarning("Account {Id} has asked for too many sign-in links: none was sent", id);
            return;
        }

        Languages.Use(happened.Language);
        var (subject, text) = await WriteAsync(happened, link, cancel);
        await mailer.SendAsync(email, subject, text, cancel);
    }

    private async Task<(string Subject, string Text)> WriteAsync(SignInLinkRequested happened, string link, CancellationToken cancel)
    {
        if (happened.InvitedTo is not { } councilId)
            return (texts["mail.link_subject"], texts["mail.link_text", link, (int)NewSignInLink.Asked.TotalMinutes]);
        var council = (await councils.AllAsync(cancel)).Single(c => c.Id == councilId).Name.Here;
        return (texts["mail.invitation_subject", council], texts["mail.invitation_text", council, link, (int)NewSignInLink.Invited.TotalDays, happened.Role is { } role ? roles.Name(role) : "–"]);
    }
}
