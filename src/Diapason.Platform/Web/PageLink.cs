using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Platform.Web;

/// <summary>
/// A link to a page, by its Razor name: <c>new PageLink("/Consultation/Start", ("slug", slug))</c>. A module's links are in its
/// <c>Contracts/&lt;Module&gt;Links</c>; a page writes <c>href="@Url.To(link)"</c>, a form is followed by <c>this.SeeOther(link)</c>.
/// </summary>
public sealed record PageLink
{
    private static readonly ConditionalWeakTable<LinkGenerator, ConcurrentDictionary<string, string?>> Plain = [];
    private readonly (string Name, object? Value)[] _values;

    /// <param name="page">The page, as for <c>asp-page</c>.</param>
    /// <param name="values">Parts of its address; what the address has no place for goes to the query.</param>
    public PageLink(string page, params ReadOnlySpan<(string Name, object? Value)> values) => (Page, _values) = (page, [.. values]);

    public string Page { get; }

    /// <summary>What follows <c>#</c>.</summary>
    public string? Fragment { get; private init; }

    /// <summary>The same link with one more value; null values are left out of the address.</summary>
    public PageLink With(string name, object? value) => new(Page, [.. _values, (name, value)]) { Fragment = Fragment };

    /// <summary>A handler of the page, for a form's action: <c>OnPostForget</c> is <c>Forget</c>.</summary>
    public PageLink Handler(string handler) => With("handler", handler);

    /// <summary>A place in the page.</summary>
    public PageLink At(string fragment) => this with { Fragment = fragment };

    public bool Equals(PageLink? other) => other is not null && Page == other.Page && Fragment == other.Fragment && _values.SequenceEqual(other._values);

    public override int GetHashCode() => HashCode.Combine(Page, Fragment, _values.Length);

    /// <summary>The address; null when this installation has no such page.</summary>
    /// <param name="links">The routes of this installation.</param>
    /// <param name="pathBase">Language and council of the request.</param>
    public string? AddressOrNull(LinkGenerator links, PathString pathBase)
    {
        var fragment = Fragment is null ? default : new FragmentString("#" + Fragment);
        if (_values.Length == 0) return PlainAddress(links) is { } address ? UriHelper.BuildRelative(pathBase, address, default, fragment) : null;
        var route = new RouteValueDictionary();
        foreach (var (name, value) in _values) route[name] = value;
        // Without the request: a part that is not given is not taken from the page on which the link stands.
        return links.GetPathByPage(Page, handler: null, route, pathBase, fragment);
    }

    /// <summary>An installation's routes do not change: the address of a page without values is asked once.</summary>
    private string? PlainAddress(LinkGenerator links) =>
        Plain.GetValue(links, _ => new()).GetOrAdd(Page, static (page, links) => links.GetPathByPage(page, handler: null, values: new RouteValueDictionary()), links);
}

/// <summary>From a link to an address.</summary>
public static class PageLinkAddress
{
    /// <summary>The link's address in the language and council of the request. A link that leads nowhere is a bug, and says so.</summary>
    public static string To(this IUrlHelper url, PageLink link)
    {
        var http = url.ActionContext.HttpContext;
        return link.AddressOrNull(http.RequestServices.GetRequiredService<LinkGenerator>(), http.Request.PathBase)
            ?? throw new InvalidOperationException($"No page {link.Page} takes these values here.");
    }

    /// <summary>The same from its scheme on, to be copied, shared or printed.</summary>
    public static string Whole(this IUrlHelper url, PageLink link)
    {
        var http = url.ActionContext.HttpContext;
        return http.RequestServices.GetRequiredService<PublicAddress>().Shown(http.Request) + url.To(link);
    }
}
