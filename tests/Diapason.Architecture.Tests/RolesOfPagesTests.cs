using Diapason.Platform.Access;
using Diapason.TestKit;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Architecture.Tests;

/// <summary>What <c>docs/roles.md</c> says of an address is what its policy asks, and every address of the staff of these modules is told there.</summary>
public sealed class RolesOfPagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private static readonly string[] Columns = [Roles.Administrator, Roles.Analyst, Roles.Rfc, Roles.Facilitator, "note_taker", Roles.OrganisationLead];
    private static readonly string[] Beginnings = ["manage/sessions", "manage/needs-board", "manage/workshops", "manage/papers"];

    [Fact]
    public async Task The_table_of_roles_says_what_the_policies_ask()
    {
        var asked = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            if (endpoint.RoutePattern.RawText?.TrimStart('/') is { } address && Beginnings.Any(beginning => address == beginning || address.StartsWith(beginning + "/", StringComparison.OrdinalIgnoreCase)))
                asked["/" + address] = string.Join(", ", await HoldersAsync(endpoint));
        asked.Count.ShouldBeGreaterThan(15);
        Told().ShouldBe(asked);
    }

    /// <summary>By address, who may open it.</summary>
    private static SortedDictionary<string, string> Told()
    {
        var rows = File.ReadAllLines(Path.Combine(Product.Root, "docs", "roles.md")).Where(line => line.Contains("| `/manage/", StringComparison.Ordinal)).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim()).ToList());
        return new SortedDictionary<string, string>(rows.ToDictionary(row => row[1].Trim('`'), row => string.Join(", ", Columns.Where((_, at) => Is(row[at + 2])))), StringComparer.Ordinal);
    }

    private static bool Is(string cell) => cell switch { "yes" => true, "no" => false, _ => throw new InvalidOperationException($"« {cell} » is neither yes nor no") };

    /// <summary>Those of the table's roles that every requirement of an address lets in.</summary>
    private async Task<IEnumerable<string>> HoldersAsync(RouteEndpoint endpoint)
    {
        var policy = (await AuthorizationPolicy.CombineAsync(app.Services.GetRequiredService<IAuthorizationPolicyProvider>(), endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>()))!;
        var holds = policy.Requirements.OfType<HoldsRole>().ToList();
        holds.ShouldNotBeEmpty(endpoint.DisplayName);
        return Columns.Where(role => holds.TrueForAll(one => one.Roles.Contains(role)));
    }
}
