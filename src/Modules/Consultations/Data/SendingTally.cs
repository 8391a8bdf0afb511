using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>How many answers of a campaign were sent from one kind of device, or within one class of time. Nothing joins it to an answer.</summary>
internal sealed class SendingTally : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>What is counted: <c>device</c>, <c>minutes</c>.</summary>
    public required string Kind { get; init; }

    public required string Word { get; init; }

    public int Number { get; init; }
}

internal sealed class SendingTallyMapping : IEntityTypeConfiguration<SendingTally>
{
    public void Configure(EntityTypeBuilder<SendingTally> builder)
    {
        builder.ToTable("consultations_tally");
        builder.HasKey(t => new { t.CampaignId, t.Kind, t.Word });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(t => t.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
