using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>How long a campaign's answers are kept, and what became of them: the database's own memory of a promise and of the time that passes.</summary>
internal sealed class KeptAnswers : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>The shortest period promised while people could answer: the council may shorten it afterwards, never lengthen it.</summary>
    public required int Months { get; set; }

    /// <summary>Since when each look found that the period is over; null when the last one did not.</summary>
    public DateTime? DueSince { get; set; }

    /// <summary>The last look that found so.</summary>
    public DateTime? DueSeenAt { get; set; }

    public DateTime? DestroyedAt { get; set; }

    /// <summary>How many answers sent were destroyed.</summary>
    public int Answers { get; set; }

    /// <summary>How many drafts were destroyed with them.</summary>
    public int Drafts { get; set; }
}

internal sealed class KeptAnswersMapping : IEntityTypeConfiguration<KeptAnswers>
{
    public void Configure(EntityTypeBuilder<KeptAnswers> builder)
    {
        builder.ToTable("consultations_kept_answers");
        builder.HasKey(k => k.CampaignId);
        builder.HasOne<Campaign>().WithOne().HasForeignKey<KeptAnswers>(k => k.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
