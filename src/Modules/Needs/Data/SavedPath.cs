using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Needs.Data;

/// <summary>What a person asked us to keep, under a code whose hash alone is stored: no name, no account, no address.</summary>
internal sealed class SavedPath : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required byte[] CodeHash { get; set; }

    /// <summary>The answers and what was set aside, as JSON.</summary>
    public required string Document { get; set; }

    /// <summary>Erased by itself on that day, the first of a month: nothing says on which day it was kept or changed.</summary>
    public required DateOnly ExpiresOn { get; set; }
}

internal sealed class SavedPathMapping : IEntityTypeConfiguration<SavedPath>
{
    public void Configure(EntityTypeBuilder<SavedPath> builder)
    {
        builder.ToTable("needs_path");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.HasIndex(p => p.CodeHash).IsUnique();
        builder.HasIndex(p => p.ExpiresOn);
    }
}
