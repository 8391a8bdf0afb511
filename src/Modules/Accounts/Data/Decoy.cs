using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Accounts.Data;

/// <summary>Nobody's row, written when an unknown address tries a password: a known one writes its count of failures, and a write takes a time that can be measured.</summary>
internal sealed class Decoy
{
    public required int Id { get; init; }
    public required Guid Version { get; init; }
}

internal sealed class DecoyMapping : IEntityTypeConfiguration<Decoy>
{
    public void Configure(EntityTypeBuilder<Decoy> builder)
    {
        builder.ToTable("accounts_decoy");
        builder.Property(d => d.Id).ValueGeneratedNever();
    }
}
