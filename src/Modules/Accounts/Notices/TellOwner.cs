using Diapason.Platform.Councils;
using Diapason.Platform.Outbox;

namespace Diapason.Accounts.Notices;

/// <summary>Writes a notice to the owner of an account beside the change it tells of, in the same unit of work.</summary>
internal sealed class TellOwner(EventOutbox outbox, CurrentCouncil council, TimeProvider clock)
{
    public void Of(Guid accountId, string what) => outbox.Add(new SecurityNotice(accountId, what, clock.GetUtcNow().UtcDateTime));

    public void OfRole(Guid accountId, string what, string role) => outbox.Add(new SecurityNotice(accountId, what, clock.GetUtcNow().UtcDateTime, council.Id, role));
}
