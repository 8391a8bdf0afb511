using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>A file of answers that was collected elsewhere: brought, mapped, kept as answers that wait, then released among the others or taken back as a whole.</summary>
internal sealed class CollectedBatch : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid CampaignId { get; init; }

    /// <summary>By which the council knows it.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the file: brought twice, it is told.</summary>
    public required byte[] Checksum { get; init; }

    /// <summary>What becomes of each column, as JSON; null once its answers are kept.</summary>
    public string? Mapping { get; set; }

    /// <summary>The days between which people answered there.</summary>
    public DateOnly? FirstDay { get; set; }

    public DateOnly? LastDay { get; set; }

    /// <summary>What people were told there of what would become of their answers.</summary>
    public string Told { get; set; } = "";

    public required DateTime BroughtAt { get; init; }

    /// <summary>How many rows of its file were kept as answers.</summary>
    public int Answers { get; set; }

    /// <summary>Since when they wait; null while the file is being mapped.</summary>
    public DateTime? KeptAt { get; set; }

    public DateOnly? ReleasedOn { get; set; }
}

/// <summary>The file of a batch, sealed, while it is being mapped: gone once its answers are kept, and after a day. It may hold names, and is in no backup.</summary>
internal sealed class CollectedContent : ICouncilOwned
{
    public required Guid BatchId { get; init; }
    public required Guid CouncilId { get; init; }
    public required byte[] Content { get; init; }
}

/// <summary>One person's answers that wait in their batch, erased when it is released or taken back. Nothing says of which row of the file they are.</summary>
internal sealed class CollectedAnswer : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid BatchId { get; init; }
    public required string Answers { get; init; }
    public required string Language { get; init; }
}

/// <summary>How files of one shape are read into a questionnaire, kept under a name for the next one.</summary>
internal sealed class KeptMapping : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required string Name { get; init; }

    /// <summary>The code of the questionnaire.</summary>
    public required string Questionnaire { get; init; }

    public required string Definition { get; set; }
    public required DateOnly KeptOn { get; set; }
}

internal sealed class CollectedBatchMapping : IEntityTypeConfiguration<CollectedBatch>
{
    public void Configure(EntityTypeBuilder<CollectedBatch> builder)
    {
        builder.ToTable("consultations_collected");
        builder.Property(b => b.KeptAt).IsConcurrencyToken();
        builder.Property(b => b.ReleasedOn).IsConcurrencyToken();
        builder.HasIndex(b => new { b.CampaignId, b.Checksum }).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(b => b.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CollectedContentMapping : IEntityTypeConfiguration<CollectedContent>
{
    public void Configure(EntityTypeBuilder<CollectedContent> builder)
    {
        builder.ToTable("consultations_collected_file");
        builder.HasKey(f => f.BatchId);
        builder.HasOne<CollectedBatch>().WithOne().HasForeignKey<CollectedContent>(f => f.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CollectedAnswerMapping : IEntityTypeConfiguration<CollectedAnswer>
{
    public void Configure(EntityTypeBuilder<CollectedAnswer> builder)
    {
        builder.ToTable("consultations_collected_answer");
        builder.HasOne<CollectedBatch>().WithMany().HasForeignKey(a => a.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class KeptMappingMapping : IEntityTypeConfiguration<KeptMapping>
{
    public void Configure(EntityTypeBuilder<KeptMapping> builder)
    {
        builder.ToTable("consultations_mapping");
        builder.HasIndex(m => new { m.CouncilId, m.Name }).IsUnique();
    }
}
