using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Invitations;

/// <summary>
/// Who has answered a confidential campaign and is not marked yet. Written at each sending, the mark would say whose answer had just come: it waits here, in memory only, until
/// ten people have answered, and is written for all of them in one statement. A stop loses nine marks at most: those people may get a reminder, and cannot answer twice by one link.
/// </summary>
internal sealed class AnsweredInvitations(GroupCommit commits)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CampaignId, Dictionary<Guid, bool>> _waiting = [];

    /// <summary>Keeps an invitation for one sending; false when another has it, or had it.</summary>
    public bool TryHold(CampaignId campaign, Guid invitation)
    {
        lock (_lock) return Of(campaign).TryAdd(invitation, false);
    }

    /// <summary>The sending it was held for did not happen.</summary>
    public void Release(CampaignId campaign, Guid invitation)
    {
        lock (_lock) Of(campaign).Remove(invitation);
    }

    public bool Holds(CampaignId campaign, Guid invitation)
    {
        lock (_lock) return Of(campaign).ContainsKey(invitation);
    }

    /// <summary>They have answered; marks those who wait once they are ten.</summary>
    public Task AddAsync(CampaignFacts campaign, Guid invitation, CancellationToken cancel)
    {
        lock (_lock) Of(campaign.Id)[invitation] = true;
        return MarkAsync(campaign, cancel);
    }

    private async Task MarkAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        Guid[] together;
        lock (_lock) together = [.. Of(campaign.Id).Where(i => i.Value).Select(i => i.Key)];
        if (together.Length < Tray.Least) return;
        try
        {
            await commits.CommitAsync((connection, stop) => MarkAsync(connection, campaign, together, stop), cancel);
        }
        catch (Exception failure) when (DatabaseFailure.IsIn(failure))
        {
            // The answer is sent: the marks wait for the next one.
            return;
        }

        lock (_lock) foreach (var marked in together) Of(campaign.Id).Remove(marked);
    }

    private static async ValueTask<int> MarkAsync(System.Data.Common.DbConnection connection, CampaignFacts campaign, Guid[] together, CancellationToken cancel)
    {
        var places = string.Join(", ", together.Index().Select(i => $"@i{i.Index}"));
        await using var mark = connection.Command(
            $"UPDATE consultations_invitation SET state = 'Used' WHERE campaign_id = @campaign AND council_id = @council AND id IN ({places})",
            [("campaign", campaign.Id.Value), ("council", campaign.CouncilId), .. together.Index().Select(i => ($"i{i.Index}", (object?)i.Item))]);
        return await mark.ExecuteNonQueryAsync(cancel);
    }

    private Dictionary<Guid, bool> Of(CampaignId campaign)
    {
        if (!_waiting.TryGetValue(campaign, out var waiting)) _waiting[campaign] = waiting = [];
        return waiting;
    }
}
