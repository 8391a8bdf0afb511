using System.Reflection;
using Diapason.Platform.Access;
using Diapason.Platform.Modules;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Front;

/// <summary>A module's own roles stand beside those of the house.</summary>
public sealed class DeclaredRolesTests
{
    private readonly ModuleCatalog _catalog = new([new Watch()]);

    [Fact]
    public void Are_known_by_their_code_and_listed_after_those_of_the_house()
    {
        _catalog.Roles.Select(role => role.Code).ShouldBe(["administrator", "analyst", "rfc", "facilitator", "organisation_lead", "person", "watch_cell", "provider"]);
        _catalog.Role("watch_cell").ShouldNotBeNull().WorksForCouncil.ShouldBeTrue();
        _catalog.Role("nobody").ShouldBeNull();
    }

    [Theory]
    [InlineData(Policies.CouncilStaff, "watch_cell", true)]
    [InlineData(Policies.CouncilStaff, "provider", false)]
    [InlineData(Policies.Backstage, "watch_cell", true)]
    [InlineData(Policies.Backstage, "provider", true)]
    [InlineData(Policies.Backstage, "person", false)]
    [InlineData(Policies.ForOrganisation, "provider", true)]
    [InlineData(Policies.CouncilAnalyst, "watch_cell", false)]
    public void Are_admitted_by_the_policies_they_ask_for_and_no_other(string policy, string role, bool admitted)
    {
        using var services = new ServiceCollection().AddSingleton(_catalog).AddAuthorization().AddOptions<AuthorizationOptions>().Configure<ModuleCatalog>(Policies.Add).Services.BuildServiceProvider();
        var holds = services.GetRequiredService<IOptions<AuthorizationOptions>>().Value.GetPolicy(policy)!.Requirements.OfType<HoldsRole>().Single();
        holds.Roles.Contains(role).ShouldBe(admitted);
    }

    private sealed class Watch : IModule
    {
        public string Name => "watch";

        public Assembly Assembly => typeof(ModuleCatalog).Assembly;

        public IEnumerable<ModuleRole> Roles => [new("watch_cell"), new("provider", WorksForCouncil: false, NeedsOrganisation: true)];

        public void AddServices(IServiceCollection services, IConfiguration configuration)
        {
        }
    }
}
