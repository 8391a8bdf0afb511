using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Studies.Data;

/// <summary>The groups by which a council follows the field of one of its campaigns.</summary>
internal sealed class StoredGroups : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>A list of <see cref="Groups.FollowedGroup"/> in JSON.</summary>
    public required string Content { get; set; }
}

internal sealed class StoredGroupsMapping : IEntityTypeConfiguration<StoredGroups>
{
    public void Configure(EntityTypeBuilder<StoredGroups> builder)
    {
        builder.ToTable("studies_groups");
        builder.HasKey(g => g.CampaignId);
    }
}
