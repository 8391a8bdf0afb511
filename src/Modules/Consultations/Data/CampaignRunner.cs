using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>Somebody who runs a campaign without being an administrator: they planned it, or it was given to them.</summary>
internal sealed class CampaignRunner : ICouncilOwned
{
    public required Guid CampaignId { get; init; }

    /// <summary>The account, as the accounts module knows it.</summary>
    public required Guid AccountId { get; init; }

    public required Guid CouncilId { get; init; }
}

internal sealed class CampaignRunnerMapping : IEntityTypeConfiguration<CampaignRunner>
{
    public void Configure(EntityTypeBuilder<CampaignRunner> builder)
    {
        builder.ToTable("consultations_campaign_runner");
        builder.HasKey(r => new { r.CampaignId, r.AccountId });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
