using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Learning.Data;

/// <summary>What people of a region wait for, until somebody opens a session or its day comes.</summary>
internal sealed class InterestList : ICouncilOwned
{
    /// <summary>A list stays open so long.</summary>
    public const int Days = 90;

    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>What it is about, while it is open: one list at a time for each.</summary>
    public required string Topic { get; set; }

    /// <summary>An entry of the offer; empty for a competency alone.</summary>
    public required string Entry { get; init; }

    public required string Competency { get; init; }

    /// <summary>A code of the council’s regions; empty where it has none.</summary>
    public required string Region { get; init; }

    /// <summary>Its last day.</summary>
    public required DateOnly ClosesOn { get; init; }

    public required ListState State { get; set; }

    /// <summary>One session serves both: an entry of the offer and the competency it develops, in one region.</summary>
    public bool IsKinOf(InterestList other) =>
        State == ListState.Open && other.State == ListState.Open && Region == other.Region && Competency.Length > 0 && Competency == other.Competency && (Entry.Length == 0) != (other.Entry.Length == 0);

    public static string TopicOf(string entry, string competency, string region) => $"{(entry.Length > 0 ? "entry" : "competency")}:{(entry.Length > 0 ? entry : competency)}:{region}";
}

internal enum ListState
{
    Open,

    /// <summary>A session was opened for it.</summary>
    Turned,

    /// <summary>Its day came without a session.</summary>
    Closed,
}

/// <summary>Somebody who waits for a session that is not there yet.</summary>
internal sealed class Interest : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid ListId { get; init; }

    /// <summary>In which order they came to the list.</summary>
    public required int Ordinal { get; init; }

    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Phone { get; init; }
    public required string Language { get; init; }

    /// <summary>InPerson, Online, or Both for either.</summary>
    public required Sessions.SessionFormat Wish { get; init; }

    public required byte[] CodeHash { get; init; }
    public required string Head { get; init; }

    /// <summary>The list closed without a session, and they are to be told.</summary>
    public required bool IsToTell { get; set; }

    /// <summary>They are to be written that their request is kept, and how to take it back.</summary>
    public bool IsToConfirm { get; set; }

    /// <summary>When a letter to them was last put off by the server of their address; null when none was.</summary>
    public DateTime? TriedAt { get; set; }

    /// <summary>By which they are reached, and by which one person is one.</summary>
    public string Reach => Email.Length > 0 ? Email : Phone;

    /// <summary>They can come to a session of this format, given in this language.</summary>
    public bool Fits(Sessions.SessionContent session) =>
        (Wish == Sessions.SessionFormat.Both || session.Format == Sessions.SessionFormat.Both || session.Format == Wish) && session.Language == Language;
}

internal sealed class InterestListMapping : IEntityTypeConfiguration<InterestList>
{
    public void Configure(EntityTypeBuilder<InterestList> builder)
    {
        builder.ToTable("learning_interest_list");
        builder.HasIndex(l => new { l.CouncilId, l.Topic }).IsUnique();
    }
}

internal sealed class InterestMapping : IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.ToTable("learning_interest");
        builder.Ignore(i => i.Reach);
        builder.HasIndex(i => i.CodeHash).IsUnique();
        builder.HasIndex(i => i.ListId);
        builder.HasOne<InterestList>().WithMany().HasForeignKey(i => i.ListId).OnDelete(DeleteBehavior.Restrict);
    }
}
