using Diapason.Consultations.Contracts;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>What the mails of a campaign say: the council's words, or the house's where it has written none.</summary>
internal sealed class InvitationWords(DiapasonDb db, CurrentCouncil council)
{
    public async Task<MailWords> OfAsync(Guid campaignId, MailKind kind, CancellationToken cancel)
    {
        var house = InvitationMail.Default(kind, council.Languages);
        var ours = await db.Set<InvitationMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.CampaignId == campaignId && m.Kind == kind, cancel);
        if (ours is null) return house;
        // A language the council speaks since it wrote: the house's words are better than another language's.
        LocalizedText Whole(LocalizedText written, LocalizedText ready) => LocalizedText.Of(council.Languages.Select(l => (l, (string?)(written.Has(l) ? written : ready).In(l))));
        return new MailWords(kind, Whole(ours.Subject, house.Subject), Whole(ours.Body, house.Body));
    }
}

/// <summary>Keeps what a campaign's mails say. Every language needs a subject, and a text with the place of the link.</summary>
internal sealed class WriteMessage(DiapasonDb db, CurrentCouncil council, AuditTrail audit)
{
    public const int LongestSubject = 150;
    public const int LongestBody = 5_000;

    public async Task<Outcome> RunAsync(CampaignFacts campaign, MailWords words, CancellationToken cancel)
    {
        var problems = council.Languages.SelectMany(language => Problems(words, language)).ToList();
        if (problems.Count > 0) return Outcome.Of(problems);
        var id = campaign.Id.Value;
        var message = await db.Set<InvitationMessage>().SingleOrDefaultAsync(m => m.CampaignId == id && m.Kind == words.Kind, cancel);
        if (message is null) db.Add(message = new InvitationMessage { CampaignId = id, Kind = words.Kind, CouncilId = council.Id, Subject = LocalizedText.Empty, Body = LocalizedText.Empty });
        if (message.Subject.Equals(words.Subject) && message.Body.Equals(words.Body)) return Outcome.Done;
        (message.Subject, message.Body) = (words.Subject, words.Body);
        audit.Record(new InvitationActs.MessageChanged(id, words.Kind.ToString().ToLowerInvariant()));
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    private static IEnumerable<Problem> Problems(MailWords words, string language)
    {
        var (subject, body) = (words.Subject.Has(language) ? words.Subject.In(language) : "", words.Body.Has(language) ? words.Body.In(language) : "");
        if (subject.Length == 0) yield return Problem.Invalid("message.subject_missing", "subject." + language);
        if (subject.Length > LongestSubject) yield return Problem.Invalid("message.subject_long", "subject." + language, ("most", LongestSubject));
        if (!InvitationMail.HasLink(words.Body, language)) yield return Problem.Invalid("message.link_missing", "body." + language);
        if (body.Length > LongestBody) yield return Problem.Invalid("message.body_long", "body." + language, ("most", LongestBody));
    }
}
