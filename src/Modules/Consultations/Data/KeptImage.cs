using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>The image of an option, under the name that says its content and its size: drafts, their history and versions name it, and it never changes.</summary>
internal sealed class KeptImage : ICouncilOwned
{
    public required Guid CouncilId { get; init; }

    /// <summary><c>3f2a…-640x480.jpg</c>.</summary>
    public required string Name { get; init; }

    public required byte[] Bytes { get; init; }

    public required DateTime KeptAt { get; init; }
}

internal sealed class KeptImageMapping : IEntityTypeConfiguration<KeptImage>
{
    public void Configure(EntityTypeBuilder<KeptImage> builder)
    {
        builder.ToTable("consultations_image");
        builder.HasKey(i => new { i.CouncilId, i.Name });
        builder.Property(i => i.CouncilId).ValueGeneratedNever();
    }
}
