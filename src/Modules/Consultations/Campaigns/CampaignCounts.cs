using System.Globalization;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Exports;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>How many started, sent and took back their answers. Those that wait in the tray are not counted, and those under way to the ten below: a number that moves by one tells when somebody answered.</summary>
internal sealed record CampaignCounts(int Drafts, int Sent, int Invented, int Withdrawn, IReadOnlyList<(string Language, int Sent)> ByLanguage)
{
    /// <summary>Those sent by real people.</summary>
    public int Real => Sent - Invented;

    /// <summary>The languages that counts and files may name. Whoever invited people knows each one's language: in a confidential campaign a language of few would name who answered in it.</summary>
    /// <param name="languages">That of each answer.</param>
    public static IReadOnlySet<string> MayTell(CampaignFacts campaign, IEnumerable<string?> languages) =>
        campaign.Anonymity == Anonymity.Confidential ? NamedSources.Of(languages) : languages.OfType<string>().ToHashSet(StringComparer.Ordinal);

    /// <summary>The same of counts: none while one of them is of few.</summary>
    public static IReadOnlyList<(string Language, int Answers)> MayTell(CampaignFacts campaign, IReadOnlyList<(string Language, int Answers)> counts) =>
        campaign.Anonymity == Anonymity.Confidential && NamedSources.Of([.. counts.Select(count => ((string?)count.Language, count.Answers))]).Count < counts.Count ? [] : counts;

    /// <summary>A number to the ten below, in words.</summary>
    public static string Tens(Texts<ConsultationsModule> texts, int number) =>
        number < Tray.Least ? texts["following.few"] : texts["following.at_least", (number / Tray.Least * Tray.Least).ToString("N0", CultureInfo.CurrentCulture)];

    public static async Task<CampaignCounts> OfAsync(DiapasonDb db, Guid campaignId, CancellationToken cancel)
    {
        var groups = await db.Set<Response>().Where(r => r.CampaignId == campaignId)
            .GroupBy(r => new { Sent = r.SubmittedOn != null, IsCounted = r.Sequence != null, r.IsSynthetic, r.Language })
            .Select(g => new { g.Key.Sent, g.Key.IsCounted, g.Key.IsSynthetic, g.Key.Language, Count = g.Count() })
            .ToListAsync(cancel);
        var withdrawn = await db.Set<Withdrawal>().CountAsync(w => w.CampaignId == campaignId && !w.IsMoved, cancel);
        return new CampaignCounts(
            groups.Where(g => !g.Sent).Sum(g => g.Count) / 10 * 10,
            groups.Where(g => g.IsCounted).Sum(g => g.Count),
            groups.Where(g => g.IsCounted && g.IsSynthetic).Sum(g => g.Count),
            withdrawn,
            [.. groups.Where(g => g.IsCounted).GroupBy(g => g.Language, g => g.Count).Select(g => (g.Key, g.Sum())).OrderByDescending(g => g.Item2)]);
    }
}
