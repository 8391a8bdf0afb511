using Diapason.Platform.Councils;
using Diapason.Sample.Entries;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Sample.Data;

/// <summary>One thing the council tells the public, with the day on which to look at it again.</summary>
internal sealed class Entry : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>The kit's name for it, which never changes.</summary>
    public required string Code { get; init; }

    public required LocalizedText Title { get; set; }
    public required LocalizedText Text { get; set; }
    public required DateOnly Review { get; set; }

    /// <summary>Invented by a kit for a demonstration, and not changed since.</summary>
    public required bool IsSynthetic { get; set; }

    /// <summary>Changed on its page: a kit loaded again leaves it as it is.</summary>
    public required bool IsChangedHere { get; set; }

    /// <summary>Another after each change: what was read under one cannot be written over the next.</summary>
    public required Guid Stamp { get; set; }

    public EntryContent Content => new(Code, Title, Text, Review);
}

internal sealed class EntryMapping : IEntityTypeConfiguration<Entry>
{
    public void Configure(EntityTypeBuilder<Entry> builder)
    {
        builder.ToTable("sample_entry");
        builder.Property(e => e.Stamp).IsConcurrencyToken();
        builder.Ignore(e => e.Content);
        builder.HasIndex(e => new { e.CouncilId, e.Code }).IsUnique();
    }
}
