using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>One version of a questionnaire, as its authors wrote it. Once a real person has answered it, only its words can be corrected.</summary>
internal sealed class StoredQuestionnaire : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required string Code { get; init; }
    public required string Version { get; init; }

    /// <summary>The whole text of the file.</summary>
    public required string Definition { get; set; }

    /// <summary>SHA-256 of the definition in hexadecimal: the same text is compiled once.</summary>
    public required string Checksum { get; set; }

    /// <summary>The words corrected since people answer it, as JSON; null when there are none.</summary>
    public string? Corrections { get; set; }

    public required DateTime CreatedAt { get; init; }
}

internal sealed class StoredQuestionnaireMapping : IEntityTypeConfiguration<StoredQuestionnaire>
{
    public void Configure(EntityTypeBuilder<StoredQuestionnaire> builder)
    {
        builder.ToTable("consultations_questionnaire");
        builder.HasIndex(q => new { q.CouncilId, q.Code, q.Version }).IsUnique();
    }
}
