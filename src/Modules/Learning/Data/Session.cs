using Diapason.Learning.Sessions;
using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Learning.Data;

/// <summary>A training with its dates and its seats.</summary>
internal sealed class Session : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>Its name in addresses, which never changes.</summary>
    public required string Code { get; init; }

    public required SessionState State { get; set; }

    /// <summary>A <see cref="SessionContent"/>.</summary>
    public required string Content { get; set; }

    // What queries and hand-written statements ask of the content.
    public required int Seats { get; set; }
    public required DateTime StartsAt { get; set; }
    public required DateTime EndsAt { get; set; }

    /// <summary>From then on nobody signs up.</summary>
    public required DateTime ClosesAt { get; set; }

    /// <summary>The list of interest whose people are served first.</summary>
    public Guid? ListId { get; init; }

    /// <summary>How many were at one meeting at least, and how many minutes they were there together: kept when they are erased.</summary>
    public int Trained { get; set; }
    public int TrainedMinutes { get; set; }

    /// <summary>How many have come to its list so far: the next one’s place in it.</summary>
    public int Arrivals { get; set; }

    /// <summary>Invented by a kit for a demonstration, and not changed since.</summary>
    public required bool IsSynthetic { get; set; }

    /// <summary>Another after each change: what was read under one cannot be written over the next.</summary>
    public required Guid Stamp { get; set; }

    public SessionContent Read() => SessionContent.FromJson(Content);

    public void Write(SessionContent content)
    {
        (Content, Seats, Stamp) = (content.ToJson(), content.Seats, Guid.CreateVersion7());
        (StartsAt, EndsAt, ClosesAt) = SessionMoments.Of(content);
    }
}

/// <summary>What its keepers decided. Whether it is full or over is told by seats and dates.</summary>
internal enum SessionState
{
    Draft,
    Open,
    Cancelled,
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("learning_session");
        builder.Property(s => s.Stamp).IsConcurrencyToken();
        builder.HasIndex(s => new { s.CouncilId, s.Code }).IsUnique();
        builder.HasIndex(s => new { s.CouncilId, s.State, s.EndsAt });
    }
}
