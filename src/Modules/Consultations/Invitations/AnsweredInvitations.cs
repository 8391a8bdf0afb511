using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Invitations;

/// <summary>
/// Who has answered a confidential campaign and is not marked yet. Written at each sending, the mark would say whose answer had just come: it waits here, in memory only, until
/// ten people have answered, and is written for all of them in one statement. A stop loses nine marks at most: those people may get a reminder, and cannot answer twice by one link.
/// With several servers each has its ten, and what one holds the others see (<see cref="HeldByServers"/>).
/// </summary>
internal sealed class AnsweredInvitations(GroupCommit commits, HeldByServers servers)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CampaignId, Dictionary<Guid, bool>> _waiting = [];

    /// <summary>Keeps an invitation for one sending; false when another has it, or had it.</summary>
    public async ValueTask<bool> TryHoldAsync(CampaignId campaign, Guid invitation, CancellationToken cancel)
    {
        lock (_lock) if (!Of(campaign).TryAdd(invitation, false)) return false;
        var taken = false;
        try
        {
            taken = await servers.TryTakeAsync(invitation, cancel);
        }
        finally
        {
            if (!taken) lock (_lock) Of(campaign).Remove(invitation);
        }

        return taken;
    }

    /// <summary>The sending it was held for did not happen.</summary>
    public async Task ReleaseAsync(CampaignId campaign, Guid invitation)
    {
        lock (_lock) Of(campaign).Remove(invitation);
        await LeaveAsync([invitation]);
    }

    public async ValueTask<bool> HoldsAsync(CampaignId campaign, Guid invitation, CancellationToken cancel)
    {
        lock (_lock) if (Of(campaign).ContainsKey(invitation)) return true;
        return await servers.IsTakenAsync(invitation, cancel);
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
        await LeaveAsync(together);
    }

    private async Task LeaveAsync(Guid[] invitations)
    {
        try
        {
            await servers.LeaveAsync(invitations, CancellationToken.None);
        }
        catch (Exception failure) when (DatabaseFailure.IsIn(failure))
        {
            // What cannot be said to the other servers goes with the session that cannot.
        }
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
