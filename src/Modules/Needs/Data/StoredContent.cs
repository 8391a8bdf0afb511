using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Needs.Data;

/// <summary>The content of one file that a council's offer hands out, under its hash.</summary>
internal sealed class StoredContent : ICouncilOwned
{
    public required Guid CouncilId { get; init; }

    /// <summary>SHA-256 in hexadecimal.</summary>
    public required string Hash { get; init; }

    public required byte[] Bytes { get; init; }

    /// <summary>When it came: one that no entry hands out is kept a day, for a form still being filled.</summary>
    public required DateTime KeptAt { get; init; }
}

internal sealed class StoredContentMapping : IEntityTypeConfiguration<StoredContent>
{
    public void Configure(EntityTypeBuilder<StoredContent> builder)
    {
        builder.ToTable("needs_content");
        builder.HasKey(c => new { c.CouncilId, c.Hash });
        builder.Property(c => c.CouncilId).ValueGeneratedNever();
    }
}
