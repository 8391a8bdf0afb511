using System.Text;
using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Accounts.Data;

/// <summary>An association, a company, a troupe known to a council; its people are memberships that name it.</summary>
internal sealed class Organisation : ICouncilOwned
{
    public const int LongestName = 150;

    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required string Name { get; set; }

    /// <summary>In capitals: the same organisation is not written twice.</summary>
    public required string NormalizedName { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>A name as it is kept: spaces folded, accents in one piece.</summary>
    public static string Fold(string name) => string.Join(' ', name.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Normalize(string name) => Fold(name).ToUpperInvariant();
}

internal sealed class OrganisationMapping : IEntityTypeConfiguration<Organisation>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("accounts_organisation");
        builder.HasIndex(o => new { o.CouncilId, o.NormalizedName }).IsUnique();
    }
}
