using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

public sealed class ReloadKitTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Address = "/fr/next-steps/offer/strong-accounts";
    private const string Title = "Comptes solides, copies sûres, fichiers retrouvés";

    [Fact]
    public async Task The_same_kit_twice_changes_nothing() =>
        (await LoadAsync(DemonstrationKit.Folder)).ShouldBeOfType<KitOutcome.Loaded>().Done.ShouldNotContain(line => line.Contains("entrées de l’offre"));

    [Fact]
    public async Task A_new_text_shows_at_once_and_the_old_kit_brings_the_old_one_back()
    {
        await WithSpoiledAsync(Title, "Retrouver ses fichiers sans peine", async copy =>
        {
            (await LoadAsync(copy)).ShouldBeOfType<KitOutcome.Loaded>().Done.ShouldContain(line => line.Contains("entrées de l’offre"));
            (await app.Visitor().GoAsync(Address)).Heading.ShouldBe("Retrouver ses fichiers sans peine");
        });
        await LoadAsync(DemonstrationKit.Folder);
        (await app.Visitor().GoAsync(Address)).Heading.ShouldBe(Title);
    }

    [Fact]
    public async Task A_kit_with_one_mistake_is_refused_whole() =>
        await WithSpoiledAsync("kind: guide", "kind: robot", async copy =>
        {
            var refused = (await LoadAsync(copy)).ShouldBeOfType<KitOutcome.Refused>();
            refused.Problems.Select(p => (p.File, p.Code)).ShouldBe([("offer.yaml", "kit.unknown_word")]);
            (await app.Visitor().GoAsync(Address)).Heading.ShouldBe(Title);
        });

    private Task<KitOutcome> LoadAsync(string folder)
    {
        // What was done is said in the language of the machine.
        Languages.Use(Languages.French);
        return app.InScopeAsync(s => s.GetRequiredService<LoadKit>().RunAsync(folder, TestContext.Current.CancellationToken));
    }

    private static async Task WithSpoiledAsync(string text, string replacement, Func<string, Task> act)
    {
        var copy = DemonstrationKit.Spoiled("offer.yaml", text, replacement);
        try
        {
            await act(copy);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }
}
