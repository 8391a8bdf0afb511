using Diapason.Learning.Data;
using Diapason.Learning.Sessions;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Kit;

/// <summary>What this module reads from a kit: the sessions of a demonstration, dated from the day it is loaded. One that is there stays as it is.</summary>
internal sealed class LearningKitPart(Texts<LearningModule> texts, OpenSessions open, TimeProvider clock) : IKitPart
{
    public int Order => 40;

    public KitStep? Read(KitFolder folder, KitProblems problems)
    {
        if (!folder.Has(ReadKitSessions.File) || problems.Any || ReadKitSessions.From(folder, problems, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.LocalMoment)) is not { } sessions || problems.Any) return null;
        return (loading, cancel) => WriteAsync(loading, sessions, cancel);
    }

    private async Task WriteAsync(KitLoading loading, IReadOnlyList<KitSession> sessions, CancellationToken cancel)
    {
        var known = await loading.Db.Set<Session>().Select(s => s.Code).ToListAsync(cancel);
        var added = sessions.Where(s => !known.Contains(s.Code)).ToList();
        foreach (var one in added)
        {
            var session = SaveSession.New(loading.Council.Id, one.Code, one.Content.Typeset(), loading.Kit.IsSynthetic);
            session.State = SessionState.Open;
            loading.Db.Add(session);
        }

        if (added.Count == 0) return;
        await loading.Db.SaveChangesAsync(cancel);
        loading.Say(texts["loaded.sessions", added.Count]);
        loading.WhenKept(() => open.Forget(loading.Council.Id));
    }
}

/// <summary>A session of a kit, and the name by which it is found again.</summary>
internal sealed record KitSession(string Code, SessionContent Content);
