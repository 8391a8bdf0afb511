using Diapason.Accounts.Contracts;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
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
internal sealed class Landing(
    EndpointDataSource endpoints, LinkGenerator links, IAuthorizationService authorization, IAuthorizationPolicyProvider policies, CouncilDirectory councils, ModuleCatalog modules)
{
    public async Task<string> OfAsync(PageModel page, string? returnUrl)
    {
        if (page.User.MustEnrol()) return page.Url.To(AccountsLinks.Telephone.With("returnUrl", SignInAddresses.Local(page, returnUrl)));
        if (SignInAddresses.Local(page, returnUrl) is not { } asked) return await OwnAsync(page, null);
        return await AdmitsAsync(page, asked) ? asked : await OwnAsync(page, 1);
    }

    /// <summary>The Coulisses of this council or of another for which the person works; the notebook of whoever works for none.</summary>
    private async Task<string> OwnAsync(PageModel page, int? refused)
    {
        if ((await authorization.AuthorizeAsync(page.User, null, Policies.Backstage)).Succeeded) return page.Url.To(HouseLinks.Backstage.With("refused", refused));
        var elsewhere = (await councils.AllAsync(page.HttpContext.RequestAborted)).OrderBy(c => c.Slug, StringComparer.Ordinal)
            .FirstOrDefault(c => StaffMember.Of(page.User, c.Id) is { } who && who.Roles.Any(role => modules.Role(role) is { } known && (known.WorksForCouncil || known.NeedsOrganisation)));
        if (elsewhere is null || refused is not null) return page.Url.To(HouseLinks.Notebook.With("refused", refused));
        return HouseLinks.Backstage.AddressOrNull(links, $"/{Languages.Current}" + (elsewhere.IsDefault ? "" : $"/c/{elsewhere.Slug}"))!;
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
