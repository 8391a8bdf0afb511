using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Platform.Access;

/// <summary>
/// On a page whose forms must not be sent from a session left open: who signed in too long ago says once more who they are, on the spot, and what
/// they had written goes on with it.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute : Attribute
{
    /// <summary>To open the page takes it too.</summary>
    public bool ToOpen { get; init; }
}

/// <summary>Tells whether a session is fresh. The module that signs people in says so.</summary>
public interface IFreshSignIn
{
    /// <summary>The person showed who they are a short while ago.</summary>
    bool IsFresh(ClaimsPrincipal person);

    /// <summary>The page that asks it again, and then gives the file that was asked for.</summary>
    string PageBefore(HttpContext file);
}

/// <summary>The same for files, which are endpoints and no pages.</summary>
public static class FreshFiles
{
    public static RouteGroupBuilder RequireFreshSignIn(this RouteGroupBuilder files) => files.AddEndpointFilter(async (asked, next) =>
    {
        var http = asked.HttpContext;
        var fresh = http.RequestServices.GetRequiredService<IFreshSignIn>();
        return fresh.IsFresh(http.User) ? await next(asked) : Results.LocalRedirect(fresh.PageBefore(http));
    });
}
