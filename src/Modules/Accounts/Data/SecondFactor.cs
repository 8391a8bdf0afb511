using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Accounts.Data;

/// <summary>The second step of an account: a key shared with a telephone, which shows six digits drawn from it and from the time.</summary>
internal sealed class SecondFactor
{
    public required Guid UserId { get; init; }

    /// <summary>Encrypted by the key ring.</summary>
    public required string Key { get; init; }

    public required DateOnly EnrolledOn { get; init; }

    /// <summary>The time step of the last code taken: no code is taken twice.</summary>
    public required long LastStep { get; init; }

    public int Failures { get; init; }
    public DateTime? LockedUntil { get; init; }
}

internal sealed class SecondFactorMapping : IEntityTypeConfiguration<SecondFactor>
{
    public void Configure(EntityTypeBuilder<SecondFactor> builder)
    {
        builder.ToTable("accounts_second_factor");
        builder.HasKey(f => f.UserId);
        builder.HasOne<Account>().WithOne().HasForeignKey<SecondFactor>(f => f.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
