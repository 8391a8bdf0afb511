using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>What is left of an answer taken back: that the one which had such a place is gone.</summary>
internal sealed class Withdrawal
{
    public required Guid CampaignId { get; init; }
    public required long Sequence { get; init; }
    public required long WithdrawnSequence { get; init; }

    /// <summary>It was not taken back: it has another place since, with a shorter tray that joined its own.</summary>
    public required bool IsMoved { get; init; }
}

internal sealed class WithdrawalMapping : IEntityTypeConfiguration<Withdrawal>
{
    public void Configure(EntityTypeBuilder<Withdrawal> builder)
    {
        builder.ToTable("consultations_withdrawal");
        builder.HasKey(w => new { w.CampaignId, w.Sequence });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(w => w.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
