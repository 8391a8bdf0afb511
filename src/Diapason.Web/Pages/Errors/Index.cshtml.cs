using System.Diagnostics;
using Diapason.Platform.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Web.Pages.Errors;

/// <summary>What went wrong, in the reader's language. It acts on nothing, so it asks for no token: a form refused for its token must still reach it.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(IAuthorizationService authorization) : PageModel
{
    private static readonly int[] Known = [400, 403, 404, 405, 408, 409, 410, 413, 426, 429];

    /// <summary>The status that has a text of its own; any other reads as 404 below 500, as 500 above.</summary>
    public int Told { get; private set; }

    /// <summary>The trace of the request, to find it in the logs; only for what broke on our side.</summary>
    public string? Reference { get; private set; }

    /// <summary>Somebody refused here has work elsewhere: they are led to it.</summary>
    public bool HasWork { get; private set; }

    public Task OnGetAsync(int status) => TellAsync(status);

    public Task OnPostAsync(int status) => TellAsync(status);

    private async Task TellAsync(int status)
    {
        // The exception handler has already chosen a more precise status than the address says.
        if (Response.StatusCode < 400) Response.StatusCode = status is >= 400 and < 600 ? status : 404;
        status = Response.StatusCode;
        Told = Known.Contains(status) ? status : status >= 500 ? 500 : 404;
        HasWork = Told == 403 && (await authorization.AuthorizeAsync(User, null, Policies.Backstage)).Succeeded;
        if (Told == 500) Reference = Activity.Current?.Id ?? HttpContext.TraceIdentifier;
    }
}
