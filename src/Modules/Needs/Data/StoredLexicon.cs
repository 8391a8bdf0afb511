using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Needs.Data;

/// <summary>A council's lexicon as one document: its ideas are read together.</summary>
internal sealed class StoredLexicon : ICouncilOwned
{
    public required Guid CouncilId { get; init; }

    /// <summary>Changes with the document, so that a copy in memory knows it is stale.</summary>
    public required Guid Stamp { get; set; }

    public required string Document { get; set; }
    public required DateTime ChangedAt { get; set; }
}

internal sealed class StoredLexiconMapping : IEntityTypeConfiguration<StoredLexicon>
{
    public void Configure(EntityTypeBuilder<StoredLexicon> builder)
    {
        builder.ToTable("needs_lexicon");
        builder.HasKey(l => l.CouncilId);
        builder.Property(l => l.CouncilId).ValueGeneratedNever();
    }
}
