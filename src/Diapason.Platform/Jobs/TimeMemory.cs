using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Platform.Jobs;

/// <summary>The one row of <see cref="SteadyTime"/>: the clock as it was last seen.</summary>
internal sealed class TimeMemory
{
    /// <summary>How long a clock must go on without a jump.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromDays(1);

    /// <summary>Two looks further apart than this say nothing together: the clock was moved, or nobody was there.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromDays(2);

    /// <summary>What the clocks of two machines may differ by.</summary>
    private static readonly TimeSpan Little = TimeSpan.FromMinutes(1);

    public int Id { get; init; } = 1;

    /// <summary>The last look at the clock; a look is remembered no more often than each minute.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>Since when it has gone on without a jump.</summary>
    public required DateTime Since { get; set; }

    /// <summary>The look before the last jump; null when there was none.</summary>
    public DateTime? JumpedFrom { get; set; }

    public bool IsSteadyAt(DateTime now) => now - Since >= Wait;

    /// <summary>Remembers a look. True when the clock has jumped since the one before.</summary>
    public bool Look(DateTime now)
    {
        var jumped = now < SeenAt - Little || now - SeenAt > Apart;
        if (jumped) (JumpedFrom, Since) = (SeenAt, now);
        if (jumped || now - SeenAt >= Little) SeenAt = now;
        return jumped;
    }
}

internal sealed class TimeMemoryMapping : IEntityTypeConfiguration<TimeMemory>
{
    public void Configure(EntityTypeBuilder<TimeMemory> builder)
    {
        builder.ToTable("platform_time_memory");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.SeenAt).IsConcurrencyToken();
    }
}
