using System.Data.Common;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Invitations;

/// <summary>One sending and the invitation it may spend.</summary>
internal sealed class HeldInvitation(CampaignFacts campaign, InvitationPass? pass, bool isHeld)
{
    public CampaignFacts Campaign => campaign;

    public InvitationPass? Pass => pass;

    /// <summary>No other sending has it.</summary>
    public bool IsHeld => isHeld;

    /// <summary>The answer came by it.</summary>
    public bool IsSpent { get; set; }

    /// <summary>What the answer keeps of it: nothing but in a nominative campaign.</summary>
    public Guid? Named => IsSpent && campaign.Anonymity == Anonymity.Nominative ? pass!.Id : null;
}

/// <summary>Spends an invitation with the answer that came by it, in one transaction, and leaves nothing in either that leads to the other.</summary>
internal sealed class SpendInvitation(InvitationPasses passes, AnsweredInvitations answered)
{
    // Its person may have been marked since their link was looked at, by another link and another server.
    private const string Serve = """
        INSERT INTO consultations_spent_link (campaign_id, mark, council_id) SELECT @campaign, @mark, @council
        WHERE NOT EXISTS (SELECT 1 FROM consultations_invitation WHERE id = @id AND council_id = @council AND state = 'Used') ON CONFLICT DO NOTHING
        """;

    private const string Name = "UPDATE consultations_invitation SET state = 'Used' WHERE id = @id AND council_id = @council AND state <> 'Used'";

    /// <summary>Before the transaction: finds it, and keeps it from a second sending at the same moment.</summary>
    public async ValueTask<HeldInvitation> HoldAsync(CampaignFacts campaign, string? token, CancellationToken cancel)
    {
        var pass = token is null ? null : await passes.FindAsync(campaign, token, cancel);
        return new HeldInvitation(campaign, pass, pass is { HasServed: false } && await answered.TryHoldAsync(campaign.Id, pass.Id, cancel));
    }

    /// <summary>In the transaction of the sending. Refused only where nobody answers without an invitation: elsewhere the answer is one of the open link.</summary>
    public static async ValueTask<Outcome> RunAsync(DbConnection connection, HeldInvitation held, CancellationToken cancel)
    {
        if (held.IsHeld) held.IsSpent = await ServeAsync(connection, held.Campaign, held.Pass!, cancel);
        if (held.IsSpent || !held.Campaign.ByInvitationOnly) return Outcome.Done;
        return held.Pass is null
            ? Problem.Invalid("submit.invitation_missing")
            : Problem.Invalid("submit.invitation_served");
    }

    /// <summary>After the transaction, whatever came of it.</summary>
    public Task EndAsync(HeldInvitation held, bool isCommitted)
    {
        if (!held.IsHeld) return Task.CompletedTask;
        // Also for whoever has gone meanwhile.
        if (isCommitted && held is { IsSpent: true, Named: null }) return answered.AddAsync(held.Campaign, held.Pass!.Id, CancellationToken.None);
        return answered.ReleaseAsync(held.Campaign.Id, held.Pass!.Id);
    }

    private static async ValueTask<bool> ServeAsync(DbConnection connection, CampaignFacts campaign, InvitationPass pass, CancellationToken cancel)
    {
        await using var serve = connection.Command(Serve, ("campaign", campaign.Id.Value), ("council", campaign.CouncilId), ("mark", InvitationToken.Mark(pass.Token)), ("id", pass.Id));
        if (await serve.ExecuteNonQueryAsync(cancel) == 0) return false;
        if (campaign.Anonymity != Anonymity.Nominative) return true;
        await using var name = connection.Command(Name, ("id", pass.Id), ("council", campaign.CouncilId));
        return await name.ExecuteNonQueryAsync(cancel) == 1;
    }
}
