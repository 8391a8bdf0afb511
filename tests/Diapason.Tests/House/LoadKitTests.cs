using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Kits;
using Diapason.TestKit;
using Diapason.Tests.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>A kit that is rehearsed says what it would do and leaves everything as it was; one that is loaded leaves a trace, once.</summary>
public sealed class LoadKitTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Rehearses_without_keeping_then_loads_with_a_trace()
    {
        var kit = DemonstrationKit.Spoiled("campaign.yaml", "slug: ia-2026", "slug: ia-2027");
        try
        {
            var before = await app.InScopeAsync(Traces);
            var rehearsed = (await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, new KitManner(IsRehearsal: true), default))).ShouldBeOfType<KitOutcome.Loaded>();
            rehearsed.Done.ShouldContain(line => line.Contains("ia-2027", StringComparison.Ordinal));
            (await app.InScopeAsync(Traces)).ShouldBe(before);
            (await app.Visitor().GoAsync("/fr/consultation/ia-2027")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

            var loaded = (await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default))).ShouldBeOfType<KitOutcome.Loaded>();
            loaded.Done.ShouldBe(rehearsed.Done);
            (await app.InScopeAsync(Traces)).ShouldBe(before + loaded.Done.Select(line => line.Split(':')[0]).Distinct().Count());
            (await app.Visitor().GoAsync("/fr/consultation/ia-2027")).Status.ShouldBe(System.Net.HttpStatusCode.OK);

            (await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default))).ShouldBeOfType<KitOutcome.Loaded>().Done.ShouldBeEmpty();
        }
        finally
        {
            Directory.Delete(kit, recursive: true);
        }
    }

    private static Task<int> Traces(IServiceProvider services) =>
        services.GetRequiredService<DiapasonDb>().Set<AuditEntry>().IgnoreQueryFilters().CountAsync(entry => entry.Act == "council.kit_loaded");
}
