using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Joining;

/// <summary>Somebody asks to be told once when the ideas of their workshop have moved. Their address is kept apart from all they said: nothing joins the two (ADR 92).</summary>
internal sealed class LeaveAddress(DiapasonDb db, CurrentCouncil council, WriteAheadLog log)
{
    public async Task<Outcome> RunAsync(Workshop workshop, string? typed, bool consents, string head, CancellationToken cancel)
    {
        var email = Folded(typed);
        var problems = new List<Problem>();
        if (!MailboxAddress.IsComplete(email)) problems.Add(Problem.Invalid("card.email_wrong", "Email"));
        if (!consents) problems.Add(Problem.Invalid("card.consent_missing", "Consent"));
        if (problems.Count > 0) return Outcome.Of(problems);
        // Left twice, it is one; and nobody learns from this form who else left it.
        if (await db.Set<ReturnAddress>().AnyAsync(a => a.WorkshopId == workshop.Id && a.Email == email, cancel)) return Outcome.Done;
        db.Add(new ReturnAddress { Id = RandomId.New(), CouncilId = council.Id, WorkshopId = workshop.Id, Email = email, Language = Languages.Current, Head = head, IsToTell = false });
        await db.SaveChangesAsync(cancel);
        return Outcome.Done;
    }

    public async Task ForgetAsync(Workshop workshop, string? typed, CancellationToken cancel)
    {
        var email = Folded(typed);
        await db.Set<ReturnAddress>().Where(a => a.WorkshopId == workshop.Id && a.Email == email).ExecuteDeleteAsync(cancel);
        await log.EmptyAsync(CancellationToken.None);
    }

    private static string Folded(string? typed) => (typed ?? "").Trim().ToLowerInvariant();
}
