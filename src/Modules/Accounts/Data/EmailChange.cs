using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Accounts.Data;

/// <summary>Another address that the owner of an account asked for: nothing but a wish until the link mailed to it has served.</summary>
internal sealed class EmailChange
{
    /// <summary>Random: it tells no time.</summary>
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }
    public required string NewEmail { get; init; }

    /// <summary>SHA-256 of the code in the link; null while no link was mailed.</summary>
    public byte[]? CodeHash { get; init; }

    public required DateTime CreatedAt { get; init; }
    public required DateTime ExpiresAt { get; init; }
}

internal sealed class EmailChangeMapping : IEntityTypeConfiguration<EmailChange>
{
    public void Configure(EntityTypeBuilder<EmailChange> builder)
    {
        builder.ToTable("accounts_email_change");
        builder.HasOne<Account>().WithMany().HasForeignKey(c => c.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => c.CodeHash).IsUnique();
    }
}
