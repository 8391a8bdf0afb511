using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Invitations;

/// <summary>What a council settles of a campaign's invitations, and what became of their addresses.</summary>
internal sealed class InvitationList : ICouncilOwned
{
    public const int DefaultDays = 30;
    public const int MostDays = 365;

    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>Nobody answers without an invitation.</summary>
    public bool InvitedOnly { get; set; }

    /// <summary>How many days after the last one of the campaign addresses are kept.</summary>
    public int KeptDays { get; set; } = DefaultDays;

    /// <summary>The day the addresses were destroyed; null while there may be some.</summary>
    public DateOnly? DestroyedOn { get; set; }

    /// <summary>How many were.</summary>
    public int Destroyed { get; set; }

    /// <summary>The account that asked for it; null when their day had come.</summary>
    public Guid? DestroyedBy { get; set; }

    /// <summary>How many links went with them.</summary>
    public int DestroyedLinks { get; set; }

    /// <summary>Rows of this campaign's people found in the database once it was done, by counting again; null where nobody counted.</summary>
    public int? LeftOver { get; set; }
}

internal sealed class InvitationListMapping : IEntityTypeConfiguration<InvitationList>
{
    public void Configure(EntityTypeBuilder<InvitationList> builder)
    {
        builder.ToTable("consultations_invitation_list");
        builder.HasKey(l => l.CampaignId);
        builder.HasOne<Campaign>().WithOne().HasForeignKey<InvitationList>(l => l.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
