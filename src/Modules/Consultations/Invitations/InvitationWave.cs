using Diapason.Consultations.Data;
using Diapason.Platform.Councils;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Diapason.Consultations.Invitations;

/// <summary>What is written, and to whom.</summary>
internal enum MailKind
{
    /// <summary>To those nobody has written to.</summary>
    Invitation,

    /// <summary>To those who were written to and are not known to have answered.</summary>
    Reminder,
}

/// <summary>What a campaign's mails of one kind say, as the council wrote it last.</summary>
internal sealed class InvitationMessage : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required MailKind Kind { get; init; }
    public required Guid CouncilId { get; init; }
    public required LocalizedText Subject { get; set; }
    public required LocalizedText Body { get; set; }
}

/// <summary>One sending to many, with the words it began with.</summary>
internal sealed class InvitationWave : ICouncilOwned
{
    public required Guid CampaignId { get; init; }
    public required int Number { get; init; }
    public required Guid CouncilId { get; init; }
    public required MailKind Kind { get; init; }
    public required DateOnly StartedOn { get; init; }

    /// <summary>The head of every link, in which <c>{language}</c> stands for the person's: a job has no request to read it from.</summary>
    public required string Address { get; init; }

    public required LocalizedText Subject { get; init; }
    public required LocalizedText Body { get; init; }
    public bool IsDone { get; set; }

    /// <summary>How many people it was to write to; null for one of before they were counted.</summary>
    public int? People { get; init; }

    /// <summary>How many mails the server took, or was about to take.</summary>
    public int Sent { get; init; }

    /// <summary>How many addresses it refused.</summary>
    public int Refused { get; init; }

    /// <summary>How many came back afterwards, as notices say.</summary>
    public int Returned { get; init; }

    /// <summary>Of those, how many the next sending takes again.</summary>
    public int ToSendAgain { get; init; }

    /// <summary>Those that have not left: they never will once it is done.</summary>
    public int? Unsent => People is { } people ? Math.Max(0, people - Sent - Refused) : null;
}

internal sealed class InvitationMessageMapping : IEntityTypeConfiguration<InvitationMessage>
{
    public void Configure(EntityTypeBuilder<InvitationMessage> builder)
    {
        builder.ToTable("consultations_invitation_message");
        builder.HasKey(m => new { m.CampaignId, m.Kind });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(m => m.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class InvitationWaveMapping : IEntityTypeConfiguration<InvitationWave>
{
    public void Configure(EntityTypeBuilder<InvitationWave> builder)
    {
        builder.ToTable("consultations_invitation_wave");
        builder.HasKey(w => new { w.CampaignId, w.Number });
        builder.Ignore(w => w.Unsent);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(w => w.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}
