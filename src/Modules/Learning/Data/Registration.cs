using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Learning.Data;

/// <summary>Somebody’s place in a session, or their wait for one: no account, and no code of anything else.</summary>
internal sealed class Registration : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>In which order they came.</summary>
    public required int Ordinal { get; init; }

    public required PlaceState State { get; set; }

    /// <summary>As they want it on their certificate; empty when they gave none.</summary>
    public required string Name { get; set; }

    public required string Email { get; set; }
    public required string Phone { get; set; }
    public required string Language { get; init; }

    /// <summary>What they need so that they can follow.</summary>
    public required string Needs { get; set; }

    public required byte[] CodeHash { get; init; }

    /// <summary>The head of the links they are mailed, in which <c>{language}</c> stands for theirs.</summary>
    public required string Head { get; init; }

    /// <summary>Signed up by somebody of the council, who had them on the phone.</summary>
    public required bool IsByStaff { get; init; }

    /// <summary>Until when the place is held for them; null when it is not a matter of time.</summary>
    public DateTime? OfferedUntil { get; set; }

    /// <summary>The mail that is due to them, written in the same breath as what it tells; empty when none is.</summary>
    public required DueLetter Letter { get; set; }

    /// <summary>What of the session has changed since they were last told: <see cref="Sessions.SessionChanges"/>.</summary>
    public int Changes { get; set; }

    /// <summary>How they stood before they were ticked at the door without a confirmed place: unticked, they stand so again. Null otherwise.</summary>
    public PlaceState? CameAs { get; set; }

    /// <summary>The meetings at which they were, one bit each.</summary>
    public int Attendance { get; set; }

    public bool IsReminded { get; set; }

    /// <summary>Asked for what they thought of it.</summary>
    public bool IsAsked { get; set; }

    /// <summary>The code of their certificate; empty when they asked for none.</summary>
    public string Certificate { get; set; } = "";

    /// <summary>They have said what they thought of it; what they said is kept apart.</summary>
    public bool HasSaid { get; set; }
}

/// <summary>Where somebody stands.</summary>
internal enum PlaceState
{
    /// <summary>A place is held for them until they say yes.</summary>
    Offered,
    Confirmed,
    Waiting,

    /// <summary>They gave it up.</summary>
    Cancelled,

    /// <summary>They did not answer in time.</summary>
    Expired,

    /// <summary>They waited, and the session began without a place for them.</summary>
    Unserved,
}

/// <summary>A mail that waits for the post.</summary>
internal enum DueLetter
{
    None,
    Offered,
    Waiting,
    Confirmed,
    Expired,
    Called,
    SessionCancelled,

    /// <summary>The session they waited for on a list opens.</summary>
    FromList,
    Reminder,
    Feedback,

    /// <summary>Where, when or how it is held has changed.</summary>
    Changed,
    Unserved,
}

internal sealed class RegistrationMapping : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> builder)
    {
        builder.ToTable("learning_registration");
        builder.HasIndex(r => r.CodeHash).IsUnique();
        builder.HasIndex(r => new { r.SessionId, r.State, r.Ordinal });
        builder.HasIndex(r => r.Letter);
        builder.HasOne<Session>().WithMany().HasForeignKey(r => r.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}
