using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>How many answers a campaign hopes for from a group of its field. It closes nothing and refuses nobody.</summary>
internal sealed class FieldTarget : ICouncilOwned
{
    public required Guid CampaignId { get; init; }

    /// <summary>The code of the group's variable, a colon, its own.</summary>
    public required string GroupCode { get; init; }

    public required Guid CouncilId { get; init; }

    /// <summary>By tens, as counts are told.</summary>
    public required int Answers { get; set; }

    /// <summary>When somebody who runs the campaign said they had seen it reached; null until then.</summary>
    public DateOnly? SeenOn { get; set; }
}

internal sealed class FieldTargetMapping : IEntityTypeConfiguration<FieldTarget>
{
    public void Configure(EntityTypeBuilder<FieldTarget> builder)
    {
        builder.ToTable("consultations_target");
        builder.HasKey(t => new { t.CampaignId, t.GroupCode });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(t => t.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
