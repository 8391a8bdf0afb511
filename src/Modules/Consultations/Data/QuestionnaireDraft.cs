using Diapason.Platform.Councils;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Data;

/// <summary>A questionnaire being written, complete or not. What it says is in its latest revision.</summary>
internal sealed class QuestionnaireDraft : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }

    /// <summary>As its latest revision says it, for lists.</summary>
    public required LocalizedText Title { get; set; }

    /// <summary>The number of its latest revision.</summary>
    public required int Head { get; set; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The council's bank of questions: written like a draft, copied from, never asked.</summary>
    public bool IsBank { get; init; }

    /// <summary>When it was put away; null while it is worked on.</summary>
    public DateTime? ArchivedAt { get; set; }
}

/// <summary>One change of a draft, with the whole text it left. Never changed; only the stages of one sitting are thinned out.</summary>
internal sealed class DraftRevision : ICouncilOwned
{
    public required Guid DraftId { get; init; }

    /// <summary>From one; stages that were thinned out leave a gap.</summary>
    public required int Number { get; init; }

    public required Guid CouncilId { get; init; }

    /// <summary>The whole text.</summary>
    public required string Definition { get; init; }

    /// <summary>SHA-256 of the definition in hexadecimal.</summary>
    public required string Checksum { get; init; }

    /// <summary>What was done: a stable word, <c>changed</c>.</summary>
    public required string Act { get; init; }

    /// <summary>What it was done on, <c>question/you/status</c>.</summary>
    public required string Place { get; init; }

    /// <summary>The revision whose text this is: itself, or a former one that was given back.</summary>
    public required int Shows { get; init; }

    /// <summary>The revision that taking a step back gives back; null at the first.</summary>
    public int? Former { get; init; }

    /// <summary>The revisions that were left by steps back and can be taken again, the next one last, apart by spaces.</summary>
    public required string Undone { get; init; }

    public Guid? UserId { get; init; }

    /// <summary>The open page that saved it while it was written on; null for what a button did.</summary>
    public string? Sitting { get; init; }

    public required DateTime At { get; init; }

    /// <summary>The revision that taking a step again gives back; null when none was left.</summary>
    public int? Next => Undone.Length == 0 ? null : int.Parse(Undone[(Undone.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
}

internal sealed class QuestionnaireDraftMapping : IEntityTypeConfiguration<QuestionnaireDraft>
{
    public void Configure(EntityTypeBuilder<QuestionnaireDraft> builder)
    {
        builder.ToTable("consultations_draft");
        builder.HasIndex(d => d.CouncilId);
    }
}

internal sealed class DraftRevisionMapping : IEntityTypeConfiguration<DraftRevision>
{
    public void Configure(EntityTypeBuilder<DraftRevision> builder)
    {
        builder.ToTable("consultations_draft_revision");
        builder.HasKey(r => new { r.DraftId, r.Number });
        builder.Ignore(r => r.Next);
        builder.HasOne<QuestionnaireDraft>().WithMany().HasForeignKey(r => r.DraftId).OnDelete(DeleteBehavior.Cascade);
    }
}
