using Diapason.Accounts.Contracts;
using Diapason.Accounts.Mine;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Pages;

/// <summary>The browsers where my account is open, and the way to end what should not be.</summary>
internal sealed class SessionsModel(SessionRows sessions, EndMySessions end) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        var (me, here) = (User.AccountId(), SessionRows.Hash(User.SessionCode()!));
        var open = await sessions.Open().Where(s => s.UserId == me).OrderByDescending(s => s.SeenAt).ThenByDescending(s => s.OpenedAt).ToListAsync(cancel);
        Rows = [.. open.Select(s => new Row(s.Id, s.Device, s.OpenedAt, s.SeenAt, s.CodeHash.AsSpan().SequenceEqual(here))).OrderByDescending(row => row.IsHere)];
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken cancel) =>
        this.Answer(await end.OneAsync(User.AccountId(), id, cancel), AccountsLinks.Sessions.With("done", "one"));

    public async Task<IActionResult> OnPostOthersAsync(CancellationToken cancel) =>
        this.Answer(await end.OthersAsync(User.AccountId(), User.SessionCode()!, cancel), AccountsLinks.Sessions.With("done", "others"));

    /// <summary>One session, by the hour, which is all that is kept of time.</summary>
    internal sealed record Row(Guid Id, string Device, DateTime Opened, DateTime Seen, bool IsHere);
}
