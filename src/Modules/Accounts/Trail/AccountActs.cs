using Diapason.Platform.Audit;

namespace Diapason.Accounts.Trail;

/// <summary>What is done to people and organisations, as the trail keeps it.</summary>
internal static class AccountActs
{
    [Recorded("member.invited", "account")]
    internal sealed record Invited(Guid Subject, string Role, Guid? Organisation) : Act(Subject);

    [Recorded("member.role_changed", "account")]
    internal sealed record RoleChanged(Guid Subject, string From, string To) : Act(Subject);

    [Recorded("member.removed", "account")]
    internal sealed record Removed(Guid Subject, string Role) : Act(Subject);

    [Recorded("account.password_chosen", "account", IsPersonal = true)]
    internal sealed record PasswordChosen(Guid Subject) : Act(Subject);

    [Recorded("account.email_changed", "account", IsPersonal = true)]
    internal sealed record EmailChanged(Guid Subject) : Act(Subject);

    [Recorded("account.second_step", "account", IsPersonal = true)]
    internal sealed record SecondFactorEnrolled(Guid Subject) : Act(Subject);

    [Recorded("account.recovery_codes", "account", IsPersonal = true)]
    internal sealed record RecoveryCodesMade(Guid Subject) : Act(Subject);

    [Recorded("account.passkey_added", "account", IsPersonal = true)]
    internal sealed record PasskeyAdded(Guid Subject) : Act(Subject);

    [Recorded("account.passkey_removed", "account", IsPersonal = true)]
    internal sealed record PasskeyRemoved(Guid Subject) : Act(Subject);

    /// <summary>Who keeps the server printed a link that signs them in.</summary>
    [Recorded("member.link_printed", "account")]
    internal sealed record LinkPrinted(Guid Subject) : Act(Subject);

    [Recorded("member.second_step_reset", "account")]
    internal sealed record SecondFactorReset(Guid Subject) : Act(Subject);

    [Recorded("account.erased", "account", IsPersonal = true)]
    internal sealed record Erased(Guid Subject) : Act(Subject);

    /// <summary>The names themselves stay out of the trail, which keeps ids only.</summary>
    [Recorded("organisation.renamed", "organisation")]
    internal sealed record OrganisationRenamed(Guid Subject) : Act(Subject);
}
