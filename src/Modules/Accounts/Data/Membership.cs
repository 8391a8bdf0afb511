using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Accounts.Data;

/// <summary>A role that an account holds in a council, for itself or on behalf of an organisation. One person may hold several.</summary>
internal sealed class Membership : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid UserId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>One of <see cref="Platform.Modules.ModuleCatalog.Roles"/>.</summary>
    public required string Role { get; set; }

    public Guid? OrganisationId { get; init; }
    public required DateTime CreatedAt { get; init; }
}

internal sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("accounts_membership");
        builder.HasOne<Account>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(m => m.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => new { m.CouncilId, m.Role });
        // Absent organisations are all different to an index: two are needed to forbid the same role twice.
        builder.HasIndex(m => new { m.UserId, m.CouncilId, m.Role }, "ix_accounts_membership_own_role").IsUnique().HasFilter("organisation_id IS NULL");
        builder.HasIndex(m => new { m.UserId, m.CouncilId, m.Role, m.OrganisationId }, "ix_accounts_membership_organisation_role").IsUnique();
    }
}
