using Diapason.Consultations.Contracts;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Tables;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Interests;

/// <summary>Hands the list of those who want results to an administrator; the trail says so before the first byte leaves.</summary>
internal sealed class TakeInterestsAway(DiapasonDb db, AuditTrail audit, Texts<ConsultationsModule> texts)
{
    public async Task RunAsync(CampaignFacts campaign, Stream output, CancellationToken cancel)
    {
        var people = await db.Set<Interest>().AsNoTracking().Where(i => i.CampaignId == campaign.Id.Value).OrderBy(i => i.Email).ToListAsync(cancel);
        audit.Record(new Taken(campaign.Id.Value, people.Count));
        await db.SaveChangesAsync(cancel);
        await using var table = new CsvTableWriter(output, CsvDialect.Of(System.Globalization.CultureInfo.CurrentCulture));
        foreach (var column in new[] { "email", "language" }) table.Code(texts["bring.column." + column]);
        await table.EndRowAsync(cancel);
        foreach (var person in people)
        {
            table.Text(person.Email);
            table.Code(person.Language);
            await table.EndRowAsync(cancel);
        }
    }

    /// <summary>The list left the house.</summary>
    [Recorded("campaign.interests_taken", "campaign")]
    internal sealed record Taken(Guid Subject, int Addresses) : Act(Subject);
}
