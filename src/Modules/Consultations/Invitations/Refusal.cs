using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Invitations;

/// <summary>Somebody who wants no more mail from this council, for ever. It outlives the address, which is nowhere in it.</summary>
internal sealed class Refusal : ICouncilOwned
{
    public required Guid CouncilId { get; init; }
    public required byte[] AddressHash { get; init; }
}

/// <summary>The key of a council's <see cref="AddressHashes"/>, protected by the key ring of the house.</summary>
internal sealed class AddressKey : ICouncilOwned
{
    public required Guid CouncilId { get; init; }
    public required string Secret { get; init; }
}

internal sealed class RefusalMapping : IEntityTypeConfiguration<Refusal>
{
    public void Configure(EntityTypeBuilder<Refusal> builder)
    {
        builder.ToTable("consultations_refusal");
        builder.HasKey(r => new { r.CouncilId, r.AddressHash });
    }
}

internal sealed class AddressKeyMapping : IEntityTypeConfiguration<AddressKey>
{
    public void Configure(EntityTypeBuilder<AddressKey> builder)
    {
        builder.ToTable("consultations_address_key");
        builder.HasKey(k => k.CouncilId);
    }
}
