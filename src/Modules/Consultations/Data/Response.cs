using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>One person's answers, a draft until they are sent. Nothing in it says who they are.</summary>
internal sealed class Response : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>SHA-256 of the resume code its author holds; null for an invented answer.</summary>
    public byte[]? ResumeHash { get; init; }

    /// <summary>The answers as one flat JSON object, merged key by key as pages are saved.</summary>
    public required string Answers { get; init; }

    /// <summary>What was typed in a draft's fields and is not an answer yet, field by field, as JSON; null when there is none.</summary>
    public string? Typed { get; init; }

    /// <summary>The language of the last page saved.</summary>
    public required string Language { get; init; }

    public required string ConsentVersion { get; init; }

    /// <summary>Days, never times. Once it is sent all three are that of the tray: somebody who holds a log of the network could join it to a day of its own.</summary>
    public required DateOnly ConsentOn { get; init; }

    public required DateOnly SavedOn { get; init; }

    public DateOnly? SubmittedOn { get; init; }

    /// <summary>How many times the draft was saved: says which of two copies is the later one. Nought once it is sent.</summary>
    public int Saves { get; init; }

    /// <summary>How sets of statements were laid out: <c>items</c>, or <c>grid</c> where the page was wide enough; then <c>_paged</c> when each competency had a page of its own.</summary>
    public required string Layout { get; init; }

    /// <summary>The code of the association's link by which its author came; null when it was none.</summary>
    public string? Source { get; init; }

    public required bool IsSynthetic { get; init; }

    /// <summary>SHA-256 of the receipt code, which proves that it is counted without opening it.</summary>
    public byte[]? ReceiptHash { get; init; }

    /// <summary>Its place among the changes of its campaign; null for a draft, and while it waits in the tray.</summary>
    public long? Sequence { get; init; }

    /// <summary>64 random bits drawn when it was sent; see <see cref="Contracts.AnswerStanding"/>, as for what follows.</summary>
    public long? RecordKey { get; init; }

    public int? AdmittedIn { get; init; }
    public bool Invited { get; init; }

    /// <summary>Whose it is, in a nominative campaign, which says so; null in every other.</summary>
    public Guid? InvitationId { get; init; }

    public string? Quarantine { get; init; }

    /// <summary>Sent with nothing answered but consent.</summary>
    public bool IsBlank { get; init; }
}

internal sealed class ResponseMapping : IEntityTypeConfiguration<Response>
{
    public void Configure(EntityTypeBuilder<Response> builder)
    {
        builder.ToTable("consultations_response");
        builder.HasIndex(r => r.ResumeHash).IsUnique();
        builder.HasIndex(r => r.ReceiptHash).IsUnique();
        builder.HasIndex(r => new { r.CampaignId, r.Sequence }).IsUnique();
        builder.HasIndex(r => r.CampaignId).HasFilter("sequence IS NULL AND record_key IS NOT NULL");
        builder.HasIndex(r => new { r.CampaignId, r.Quarantine }).HasFilter("quarantine IS NOT NULL");
        builder.HasOne<Campaign>().WithMany().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
