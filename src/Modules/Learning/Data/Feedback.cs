using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Learning.Data;

/// <summary>What somebody thought of a session: nothing says who, nor when.</summary>
internal sealed class Feedback : ICouncilOwned
{
    /// <summary>Under so many, nothing of it is shown.</summary>
    public const int Least = 10;

    public const int LongestWords = 500;

    /// <summary>Random: it tells nothing.</summary>
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }
    public required Guid SessionId { get; init; }

    /// <summary>From 1, not at all, to 4, very much.</summary>
    public required int Served { get; init; }

    public required SessionPace Pace { get; init; }
    public required string Words { get; init; }
}

internal enum SessionPace
{
    Slow,
    Right,
    Fast,
}

/// <summary>What somebody may show of having been there: checked by its code, which is written on it.</summary>
internal sealed class Certificate : ICouncilOwned
{
    public required string Code { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid SessionId { get; init; }
    public required string Name { get; init; }

    /// <summary>Somebody of the council had written that name when they signed the person up; otherwise the person wrote it alone.</summary>
    public bool IsNamedByStaff { get; init; }

    /// <summary>Follows the presences, when these are corrected.</summary>
    public required int Minutes { get; set; }
    public required DateOnly GivenOn { get; init; }
}

internal sealed class FeedbackMapping : IEntityTypeConfiguration<Feedback>
{
    public void Configure(EntityTypeBuilder<Feedback> builder)
    {
        builder.ToTable("learning_feedback");
        builder.HasIndex(f => f.SessionId);
        builder.HasOne<Session>().WithMany().HasForeignKey(f => f.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CertificateMapping : IEntityTypeConfiguration<Certificate>
{
    public void Configure(EntityTypeBuilder<Certificate> builder)
    {
        builder.ToTable("learning_certificate");
        builder.HasKey(c => c.Code);
        builder.HasIndex(c => c.SessionId);
        builder.HasOne<Session>().WithMany().HasForeignKey(c => c.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}
