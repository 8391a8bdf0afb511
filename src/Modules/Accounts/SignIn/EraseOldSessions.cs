using Diapason.Platform.Jobs;

namespace Diapason.Accounts.SignIn;

/// <summary>Erases the sessions whose cookie has expired.</summary>
internal sealed class EraseOldSessions(SessionRows sessions) : IJob
{
    public string Name => "accounts.erase-old-sessions";

    public string TextKey => "job.erase_old_sessions";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public bool IsIrreversible => true;

    public Task RunAsync(CancellationToken cancel) => sessions.EraseOldAsync(cancel);
}
