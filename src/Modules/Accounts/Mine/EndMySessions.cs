using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Mine;

/// <summary>Ends one of one's own sessions, or all but the one that asks.</summary>
internal sealed class EndMySessions(DiapasonDb db)
{
    /// <param name="accountId">Whoever is signed in: nobody else's session is found.</param>
    /// <param name="sessionId">The session to end.</param>
    public async Task<Outcome> OneAsync(Guid accountId, Guid sessionId, CancellationToken cancel) =>
        await db.Set<OpenSession>().Where(s => s.Id == sessionId && s.UserId == accountId).ExecuteDeleteAsync(cancel) == 0 ? Problem.Absent() : Outcome.Done;

    /// <param name="accountId">Whoever is signed in.</param>
    /// <param name="here">The code of the session that stays.</param>
    public async Task<Outcome> OthersAsync(Guid accountId, string here, CancellationToken cancel)
    {
        var hash = SessionRows.Hash(here);
        await db.Set<OpenSession>().Where(s => s.UserId == accountId && s.CodeHash != hash).ExecuteDeleteAsync(cancel);
        // It may be a stranger that is put out: the address they asked for goes with them.
        await db.Set<EmailChange>().Where(c => c.UserId == accountId).ExecuteDeleteAsync(cancel);
        return Outcome.Done;
    }
}
