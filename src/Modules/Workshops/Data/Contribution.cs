using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Workshops.Data;

/// <summary>One thing said in a room: a card in one’s own words, or what was chosen for one line of an activity. Nothing says when.</summary>
internal sealed class Contribution : ICouncilOwned
{
    /// <summary>Random: it tells nothing.</summary>
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }
    public required Guid WorkshopId { get; init; }
    public required Guid ParticipantId { get; init; }

    /// <summary>The code of the activity.</summary>
    public required string Activity { get; init; }

    /// <summary>The line of the activity it is about, or the key of a card: sent twice, it is one.</summary>
    public required string Item { get; init; }

    public required int Value { get; init; }

    /// <summary>Verbatim; empty where something was chosen.</summary>
    public required string Words { get; init; }

    public required string Language { get; init; }
    public required int TableNumber { get; init; }
    public required bool IsPaper { get; init; }
    public required ContributionState State { get; set; }

    /// <summary>Why it is not shown; empty when it is.</summary>
    public required string Reason { get; set; }

    /// <summary>The idea it is grouped under.</summary>
    public Guid? IdeaId { get; set; }
}

internal enum ContributionState
{
    /// <summary>Words that nobody has read yet: kept, and not on the wall.</summary>
    Waiting,
    Shown,
    Hidden,
}

internal sealed class ContributionMapping : IEntityTypeConfiguration<Contribution>
{
    public void Configure(EntityTypeBuilder<Contribution> builder)
    {
        builder.ToTable("workshops_contribution");
        builder.HasIndex(c => new { c.ParticipantId, c.Activity, c.Item }).IsUnique();
        builder.HasIndex(c => new { c.WorkshopId, c.Activity });
        builder.HasIndex(c => c.IdeaId);
        builder.HasOne<Participant>().WithMany().HasForeignKey(c => c.ParticipantId).OnDelete(DeleteBehavior.Restrict);
    }
}
