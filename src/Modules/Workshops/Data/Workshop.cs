using Diapason.Platform.Councils;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Workshops.Data;

/// <summary>A day on which people of the field speak together, and where it stands.</summary>
internal sealed class Workshop : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>Its name in addresses, which does not change once it is open.</summary>
    public required string Code { get; set; }

    /// <summary>Six digits that people type to join: no words, so that it is one in every language.</summary>
    public required string Room { get; init; }

    public required WorkshopState State { get; set; }

    /// <summary>A <see cref="WorkshopContent"/>.</summary>
    public required string Content { get; set; }

    public required DateOnly Day { get; set; }

    /// <summary>The code of the activity that takes answers now; empty between two.</summary>
    public string OpenActivity { get; set; } = "";

    /// <summary>Codes of the activities whose results the room sees, a space between two.</summary>
    public string Revealed { get; set; } = "";

    /// <summary>One more after each act of the facilitator: pages that watch the room are told of it.</summary>
    public int Version { get; set; }

    /// <summary>Everyone may read what became of its ideas.</summary>
    public bool IsPublished { get; set; }

    /// <summary>How many sheets of paper were printed: the next one’s number.</summary>
    public int Sheets { get; set; }

    /// <summary>How many ideas were written: the next one’s number.</summary>
    public int Ideas { get; set; }

    /// <summary>Invented by a kit for a demonstration, and not changed since.</summary>
    public required bool IsSynthetic { get; set; }

    /// <summary>Another after each change: what was read under one cannot be written over the next.</summary>
    public required Guid Stamp { get; set; }

    public WorkshopContent Read() => WorkshopContent.FromJson(Content);

    public bool IsRevealed(string activity) => Revealed.Split(' ').Contains(activity);

    public void Touch() => (Version, Stamp) = (Version + 1, Guid.CreateVersion7());
}

internal enum WorkshopState
{
    /// <summary>To make others from; nobody joins it.</summary>
    Model,
    Draft,

    /// <summary>People join it and answer.</summary>
    Open,

    /// <summary>The day is over: words are read, grouped and led somewhere.</summary>
    Closed,
}

internal sealed class WorkshopMapping : IEntityTypeConfiguration<Workshop>
{
    public void Configure(EntityTypeBuilder<Workshop> builder)
    {
        builder.ToTable("workshops_workshop");
        builder.Property(w => w.Stamp).IsConcurrencyToken();
        builder.HasIndex(w => new { w.CouncilId, w.Code }).IsUnique();
        builder.HasIndex(w => new { w.CouncilId, w.Room }).IsUnique();
    }
}
