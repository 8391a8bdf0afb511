using Diapason.Platform.Audit;

namespace Diapason.Consultations.Invitations;

/// <summary>What is done with invitations, as the trail keeps it: numbers, never an address.</summary>
internal static class InvitationActs
{
    [Recorded("campaign.promise_chosen", "campaign")]
    internal sealed record PromiseChosen(Guid Subject, string From, string To) : Act(Subject);

    [Recorded("campaign.addresses_brought", "campaign")]
    internal sealed record Brought(Guid Subject, int Addresses) : Act(Subject);

    [Recorded("campaign.address_removed", "campaign")]
    internal sealed record Removed(Guid Subject) : Act(Subject);

    [Recorded("campaign.addresses_taken", "campaign")]
    internal sealed record Taken(Guid Subject, int Addresses) : Act(Subject);

    [Recorded("campaign.named_answers_taken", "campaign")]
    internal sealed record NamedTaken(Guid Subject) : Act(Subject);

    [Recorded("campaign.message_changed", "campaign")]
    internal sealed record MessageChanged(Guid Subject, string Mail) : Act(Subject);

    [Recorded("campaign.wave_begun", "campaign")]
    internal sealed record WaveBegun(Guid Subject, string Mail, int Addresses) : Act(Subject);

    [Recorded("campaign.returned_read", "campaign")]
    internal sealed record ReturnedRead(Guid Subject, int Addresses) : Act(Subject);

    [Recorded("campaign.addresses_destroyed", "campaign")]
    internal sealed record Destroyed(Guid Subject, int Addresses) : Act(Subject);
}
