using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Invitations;

/// <summary>Where an invitation is.</summary>
internal enum InvitationState
{
    ToSend,

    /// <summary>A mail was handed to the server, or was about to be when the program stopped: it is not sent again.</summary>
    Sent,

    /// <summary>The server wants no mail for this address.</summary>
    Bounced,

    /// <summary>The person wants no mail any more.</summary>
    Unsubscribed,

    /// <summary>They have answered. In a confidential campaign it is written for ten people at once, and joins none of them to an answer.</summary>
    Used,
}

/// <summary>Somebody the council invites to a campaign. Only a nominative answer knows of it.</summary>
internal sealed class Invitation : ICouncilOwned
{
    /// <summary>Random: it tells nothing.</summary>
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }
    public required Guid CampaignId { get; init; }
    public required string Email { get; init; }
    public string? Name { get; init; }

    /// <summary>That of the mails they get.</summary>
    public required string Language { get; init; }

    /// <summary>See <see cref="AddressHashes"/>: one address is invited once, and a refusal is known again.</summary>
    public required byte[] AddressHash { get; init; }

    public InvitationState State { get; init; }

    /// <summary>The last wave in which they were written to; nought before the first.</summary>
    public int Wave { get; init; }

    public DateOnly? SentOn { get; init; }

    /// <summary>How many times the server has said to try later, in a row.</summary>
    public int Attempts { get; init; }

    /// <summary>How many of the mails sent to them came back for a reason that may pass.</summary>
    public int Returns { get; init; }

    /// <summary>Not before, when the server has said to try later.</summary>
    public DateTime? NextAttemptAt { get; init; }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.ToTable("consultations_invitation");
        builder.HasIndex(i => new { i.CampaignId, i.AddressHash }).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(i => i.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
