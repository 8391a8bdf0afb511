using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Studies.Data;

/// <summary>The definition of a campaign's portrait and the frame it is weighted to.</summary>
internal sealed class StoredPortrait : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required string Code { get; init; }

    /// <summary>The campaign it was written for, by its name in addresses. Null for one written before campaigns had their own: it serves those that have none.</summary>
    public string? Campaign { get; init; }

    public required string Version { get; set; }

    public required Guid FrameId { get; set; }

    /// <summary>A <see cref="Portraits.PortraitDefinition"/> in JSON.</summary>
    public required string Content { get; set; }

    public required DateTime UpdatedAt { get; set; }
}

internal sealed class StoredPortraitMapping : IEntityTypeConfiguration<StoredPortrait>
{
    public void Configure(EntityTypeBuilder<StoredPortrait> builder)
    {
        builder.ToTable("studies_portrait");
        builder.HasIndex(p => new { p.CouncilId, p.Code, p.Campaign }).IsUnique();
        builder.HasOne<StoredFrame>().WithMany().HasForeignKey(p => p.FrameId).OnDelete(DeleteBehavior.Restrict);
    }
}
