using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Accounts.Data;

/// <summary>A session of an account on one browser. The cookie holds its code, this row the hash: without the row, the cookie opens nothing.</summary>
internal sealed class OpenSession
{
    /// <summary>Random, so that it tells no time; the list of one's sessions names them by it.</summary>
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the code in the cookie.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>As its owner recognises it, « Firefox, Android »: no version, no address. Empty when the browser does not say.</summary>
    public required string Device { get; init; }

    /// <summary>The hour, no finer.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>The hour of the last request.</summary>
    public required DateTime SeenAt { get; init; }

    /// <summary>Wrong passwords typed in it, which those typed elsewhere do not move.</summary>
    public int Failures { get; init; }

    public DateTime? LockedUntil { get; init; }
}

internal sealed class OpenSessionMapping : IEntityTypeConfiguration<OpenSession>
{
    public void Configure(EntityTypeBuilder<OpenSession> builder)
    {
        builder.ToTable("accounts_session");
        builder.HasOne<Account>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(s => s.CodeHash).IsUnique();
    }
}
