using System.Collections.Concurrent;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Studies.Columns;
using Diapason.Studies.Coverage;
using Diapason.Studies.Data;
using Diapason.Studies.Following;
using Diapason.Studies.Portraits;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Studies.Groups;

/// <summary>The groups a council chose to follow a campaign by, and who has answered in each, counted when a page asks.</summary>
internal sealed class CountGroups(DiapasonDb db, ISubmittedAnswers answers, GroupCounts counts)
{
    public async ValueTask<IReadOnlyList<FollowedGroup>> ChosenAsync(CampaignId campaign, CancellationToken cancel) =>
        await db.Set<StoredGroups>().AsNoTracking().Where(g => g.CampaignId == campaign.Value).Select(g => g.Content).SingleOrDefaultAsync(cancel) is { } content
            ? Study.FromJson<List<FollowedGroup>>(content) : [];

    /// <summary>Null where none was chosen.</summary>
    public async ValueTask<GroupCount?> OfAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        if (campaign.DestroyedAt is not null) return null;
        var chosen = (await ChosenAsync(campaign.Id, cancel)).Where(g => campaign.Questionnaire.FindVariable(g.Variable) is not null).ToList();
        if (chosen.Count == 0) return null;
        var stamp = (Study.ToJson(chosen), campaign.Questionnaire.Version, await answers.LastSequenceAsync(campaign.Id, cancel), await answers.ApartAsync(campaign.Id, cancel));
        if (counts.Find(campaign.Id, stamp) is { } known) return known;
        var store = new ColumnStore([.. chosen.Select(g => campaign.Questionnaire.FindVariable(g.Variable)!)]);
        await ReadAsync(store, campaign.Id, cancel);
        return counts.Keep(campaign.Id, stamp, Count(campaign, chosen, store));
    }

    private async Task ReadAsync(ColumnStore store, CampaignId campaign, CancellationToken cancel)
    {
        var withdrawn = new HashSet<long>();
        await foreach (var change in answers.ReadAsync(campaign, 0, cancel))
        {
            if (change is AnswersWithdrawn taken) withdrawn.Add(taken.WithdrawnSequence);
            else if (change is AnswersSent { Standing.IsSetAside: false } sent) store.Append(sent.Sequence, sent.Document.Span);
        }

        store.Remove(withdrawn);
    }

    private static GroupCount Count(CampaignFacts campaign, IReadOnlyList<FollowedGroup> chosen, ColumnStore store)
    {
        var margins = chosen.Select(g => g.MarginOf(campaign.Questionnaire.FindVariable(g.Variable)!)).OfType<Frames.FrameMargin>();
        var free = chosen.Where(g => g.Population is null).Select(g => new Breakdown(g.Variable, campaign.Questionnaire.FindVariable(g.Variable)!.Label, [])).ToList();
        return new GroupCount(new FieldCoverage(store.Rows, [.. margins.Select(m => MarginCoverage.Of(m, store))], [.. free.Select(b => SegmentCoverage.Of(b, store))]), free);
    }
}

/// <summary>Who has answered in the groups of a campaign.</summary>
/// <param name="Coverage">Against the population where it is known, by choice elsewhere.</param>
/// <param name="Free">The variables of which no population is known, in the order of the coverage's segments.</param>
internal sealed record GroupCount(FieldCoverage Coverage, IReadOnlyList<Breakdown> Free);

/// <summary>The last count of each campaign, for as long as nothing it counts has changed.</summary>
internal sealed class GroupCounts
{
    private readonly ConcurrentDictionary<CampaignId, ((string Groups, string Version, long Last, ApartCounts Apart) Stamp, GroupCount Count)> _known = [];

    public GroupCount? Find(CampaignId campaign, (string, string, long, ApartCounts) stamp) => _known.TryGetValue(campaign, out var known) && known.Stamp == stamp ? known.Count : null;

    public GroupCount Keep(CampaignId campaign, (string, string, long, ApartCounts) stamp, GroupCount count)
    {
        _known[campaign] = (stamp, count);
        return count;
    }
}
