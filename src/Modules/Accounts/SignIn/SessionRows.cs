using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>
/// The sessions that are open, a row each, read from the database at each request that carries a cookie: what one process ends, no other still believes.
/// </summary>
internal sealed class SessionRows(DiapasonDb db, TimeProvider clock)
{
    /// <summary>Without a visit for so long, the cookie expires.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>However much it is used.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Rows tell the hour: one of the same age as the cookie may look an hour older.</summary>
    private static readonly TimeSpan Grain = TimeSpan.FromHours(1);

    /// <summary>The 51st browser of one person closes the one left longest.</summary>
    private const int Most = 50;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The hour it is: what rows tell of time.</summary>
    public DateTime Hour => Now.Date.AddHours(Now.Hour);

    /// <summary>Those that are good still.</summary>
    public IQueryable<OpenSession> Open()
    {
        var (seen, opened) = (Now - Idle - Grain, Now - Longest);
        return db.Set<OpenSession>().AsNoTracking().Where(s => s.SeenAt > seen && s.OpenedAt > opened);
    }

    /// <returns>The code of a new session, which only its cookie will know.</returns>
    public async Task<string> AddAsync(Guid accountId, string device, CancellationToken cancel)
    {
        var rows = db.Set<OpenSession>();
        var left = await rows.Where(s => s.UserId == accountId).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.OpenedAt).Skip(Most - 1).Select(s => s.Id).ToListAsync(cancel);
        if (left.Count > 0) await rows.Where(s => left.Contains(s.Id)).ExecuteDeleteAsync(cancel);
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        rows.Add(new OpenSession { Id = RandomId.New(), UserId = accountId, CodeHash = Hash(code), Device = device, OpenedAt = Hour, SeenAt = Hour });
        await db.SaveChangesAsync(cancel);
        return code;
    }

    /// <summary>At most one write an hour for each session.</summary>
    public Task SeenAsync(string code, CancellationToken cancel)
    {
        var (hash, hour) = (Hash(code), Hour);
        return db.Set<OpenSession>().Where(s => s.CodeHash == hash && s.SeenAt < hour).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, hour), cancel);
    }

    public Task EndAsync(string code, CancellationToken cancel)
    {
        var hash = Hash(code);
        return db.Set<OpenSession>().Where(s => s.CodeHash == hash).ExecuteDeleteAsync(cancel);
    }

    /// <summary>Every session of an account, and the other address that one of them asked for, in the transaction under way when there is one.</summary>
    public async Task EndAllAsync(Guid accountId, CancellationToken cancel)
    {
        await db.Set<OpenSession>().Where(s => s.UserId == accountId).ExecuteDeleteAsync(cancel);
        await db.Set<EmailChange>().Where(c => c.UserId == accountId).ExecuteDeleteAsync(cancel);
    }

    public Task EraseOldAsync(CancellationToken cancel)
    {
        var (seen, opened) = (Now - Idle - Grain, Now - Longest);
        return db.Set<OpenSession>().Where(s => s.SeenAt <= seen || s.OpenedAt <= opened).ExecuteDeleteAsync(cancel);
    }

    public static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
