using Diapason.TestKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

public sealed class EndpointsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public void Every_endpoint_has_a_policy_or_says_it_is_open_to_all() =>
        Endpoints().Where(e => e.Metadata.GetMetadata<IAuthorizeData>() is null && e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            .Where(e => e.DisplayName?.Contains("static asset", StringComparison.OrdinalIgnoreCase) != true && !Assets(e))
            .Select(e => e.DisplayName).ShouldBeEmpty();

    [Fact]
    public void No_two_modules_claim_a_route() =>
        Endpoints().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .GroupBy(e => (e.RoutePattern.RawText ?? "").ToLowerInvariant())
            .Where(g => g.Select(e => e.Metadata.GetMetadata<PageActionDescriptor>()!.ViewEnginePath).Distinct().Count() > 1)
            .Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void There_are_pages_to_check() => Endpoints().Count(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).ShouldBeGreaterThan(5);

    private IEnumerable<RouteEndpoint> Endpoints() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    // In Development the framework adds a fallback that serves files built after the manifest.
    private static bool Assets(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText == "{**path:file}" || endpoint.Metadata.Any(m => m.GetType().Name.Contains("StaticAsset", StringComparison.Ordinal));
}
