using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>A file of answers that one person asked for and another is to allow. The trail keeps both; this row goes two days later.</summary>
internal sealed class FileRequest : ICouncilOwned
{
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }

    public required Guid CampaignId { get; init; }

    /// <summary>The code of the file.</summary>
    public required string File { get; init; }

    public required string Language { get; init; }

    /// <summary>The account, as the accounts module knows it.</summary>
    public required Guid AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    public Guid? DecidedBy { get; init; }

    public DateTime? DecidedAt { get; init; }

    public bool IsAllowed { get; init; }
}

internal sealed class FileRequestMapping : IEntityTypeConfiguration<FileRequest>
{
    public void Configure(EntityTypeBuilder<FileRequest> builder)
    {
        builder.ToTable("consultations_file_request");
        builder.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
