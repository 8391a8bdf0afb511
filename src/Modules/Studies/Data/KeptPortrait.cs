using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Studies.Data;

/// <summary>What was published of a campaign when its answers were destroyed: nothing can compute it again.</summary>
internal sealed class KeptPortrait : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>Answers received and not taken back, as the page said.</summary>
    public required int Received { get; init; }

    /// <summary>A <see cref="Portraits.Portrait"/> in JSON.</summary>
    public required string Content { get; init; }

    public required DateTime KeptAt { get; init; }
}

internal sealed class KeptPortraitMapping : IEntityTypeConfiguration<KeptPortrait>
{
    public void Configure(EntityTypeBuilder<KeptPortrait> builder)
    {
        builder.ToTable("studies_kept_portrait");
        builder.HasKey(p => p.CampaignId);
    }
}
