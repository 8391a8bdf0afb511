using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Studies.Data;

/// <summary>A version of a population frame, kept for good: figures already published were compared with it.</summary>
internal sealed class StoredFrame : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required string Code { get; init; }
    public required string Version { get; init; }

    /// <summary>A <see cref="Frames.PopulationFrame"/> in JSON.</summary>
    public required string Content { get; set; }

    public required DateTime CreatedAt { get; init; }
}

internal sealed class StoredFrameMapping : IEntityTypeConfiguration<StoredFrame>
{
    public void Configure(EntityTypeBuilder<StoredFrame> builder)
    {
        builder.ToTable("studies_frame");
        builder.HasIndex(f => new { f.CouncilId, f.Code, f.Version }).IsUnique();
    }
}
