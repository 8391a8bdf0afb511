using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Needs.Data;

/// <summary>A council's framework, offer and quick questions as one document: they are read together and replaced together.</summary>
internal sealed class StoredReference : ICouncilOwned
{
    public required Guid CouncilId { get; init; }

    /// <summary>Changes with the document, so that a copy in memory knows it is stale.</summary>
    public required Guid Stamp { get; set; }

    public required string Document { get; set; }
    public required DateTime LoadedAt { get; set; }
}

internal sealed class StoredReferenceMapping : IEntityTypeConfiguration<StoredReference>
{
    public void Configure(EntityTypeBuilder<StoredReference> builder)
    {
        builder.ToTable("needs_reference");
        builder.HasKey(r => r.CouncilId);
        builder.Property(r => r.CouncilId).ValueGeneratedNever();
    }
}
