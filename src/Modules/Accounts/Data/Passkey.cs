using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Accounts.Data;

/// <summary>A key (WebAuthn) that a telephone, a computer or a stick keeps for this site and opens by a finger, a face or its own code. Its public half is here.</summary>
internal sealed class Passkey
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>By which the device finds it; it says nothing of its owner.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>COSE (RFC 9053).</summary>
    public required byte[] PublicKey { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>How a browser may reach it, commas between: <c>internal,hybrid</c>.</summary>
    public required string Transports { get; init; }

    public required long SignCount { get; init; }
    public required bool IsBackupEligible { get; init; }
    public required bool IsBackedUp { get; init; }
    public required DateOnly AddedOn { get; init; }

    /// <summary>When the last question it answered was asked, in ticks: no answer serves twice, nor after a later one.</summary>
    public required long LastAsked { get; init; }
}

internal sealed class PasskeyMapping : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> builder)
    {
        builder.ToTable("accounts_passkey");
        builder.HasIndex(p => p.CredentialId).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
