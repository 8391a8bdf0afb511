using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>What somebody answered while the true pages were tried. It has a table of its own: whatever reads answers cannot meet it.</summary>
internal sealed class PretestAnswer : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>SHA-256 of the resume code its author holds.</summary>
    public required byte[] ResumeHash { get; init; }

    public required string Answers { get; init; }
    public string? Typed { get; init; }
    public required string Language { get; init; }
    public required DateOnly SavedOn { get; init; }
    public int Saves { get; init; }
    public DateOnly? SubmittedOn { get; init; }

    /// <summary>The class of the time from consent to sending.</summary>
    public string? Minutes { get; init; }

    /// <summary>By page, the class of the time it took, as JSON.</summary>
    public required string Times { get; init; }

    /// <summary>By page, what the tester wrote of it, as JSON.</summary>
    public required string Notes { get; init; }
}

/// <summary>The secret by which the true pages of a campaign may be tried before it opens: one at a time.</summary>
internal sealed class PretestLink : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>SHA-256 of the secret.</summary>
    public required byte[] Hash { get; set; }
}

internal sealed class PretestAnswerMapping : IEntityTypeConfiguration<PretestAnswer>
{
    public void Configure(EntityTypeBuilder<PretestAnswer> builder)
    {
        builder.ToTable("consultations_pretest_answer");
        builder.HasIndex(a => a.ResumeHash).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(a => a.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PretestLinkMapping : IEntityTypeConfiguration<PretestLink>
{
    public void Configure(EntityTypeBuilder<PretestLink> builder)
    {
        builder.ToTable("consultations_pretest_link");
        builder.HasKey(l => l.CampaignId);
        builder.HasOne<Campaign>().WithOne().HasForeignKey<PretestLink>(l => l.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
