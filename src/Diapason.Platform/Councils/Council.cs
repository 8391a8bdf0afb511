using Diapason.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Platform.Councils;

/// <summary>A sector skills council: the tenant to which everything belongs.</summary>
public sealed class Council
{
    public required Guid Id { get; init; }

    /// <summary>Its name in addresses: <c>/fr/c/{slug}</c>.</summary>
    public required string Slug { get; init; }

    public required LocalizedText Name { get; set; }

    /// <summary>One sentence that says whom it serves.</summary>
    public required LocalizedText Purpose { get; set; }

    /// <summary>The council that addresses without <c>/c/…</c> belong to. Exactly one.</summary>
    public bool IsDefault { get; set; }

    /// <summary>Its data are invented, and every page that shows them says so.</summary>
    public bool IsSynthetic { get; set; }

    public CouncilSettings Settings { get; set; } = CouncilSettings.None;

    /// <summary>Which settings the last kit wrote: a newer kit replaces them as long as the council has not changed them itself.</summary>
    public string? KitStamp { get; set; }

    public required DateTime CreatedAt { get; init; }
}

internal sealed class CouncilMapping : IEntityTypeConfiguration<Council>
{
    public void Configure(EntityTypeBuilder<Council> builder)
    {
        builder.ToTable("platform_council");
        builder.HasIndex(c => c.Slug).IsUnique();
        builder.Property(c => c.Settings).HasConversion<SettingsJson.Converter>();
    }
}
