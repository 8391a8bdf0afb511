using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Returned;

/// <summary>That a notice was read: brought twice, or read by two servers, it changes something once. Nothing of what it says is kept.</summary>
internal sealed class ReturnedMail : ICouncilOwned
{
    public required Guid CouncilId { get; init; }

    /// <summary>Of the whole notice, under the key of the council’s addresses: whoever holds the notice alone cannot look for it here.</summary>
    public required byte[] Hash { get; init; }

    public required DateOnly ReadOn { get; init; }
}

internal sealed class ReturnedMailMapping : IEntityTypeConfiguration<ReturnedMail>
{
    public void Configure(EntityTypeBuilder<ReturnedMail> builder)
    {
        builder.ToTable("consultations_returned_mail");
        builder.HasKey(m => new { m.CouncilId, m.Hash });
    }
}
