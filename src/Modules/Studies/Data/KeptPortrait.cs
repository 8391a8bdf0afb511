using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Studies.Data;

/// <summary>What was published of a campaign whose answers were destroyed before there were editions: nothing can compute it again, and nothing is added.</summary>
internal sealed class KeptPortrait : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>Answers received and not taken back, as the page said.</summary>
    public required int Received { get; init; }

    /// <summary>A portrait of that time in JSON, which <see cref="Keeping.EarlierPortrait"/> reads.</summary>
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
