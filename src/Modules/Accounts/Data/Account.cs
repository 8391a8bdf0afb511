using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Accounts.Data;

/// <summary>A person who can sign in. What they may do is told by their memberships, council by council.</summary>
internal sealed class Account
{
    public required Guid Id { get; init; }
    public required string Email { get; set; }

    /// <summary>In capitals: what look-ups compare.</summary>
    public required string NormalizedEmail { get; set; }

    /// <summary>As the person wants to be called; the address is shown when there is none.</summary>
    public string? Name { get; set; }

    /// <summary>Language of the mails.</summary>
    public required string Language { get; set; }

    /// <summary>Null for who only signs in by link.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Asked by Identity; changes with the password.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Two attempts at the same time cannot be counted as one.</summary>
    public required Guid Version { get; set; }

    public int AccessFailedCount { get; set; }
    public DateTime? LockedUntil { get; set; }

    /// <summary>Written by the demonstration: an installation that has one does not start outside Development.</summary>
    public bool IsDemonstration { get; init; }

    public required DateTime CreatedAt { get; init; }
    public DateTime? LastSignedInAt { get; set; }

    /// <summary>Anyone may choose any name: beside what a person did stands the address too, which nobody chooses for somebody else.</summary>
    public static string Known(string? name, string email) => name is null ? email : $"{name} ({email})";
}

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("accounts_user");
        builder.HasIndex(a => a.NormalizedEmail).IsUnique();
        builder.Property(a => a.Version).IsConcurrencyToken();
    }
}
