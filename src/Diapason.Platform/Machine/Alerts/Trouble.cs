using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Platform.Machine.Alerts;

/// <summary>Something of the machine that goes wrong: since when, and when administrators were last told.</summary>
internal sealed class Trouble
{
    /// <summary>A kind of <see cref="TroubleKind"/>, or one job that fails, <c>job:consultations.close-due-campaigns</c>.</summary>
    public required string Name { get; init; }

    public required DateTime Since { get; set; }

    public DateTime? ToldAt { get; set; }
}

internal sealed class TroubleMapping : IEntityTypeConfiguration<Trouble>
{
    public void Configure(EntityTypeBuilder<Trouble> builder)
    {
        builder.ToTable("platform_trouble");
        builder.HasKey(t => t.Name);
    }
}
