using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>How answers of a batch were taken; in small letters, the source kept with each of them.</summary>
internal enum BatchMode
{
    Paper,
    Phone,
}

/// <summary>Answers taken on paper or by phone, received together: typed, perhaps typed again in part by somebody else, then released among the others.</summary>
internal sealed class PaperBatch : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid CampaignId { get; init; }
    public required BatchMode Mode { get; init; }

    /// <summary>By which the council knows it.</summary>
    public required string Name { get; init; }

    public required string Place { get; init; }
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The language of its sheets.</summary>
    public required string Language { get; init; }

    /// <summary>How many sheets were counted when it came.</summary>
    public required int Expected { get; init; }

    /// <summary>How many were typed; the number of the last one. Kept after the sheets are gone.</summary>
    public int Entered { get; set; }

    /// <summary>No more sheets; those to be typed again are drawn.</summary>
    public DateOnly? ClosedOn { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    /// <summary>Of those typed twice, once the batch is released: cells compared, and those that agreed.</summary>
    public int Compared { get; set; }

    public int Agreed { get; set; }
}

/// <summary>One sheet that waits in its batch, readable by whoever types it. Erased when the batch is released.</summary>
internal sealed class PaperSheet : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid BatchId { get; init; }

    /// <summary>Written by hand on the paper's corner, so that it can be found again.</summary>
    public required int Number { get; init; }

    /// <summary>One value for every variable, as answers are sent.</summary>
    public required string Answers { get; set; }

    /// <summary>SHA-256 of the code on its author's slip, and of the receipt drawn from it; null when the paper has none.</summary>
    public byte[]? ResumeHash { get; init; }

    public byte[]? ReceiptHash { get; init; }

    /// <summary>The version of the words consented to, and the day it was typed or said.</summary>
    public required string ConsentVersion { get; init; }

    public required DateOnly ConsentOn { get; init; }

    /// <summary>The account that typed it.</summary>
    public required Guid EnteredBy { get; init; }

    /// <summary>Drawn to be typed again.</summary>
    public bool IsDrawn { get; set; }

    /// <summary>What somebody else typed; null before.</summary>
    public string? Second { get; set; }

    public Guid? SecondBy { get; set; }

    /// <summary>Both agree, or somebody looked at the paper and chose.</summary>
    public bool IsSettled { get; set; }

    public int Compared { get; set; }

    public int Agreed { get; set; }
}

internal sealed class PaperBatchMapping : IEntityTypeConfiguration<PaperBatch>
{
    public void Configure(EntityTypeBuilder<PaperBatch> builder)
    {
        builder.ToTable("consultations_batch");
        builder.Property(b => b.Mode).HasConversion<string>();
        builder.Property(b => b.ClosedOn).IsConcurrencyToken();
        builder.Property(b => b.ReleasedOn).IsConcurrencyToken();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(b => b.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PaperSheetMapping : IEntityTypeConfiguration<PaperSheet>
{
    public void Configure(EntityTypeBuilder<PaperSheet> builder)
    {
        builder.ToTable("consultations_sheet");
        builder.HasIndex(s => s.ResumeHash).IsUnique();
        builder.HasIndex(s => new { s.BatchId, s.Number }).IsUnique();
        builder.HasOne<PaperBatch>().WithMany().HasForeignKey(s => s.BatchId).OnDelete(DeleteBehavior.Restrict);
    }
}
