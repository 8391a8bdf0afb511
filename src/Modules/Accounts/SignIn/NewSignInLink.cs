using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Diapason.Accounts.Data;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.SignIn;

/// <summary>Makes sign-in links: 256 random bits in the address, their hash in the database.</summary>
internal sealed class NewSignInLink(DiapasonDb db, TimeProvider clock)
{
    public static readonly TimeSpan Asked = TimeSpan.FromMinutes(20);
    public static readonly TimeSpan Invited = TimeSpan.FromDays(3);

    /// <summary>More than this in <see cref="Asked"/> fills somebody's mailbox and helps nobody.</summary>
    private const int Most = 3;

    /// <summary>The whole address; null when the account has received enough of them lately.</summary>
    public async Task<string?> MakeAsync(Guid accountId, string address, TimeSpan life, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now - Asked;
        if (await db.Set<SignInLink>().CountAsync(l => l.UserId == accountId && l.CreatedAt > since && l.UsedAt == null, cancel) >= Most) return null;
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        db.Add(new SignInLink { Id = Guid.CreateVersion7(), UserId = accountId, CodeHash = Hash(code), CreatedAt = now, ExpiresAt = now + life });
        await db.SaveChangesAsync(cancel);
        return QueryHelpers.AddQueryString(address, "code", code);
    }

    public static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
