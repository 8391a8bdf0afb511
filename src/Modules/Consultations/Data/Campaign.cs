using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>A questionnaire put to a field between two dates, under a promise of anonymity.</summary>
internal sealed class Campaign : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required string Slug { get; init; }
    public required LocalizedText Title { get; set; }
    public required LocalizedText Purpose { get; set; }
    public required Guid QuestionnaireId { get; set; }
    public DateTime? OpensAt { get; set; }
    public DateTime? ClosesAt { get; set; }
    public DateTime? ClosedAt { get; set; }
    public Anonymity Anonymity { get; private set; }

    /// <summary>The last day it was opened again, once closed; null when it never was.</summary>
    public DateOnly? ReopenedOn { get; set; }

    /// <summary>Why it was, in the words of who opened it.</summary>
    public string? ReopenedBecause { get; set; }

    /// <summary>The day answers collected elsewhere were released in it, when nobody could ever answer it here; null for every other.</summary>
    public DateOnly? HeldOn { get; set; }

    /// <summary>Its place on the home page among those that are open: the smallest first, then what ends first.</summary>
    public int Place { get; set; }

    public required bool IsSynthetic { get; init; }

    /// <summary>Checksum of the synthetic answers it received, so that the same kit changes nothing.</summary>
    public string? AnswersChecksum { get; set; }

    /// <summary>The last sequence given to a submission or a withdrawal. Raised by hand-written SQL only, under the row's lock.</summary>
    public long LastSequence { get; private set; }

    public required DateTime CreatedAt { get; init; }

    public bool IsOpenAt(DateTime utc) => OpensAt <= utc && ClosedAt is null && !(utc >= ClosesAt);

    /// <summary>Changes the promise made to those who answer: freely before the opening, afterwards only for a stronger one. False when refused.</summary>
    public bool TryPromise(Anonymity wanted, DateTime now)
    {
        if (OpensAt <= now && wanted > Anonymity) return false;
        Anonymity = wanted;
        return true;
    }
}

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.ToTable("consultations_campaign");
        // An administrator's act names the dates it saw: a second one, at the same moment, changes nothing.
        builder.Property(c => c.OpensAt).IsConcurrencyToken();
        builder.Property(c => c.ClosesAt).IsConcurrencyToken();
        builder.Property(c => c.ClosedAt).IsConcurrencyToken();
        builder.HasIndex(c => new { c.CouncilId, c.Slug }).IsUnique();
        builder.HasOne<StoredQuestionnaire>().WithMany().HasForeignKey(c => c.QuestionnaireId).OnDelete(DeleteBehavior.Restrict);
    }
}
