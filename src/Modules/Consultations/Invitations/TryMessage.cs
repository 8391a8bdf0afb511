using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Invitations;

/// <summary>Sends a mail of a campaign, as it is kept, to the person who writes it: the true letter, in one language, with links that lead nowhere and spend nobody's.</summary>
internal sealed class TryMessage(CurrentCouncil council, InvitationWords words, InvitationAddresses addresses, Mailer mailer, Texts<ConsultationsModule> texts)
{
    /// <param name="campaign">The campaign.</param>
    /// <param name="of">Which mail, and in which language of the council.</param>
    /// <param name="to">The writer's own address, and the head of the links; null when the public address is not set.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> RunAsync(CampaignFacts campaign, (MailKind Kind, string Language) of, (string? Email, string? Head) to, CancellationToken cancel)
    {
        if (!council.Languages.Contains(of.Language)) return Problem.Absent();
        if (to.Head is not { } head) return Problem.Invalid("invitations.no_address");
        if (to.Email is not { } email || !mailer.CanSend) return Problem.Invalid("message.not_tried");
        var letter = Sample(await words.OfAsync(campaign.Id.Value, of.Kind, cancel), campaign, of.Language, (email, head));
        return await mailer.TryAsync(letter with { Subject = $"{texts["message.try_mark"]} {letter.Subject}", Unsubscribe = null }, cancel) == MailFate.Sent ? Outcome.Done : Problem.Invalid("message.not_tried");
    }

    /// <summary>What somebody would read. A link as long as a true one, which opens nothing.</summary>
    public Letter Sample(MailWords said, CampaignFacts campaign, string language, (string Email, string Head) to)
    {
        var link = addresses.Link(to.Head, language, campaign.Slug, texts["wave.sample"]);
        return InvitationMail.Write(said, campaign, council.Value, new(to.Email, null, language, link, addresses.Unsubscribe(to.Head, language, campaign.Slug, texts["wave.sample"])));
    }
}
