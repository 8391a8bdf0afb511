using System.Text;
using System.Text.Json;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Page = Diapason.Forms.Page;

namespace Diapason.Consultations.Pretesting;

/// <summary>What a pretest has shown so far.</summary>
/// <param name="Median">The class of the middle time from consent to sending; null while nobody has sent.</param>
internal sealed record PretestReport(int Begun, int Sent, string? Median, IReadOnlyList<PretestPage> Pages)
{
    public int Notes => Pages.Sum(page => page.Notes.Count);
}

/// <summary>One page of the questionnaire, as testers met it.</summary>
/// <param name="Page">Null for the page where everything is read again before sending.</param>
/// <param name="Passed">How many went past it.</param>
/// <param name="Median">The class of the middle time it took.</param>
/// <param name="Waiting">How many stopped there and have not sent.</param>
internal sealed record PretestPage(Page? Page, int Passed, string? Median, int Waiting, IReadOnlyList<string> Notes);

/// <summary>Reads what testers answered, for those who prepare the campaign: counts, classes of time, and their notes in no order of theirs.</summary>
internal sealed class ReadPretest(DiapasonDb db)
{
    /// <summary>Stands for the page where everything is read again.</summary>
    public const string Check = "-check";

    public async Task<PretestReport> OfAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        var trials = (await db.Set<PretestAnswer>().AsNoTracking().Where(a => a.CampaignId == campaign.Id.Value).OrderBy(a => a.Id).ToListAsync(cancel)).ConvertAll(a => Trial.Of(a, campaign));
        var pages = campaign.Questionnaire.Pages.Select(page => Page(page, page.Code, trials)).Append(Page(null, Check, trials));
        return new(trials.Count, trials.Count(trial => trial.IsSent), PageClock.Median(Sending.Classes, trials.Select(trial => trial.Minutes)), [.. pages]);
    }

    private static PretestPage Page(Page? page, string code, List<Trial> trials)
    {
        var times = trials.Select(trial => trial.Times.GetValueOrDefault(code)).OfType<string>().ToList();
        return new(page, times.Count, PageClock.Median(PageClock.Classes, times), trials.Count(trial => trial.At == code), [.. trials.Select(trial => trial.Notes.GetValueOrDefault(code)).OfType<string>()]);
    }

    private sealed record Trial(bool IsSent, string? Minutes, string? At, Dictionary<string, string> Times, Dictionary<string, string> Notes)
    {
        public static Trial Of(PretestAnswer answer, CampaignFacts campaign) => new(
            answer.SubmittedOn is not null, answer.Minutes,
            answer.SubmittedOn is not null ? null : campaign.Questionnaire.RouteFor(AnswerSet.Parse(Encoding.UTF8.GetBytes(answer.Answers))).FirstIncomplete?.Code ?? Check,
            Words(answer.Times), Words(answer.Notes));

        private static Dictionary<string, string> Words(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];
    }
}
