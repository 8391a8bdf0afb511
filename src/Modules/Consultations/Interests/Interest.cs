using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Interests;

/// <summary>Somebody who wants the results of a consultation. Whether they answered it is not known, and nothing here says when they asked.</summary>
internal sealed class Interest : ICouncilOwned
{
    /// <summary>How long after the end of a campaign an address is kept at most.</summary>
    public const int MostMonths = 12;

    /// <summary>Days after the mail that says the results are there.</summary>
    public const int DaysOnceTold = 30;

    /// <summary>Random: it tells nothing.</summary>
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }
    public required Guid CampaignId { get; init; }
    public required string Email { get; init; }
    public required string Language { get; init; }

    /// <summary>See <see cref="Invitations.AddressHashes"/>.</summary>
    public required byte[] AddressHash { get; init; }

    /// <summary>The head of the links they are mailed, in which <c>{language}</c> stands for theirs: a job has no request to read it from.</summary>
    public required string Head { get; init; }

    /// <summary>The day the mail left; null before.</summary>
    public DateOnly? ToldOn { get; init; }
}

internal sealed class InterestMapping : IEntityTypeConfiguration<Interest>
{
    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.ToTable("consultations_interest");
        builder.HasIndex(i => new { i.CampaignId, i.AddressHash }).IsUnique();
        builder.HasOne<Campaign>().WithMany().HasForeignKey(i => i.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
