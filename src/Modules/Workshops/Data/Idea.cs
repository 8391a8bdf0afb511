using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Workshops.Data;

/// <summary>Words of the room that say one thing, and what becomes of it.</summary>
internal sealed class Idea : ICouncilOwned
{
    public const int LongestSentence = 240;
    public const int LongestText = 600;

    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid WorkshopId { get; init; }

    /// <summary>Its number in the synthesis, which never changes.</summary>
    public required int Number { get; init; }

    public required string Sentence { get; set; }
    public required Destination Destination { get; set; }

    /// <summary>Who has it and when one will know; for what is set aside, why.</summary>
    public required string Text { get; set; }

    /// <summary>The idea it was merged into.</summary>
    public Guid? MergedInto { get; set; }

    /// <summary>Another after each change: what was read under one cannot be written over the next.</summary>
    public required Guid Stamp { get; set; }
}

/// <summary>Where an idea went.</summary>
internal enum Destination
{
    /// <summary>Not placed yet.</summary>
    Studied,
    Finding,
    Action,
    Need,
    Question,
    Aside,
    Merged,
}

internal sealed class IdeaMapping : IEntityTypeConfiguration<Idea>
{
    public void Configure(EntityTypeBuilder<Idea> builder)
    {
        builder.ToTable("workshops_idea");
        builder.Property(i => i.Stamp).IsConcurrencyToken();
        builder.HasIndex(i => new { i.WorkshopId, i.Number }).IsUnique();
        builder.HasOne<Workshop>().WithMany().HasForeignKey(i => i.WorkshopId).OnDelete(DeleteBehavior.Restrict);
    }
}
