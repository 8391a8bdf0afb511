using Diapason.Platform.Access;
using Diapason.Platform.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Diapason.Accounts.SignIn;

/// <summary>
/// Where a person lands once signed in: the page that sent them when it admits them, otherwise the one that has something for them. To be refused is
/// never the first thing they see.
/// </summary>
internal sealed class Landing(EndpointDataSource endpoints, IAuthorizationService authorization, IAuthorizationPolicyProvider policies)
{
    public async Task<string> OfAsync(PageModel page, string? returnUrl)
    {
        var own = (await authorization.AuthorizeAsync(page.User, null, Policies.Backstage)).Succeeded ? HouseLinks.Backstage : HouseLinks.Notebook;
        if (SignInAddresses.Local(page, returnUrl) is not { } asked) return page.Url.To(own);
        return await AdmitsAsync(page, asked) ? asked : page.Url.To(own.With("refused", 1));
    }

    /// <summary>Whether the page at an address admits the person. One of another language or council is left to answer for itself.</summary>
    private async Task<bool> AdmitsAsync(PageModel page, string address)
    {
        var path = new PathString(address.Split('?', '#')[0]);
        if (!path.StartsWithSegments(page.Request.PathBase, StringComparison.OrdinalIgnoreCase, out var rest)) return true;
        if (Find(rest) is not { } endpoint || await AuthorizationPolicy.CombineAsync(policies, endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()) is not { } policy) return true;
        return (await authorization.AuthorizeAsync(page.User, null, policy)).Succeeded;
    }

    private RouteEndpoint? Find(PathString path) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText is { } template && new TemplateMatcher(TemplateParser.Parse(template), []).TryMatch(path, []))
        .MinBy(endpoint => endpoint.RoutePattern.InboundPrecedence);
}
