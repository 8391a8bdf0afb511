using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Studies.Data;

/// <summary>What a campaign's publication remembers from one night to the next. It holds no list of people and no count of what they answered.</summary>
internal sealed class StoredPublication : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>The 256 bits the noise is drawn from, protected by the key ring; null once the closing edition is made, and nobody draws or undoes it after.</summary>
    public string? Secret { get; set; }

    /// <summary>Of the last edition; 0 before the first.</summary>
    public int Number { get; set; }

    /// <summary>Days counted by nightly runs: a clock that jumps counts two at most.</summary>
    public int Nights { get; set; }

    /// <summary>Day of the last nightly run.</summary>
    public DateOnly? LastNight { get; set; }

    /// <summary>Nightly runs in a row that found the campaign closed.</summary>
    public int ClosedNights { get; set; }

    /// <summary>The closing edition is made.</summary>
    public bool IsClosed { get; set; }

    /// <summary>The last night could not be decided.</summary>
    public bool HasFailed { get; set; }

    /// <summary>What the portrait asks beyond the budget, in JSON: nothing is published meanwhile; null within it.</summary>
    public string? Excess { get; set; }

    /// <summary>Answers received on the last night, exact: public pages know its rounding.</summary>
    public int Received { get; set; }

    /// <summary>Moves with whatever is kept here: those who follow read it again.</summary>
    public int Stamp { get; set; }

    /// <summary>A <see cref="Publishing.RowMemory"/> list in JSON.</summary>
    public required string RowStates { get; set; }

    /// <summary>Until then somebody is at work on the next edition.</summary>
    public DateTime? HeldUntil { get; set; }
}

internal sealed class StoredPublicationMapping : IEntityTypeConfiguration<StoredPublication>
{
    public void Configure(EntityTypeBuilder<StoredPublication> builder)
    {
        builder.ToTable("studies_publication");
        builder.HasKey(p => p.CampaignId);
    }
}
