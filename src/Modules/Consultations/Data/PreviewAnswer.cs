using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>What somebody typed while looking at the true pages of a campaign or a draft. It has a table of its own: whatever reads answers cannot meet it.</summary>
internal sealed class PreviewAnswer : ICouncilOwned
{
    /// <summary>Whose it is, as the accounts module knows them.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The campaign or the draft.</summary>
    public required Guid SubjectId { get; init; }

    public required Guid CouncilId { get; init; }

    public required string Answers { get; init; }

    /// <summary>What is not an answer yet, by field, as JSON.</summary>
    public required string Typed { get; init; }

    /// <summary>The page it was left at.</summary>
    public required string Step { get; init; }

    public required DateOnly SavedOn { get; init; }
}

internal sealed class PreviewAnswerMapping : IEntityTypeConfiguration<PreviewAnswer>
{
    public void Configure(EntityTypeBuilder<PreviewAnswer> builder)
    {
        builder.ToTable("consultations_preview");
        builder.HasKey(p => new { p.AccountId, p.SubjectId });
    }
}
