using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Platform.Audit;

/// <summary>One act of an administrator: who, when, what, on what, and what the council wrote before and after. Never an answer, never a person's name.</summary>
public sealed class AuditEntry : IPerhapsCouncilOwned
{
    public required Guid Id { get; init; }
    public Guid? CouncilId { get; init; }

    /// <summary>The account that acted; null for the command line.</summary>
    public Guid? UserId { get; init; }

    /// <summary>Stable code, <c>campaign.closed</c>.</summary>
    public required string Act { get; init; }

    /// <summary>Kind and id of what was acted on, <c>campaign:0198…</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>Further stable facts, as JSON, without personal data.</summary>
    public string? Details { get; init; }

    public required DateTime At { get; init; }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("platform_audit_entry");
        builder.HasIndex(e => new { e.CouncilId, e.At });
    }
}
