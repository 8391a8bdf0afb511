using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Platform.Outbox;

/// <summary>An event waiting to be handled after the commit that wrote it.</summary>
internal sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    /// <summary>Full name of the event's type.</summary>
    public required string Event { get; init; }

    /// <summary>The event as JSON: ids and codes only.</summary>
    public required string Body { get; init; }

    public required DateTime At { get; init; }
    public int Attempts { get; set; }
    public DateTime? NextAttemptAt { get; set; }
    public DateTime? HandledAt { get; set; }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("platform_outbox_message");
        builder.HasIndex(m => new { m.HandledAt, m.At });
    }
}
