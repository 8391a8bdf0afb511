using System.Collections.Concurrent;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Mail;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Interests;

/// <summary>Somebody leaves an address: a mail asks to confirm it, and nothing is kept. Who has refused the council's mails gets none, and the page says the same to all.</summary>
internal sealed class AskForResults(DiapasonDb db, CurrentCouncil council, AddressHashes hashes, InterestSeals seals, AskedOften often, InvitationAddresses addresses, Mailer mailer, TimeProvider clock)
{
    /// <param name="campaign">The consultation.</param>
    /// <param name="to">The address as typed, and the language of the page.</param>
    /// <param name="head">The head of the links; null when the public address is not set.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome> RunAsync(CampaignFacts campaign, (string Email, string Language) to, string? head, CancellationToken cancel)
    {
        if (!MailboxAddress.IsComplete(to.Email)) return Problem.Invalid("results.email_wrong", "Email");
        if (head is null || !mailer.CanSend) return Problem.Invalid("results.no_mail", "Email");
        var hash = (await hashes.OfAsync(council.Id, cancel)).Hash(to.Email);
        if (await db.Set<Refusal>().AnyAsync(r => r.AddressHash == hash, cancel) || !often.MayAsk(hash)) return Outcome.Done;
        var asked = new AskedInterest(campaign.Id.Value, to.Email, to.Language, head, clock.GetUtcNow().UtcDateTime + InterestSeals.Life);
        var link = addresses.Of(head, to.Language, ConsultationsLinks.ConfirmResults(campaign.Slug, seals.Seal(asked)));
        return await mailer.TryAsync(InterestMail.Confirm(campaign, council.Value, asked, link), cancel) is MailFate.Sent or MailFate.Unknown ? Outcome.Done : Problem.Invalid("results.not_sent", "Email");
    }
}

/// <summary>How many confirmations an address was sent today, in memory only: three, so that nobody is mailed without end by somebody else.</summary>
internal sealed class AskedOften(TimeProvider clock)
{
    private const int Most = 3;
    private readonly ConcurrentDictionary<string, int> _today = new(StringComparer.Ordinal);
    private DateOnly _day;

    public bool MayAsk(byte[] hash)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        if (day != _day) _today.Clear();
        _day = day;
        return _today.AddOrUpdate(Convert.ToHexString(hash), 1, (_, asked) => asked + 1) <= Most;
    }
}
