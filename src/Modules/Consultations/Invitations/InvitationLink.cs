using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Invitations;

/// <summary>A link that was mailed, one for each mail: only the hash of its token is kept.</summary>
internal sealed class InvitationLink : ICouncilOwned
{
    public required byte[] Hash { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid InvitationId { get; init; }
}

/// <summary>That a link of a campaign has served. The mark is made of the token, which nobody keeps: nothing joins it to an invitation, nor to an answer.</summary>
internal sealed class SpentLink : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required byte[] Mark { get; init; }
    public required Guid CouncilId { get; init; }
}

internal sealed class InvitationLinkMapping : IEntityTypeConfiguration<InvitationLink>
{
    public void Configure(EntityTypeBuilder<InvitationLink> builder)
    {
        builder.ToTable("consultations_invitation_link");
        builder.HasKey(l => l.Hash);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(l => l.InvitationId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SpentLinkMapping : IEntityTypeConfiguration<SpentLink>
{
    public void Configure(EntityTypeBuilder<SpentLink> builder)
    {
        builder.ToTable("consultations_spent_link");
        builder.HasKey(s => new { s.CampaignId, s.Mark });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(s => s.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
