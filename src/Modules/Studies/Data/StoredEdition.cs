using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Studies.Data;

/// <summary>One edition of a campaign's figures, as it was published: never changed, and all that public pages and files read.</summary>
internal sealed class StoredEdition : ICouncilOwned
{
    public required Guid CampaignId { get; init; }

    /// <summary>From 1, without a hole.</summary>
    public required int Number { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>One of Montréal's days.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>A <see cref="Portraits.Portrait"/> in JSON.</summary>
    public required string Content { get; init; }

    /// <summary>What all editions up to it have spent, a <see cref="Publishing.BudgetSpent"/> in JSON; null of one older than that count.</summary>
    public string? Spent { get; init; }
}

internal sealed class StoredEditionMapping : IEntityTypeConfiguration<StoredEdition>
{
    public void Configure(EntityTypeBuilder<StoredEdition> builder)
    {
        builder.ToTable("studies_edition");
        builder.HasKey(e => new { e.CampaignId, e.Number });
        builder.HasOne<StoredPublication>().WithMany().HasForeignKey(e => e.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
