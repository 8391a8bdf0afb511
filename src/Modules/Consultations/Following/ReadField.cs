using System.Text;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Apart;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Paper;
using Diapason.Consultations.Reaching;
using Diapason.Forms;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Following;

/// <summary>Counts how the field of a campaign goes, for those who hold its answers. Answers that wait in the tray are in no count.</summary>
internal sealed class ReadField(DiapasonDb db, NameGroups groups, ISubmittedAnswers submitted, TimeProvider clock)
{
    public async Task<FieldReport> OfAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        // Asked once: answers are long rows.
        var counts = (await db.Set<Response>().Where(r => r.CampaignId == campaign.Id.Value && r.Sequence != null && (r.Quarantine == null || !r.Quarantine.StartsWith(ApartReason.Aside))).GroupBy(r => new { r.SubmittedOn, r.Language, r.Source })
            .Select(same => new { same.Key.SubmittedOn, same.Key.Language, same.Key.Source, Answers = same.Count() }).ToListAsync(cancel))
            .ConvertAll(count => new Counted(count.SubmittedOn!.Value, count.Language, count.Source, count.Answers));
        var (links, without) = await LinksAsync(campaign, Sums(counts, count => count.Source), cancel);
        return new FieldReport
        {
            Counted = counts.Sum(count => count.Answers),
            Apart = await submitted.ApartAsync(campaign.Id, cancel),
            Days = [.. Sums(counts, count => count.Day).OrderBy(day => day.Key)],
            Languages = CampaignCounts.MayTell(campaign, [.. Sums(counts, count => count.Language).OrderByDescending(language => language.Answers)]),
            Links = links,
            WithoutLink = without,
            OffLine = [.. NamedSources.Of(Sums(counts, count => count.Source)).Intersect(PaperSources.All).Order().Select(source => (source, counts.Where(count => count.Source == source).Sum(count => count.Answers)))],
            Groups = await groups.AllAsync(campaign, cancel),
            Leaving = await LeavingAsync(campaign, cancel),
            Devices = await TallyAsync(campaign, Sending.Device, Sending.Devices, cancel),
            Times = await TallyAsync(campaign, Sending.Minutes, Sending.Classes, cancel),
        };
    }

    private async Task<(IReadOnlyList<(AssociationLink, int?)> Links, int Without)> LinksAsync(CampaignFacts campaign, IReadOnlyList<(string? Source, int Answers)> counts, CancellationToken cancel)
    {
        var named = NamedSources.Of(counts);
        var links = await db.Set<AssociationLink>().AsNoTracking().Where(l => l.CampaignId == campaign.Id.Value).ToListAsync(cancel);
        return (
            [.. links.Select(link => (Link: link, Answers: named.Contains(link.Code) ? counts.First(count => count.Source == link.Code).Answers : (int?)null)).OrderByDescending(link => link.Answers ?? -1).ThenBy(link => link.Link.Name, StringComparer.CurrentCulture)],
            counts.Where(count => count.Source is null || !named.Contains(count.Source)).Sum(count => count.Answers));
    }

    private static List<(T Key, int Answers)> Sums<T>(IEnumerable<Counted> counts, Func<Counted, T> by) => [.. counts.GroupBy(by).Select(same => (same.Key, same.Sum(count => count.Answers)))];

    /// <summary>A draft of today may still be under way.</summary>
    private async Task<IReadOnlyList<(Forms.Page?, int)>> LeavingAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        var today = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime);
        var pages = campaign.Questionnaire.Pages;
        var drafts = new int[pages.Count + 1];
        await foreach (var answers in db.Set<Response>().Where(r => r.CampaignId == campaign.Id.Value && r.SubmittedOn == null && r.SavedOn < today).Select(r => r.Answers).AsAsyncEnumerable().WithCancellation(cancel))
            drafts[campaign.Questionnaire.RouteFor(AnswerSet.Parse(Encoding.UTF8.GetBytes(answers))).FirstIncomplete?.Index ?? pages.Count]++;
        return [.. drafts.Index().Where(page => page.Item > 0).Select(page => (page.Index < pages.Count ? pages[page.Index] : null, page.Item))];
    }

    private async Task<IReadOnlyList<(string, int)>> TallyAsync(CampaignFacts campaign, string kind, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var counts = await db.Set<SendingTally>().AsNoTracking().Where(t => t.CampaignId == campaign.Id.Value && t.Kind == kind).ToDictionaryAsync(t => t.Word, t => t.Number, cancel);
        // To the ten below: read before and after a sending, a number that moves by one tells who has just sent.
        return [.. words.Select(word => (word, counts.GetValueOrDefault(word) is var number && campaign.Anonymity == Anonymity.Nominative ? number : number / Tray.Least * Tray.Least))];
    }

    private sealed record Counted(DateOnly Day, string Language, string? Source, int Answers);
}
