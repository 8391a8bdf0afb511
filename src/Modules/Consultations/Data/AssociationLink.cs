using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>The link of an association that makes a campaign known: whom it reaches, and whom to write to.</summary>
internal sealed class AssociationLink : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid CampaignId { get; init; }

    /// <summary>In the address, on posters, and with the answers that came by it: it never changes.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Whom to write to there; empty when nobody is named.</summary>
    public string Contact { get; set; } = "";

    public string Email { get; set; } = "";

    /// <summary>Codes of the groups it reaches, apart by a space.</summary>
    public string Reaches { get; set; } = "";

    public string Note { get; set; } = "";

    /// <summary>It still leads to the consultation, and marks no answer any more.</summary>
    public bool IsRetired { get; set; }

    /// <summary>SHA-256 of the secret that opens the association's own page; null when it has none.</summary>
    public byte[]? PageHash { get; set; }
}

internal sealed class AssociationLinkMapping : IEntityTypeConfiguration<AssociationLink>
{
    public void Configure(EntityTypeBuilder<AssociationLink> builder)
    {
        builder.ToTable("consultations_link");
        builder.HasIndex(l => new { l.CampaignId, l.Code }).IsUnique();
        builder.HasIndex(l => l.PageHash).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(l => l.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
