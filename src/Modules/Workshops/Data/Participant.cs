using Diapason.Platform.Councils;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Workshops.Data;

/// <summary>Somebody in a room, by phone or on paper: no name, no account, no address, no hour.</summary>
internal sealed class Participant : ICouncilOwned
{
    /// <summary>Random: it tells nothing.</summary>
    public required Guid Id { get; init; }

    public required Guid CouncilId { get; init; }
    public required Guid WorkshopId { get; init; }

    /// <summary>Of the code that they alone keep.</summary>
    public required byte[] CodeHash { get; init; }

    /// <summary>Nought when they said none.</summary>
    public required int TableNumber { get; set; }

    /// <summary>They let their words be kept; otherwise only what they chose is counted.</summary>
    public required bool KeepsWords { get; set; }

    /// <summary>The number of their sheet of paper; null on a phone.</summary>
    public int? Sheet { get; init; }

    /// <summary>The sheet was typed: typed again, it is told.</summary>
    public bool IsTyped { get; set; }

    /// <summary>Whoever holds the code took their words back: a sheet typed again does not bring them back.</summary>
    public bool TookBackWords { get; set; }
}

internal sealed class ParticipantMapping : IEntityTypeConfiguration<Participant>
{
    public void Configure(EntityTypeBuilder<Participant> builder)
    {
        builder.ToTable("workshops_participant");
        builder.HasIndex(p => p.CodeHash).IsUnique();
        builder.HasIndex(p => new { p.WorkshopId, p.Sheet }).IsUnique();
        builder.HasOne<Workshop>().WithMany().HasForeignKey(p => p.WorkshopId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Where to write once when ideas have moved. Beside no code, no table and no words: nobody can tell whose it is.</summary>
internal sealed class ReturnAddress : ICouncilOwned
{
    public required Guid Id { get; init; }
    public required Guid CouncilId { get; init; }
    public required Guid WorkshopId { get; init; }
    public required string Email { get; init; }
    public required string Language { get; init; }

    /// <summary>The head of the links they are mailed, in which <c>{language}</c> stands for theirs.</summary>
    public required string Head { get; init; }

    /// <summary>The synthesis is out, and they are to be told.</summary>
    public required bool IsToTell { get; set; }
}

internal sealed class ReturnAddressMapping : IEntityTypeConfiguration<ReturnAddress>
{
    public void Configure(EntityTypeBuilder<ReturnAddress> builder)
    {
        builder.ToTable("workshops_return_address");
        builder.HasIndex(a => new { a.WorkshopId, a.Email }).IsUnique();
        builder.HasIndex(a => a.IsToTell);
        builder.HasOne<Workshop>().WithMany().HasForeignKey(a => a.WorkshopId).OnDelete(DeleteBehavior.Restrict);
    }
}
