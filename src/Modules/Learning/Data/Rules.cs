using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Learning.Data;

/// <summary>What a council settles for its sessions.</summary>
internal sealed class Rules : ICouncilOwned
{
    public const int DefaultHours = 48;
    public const int DefaultMonths = 12;
    public const int DefaultListSize = 8;

    public required Guid CouncilId { get; init; }

    /// <summary>How long a place is held for who was offered it.</summary>
    public required int HoldHours { get; set; }

    /// <summary>How long those who signed up are kept after the session.</summary>
    public required int KeepMonths { get; set; }

    /// <summary>How many people a list of interest needs before it is told to who opens sessions.</summary>
    public required int ListSize { get; set; }

    public static Rules Of(Guid council) => new() { CouncilId = council, HoldHours = DefaultHours, KeepMonths = DefaultMonths, ListSize = DefaultListSize };
}

internal sealed class RulesMapping : IEntityTypeConfiguration<Rules>
{
    public void Configure(EntityTypeBuilder<Rules> builder)
    {
        builder.ToTable("learning_rules");
        builder.HasKey(r => r.CouncilId);
        builder.Property(r => r.CouncilId).ValueGeneratedNever();
    }
}
