using Diapason.Platform.Kits;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Two kits in one installation: each council has its own, and neither touches the other.</summary>
public sealed class TwoKitsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private static readonly string[] Pages = ["/fr", "/fr/consultation/ia-2026", "/fr/portrait", "/en/next-steps", "/fr/next-steps/quick", "/fr/privacy"];

    [Fact]
    public async Task Loading_a_second_kit_changes_nothing_of_the_first_and_brings_all_of_the_second()
    {
        var before = await MainsAsync();
        (await LoadAsync()).ShouldBeOfType<KitOutcome.Loaded>();
        (await MainsAsync()).ShouldBe(before);

        const string there = "/fr/c/tourisme";
        var seen = await Sector.WalkAsync(app.Visitor(), [there, there + "/next-steps", there + "/next-steps/quick", there + "/consultation/accueil-2026"], there);
        seen.Count.ShouldBeGreaterThan(8);
        (await app.Visitor().GoAsync(there + "/consultation/ia-2026")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await app.Visitor().GoAsync("/fr/consultation/accueil-2026")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await app.Visitor().GoAsync("/fr/next-steps/offer/masquer-avant-de-demander")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);

        var again = (await LoadAsync()).ShouldBeOfType<KitOutcome.Loaded>();
        again.Done.ShouldBeEmpty("the same kit loaded twice changes nothing");
    }

    private Task<KitOutcome> LoadAsync() =>
        app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(Path.Combine(Path.GetDirectoryName(Needs.DemonstrationKit.Folder)!, "ia-en-tourisme"), default));

    private async Task<List<string>> MainsAsync()
    {
        var mains = new List<string>();
        foreach (var address in Pages) mains.Add((await app.Visitor().GoAsync(address)).Main);
        return mains;
    }
}
