using Diapason.Platform.Councils;
using Diapason.Platform.Kits;
using Diapason.Platform.Outcomes;
using Diapason.TestKit;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

public sealed class ReloadSettingsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_newer_kit_brings_its_settings_until_the_council_changes_them_itself()
    {
        (await LoadAsync(23)).ShouldNotContain(line => line.Contains("réglages", StringComparison.Ordinal));
        (await SettingsAsync("rivage")).RetentionMonths.ShouldBe(23);
        await ChangeAsync("rivage", settings => settings with { RetentionMonths = 12 });
        (await LoadAsync(22)).ShouldContain(line => line.StartsWith("rivage", StringComparison.Ordinal));
        (await SettingsAsync("rivage")).RetentionMonths.ShouldBe(12);
    }

    private async Task<CouncilSettings> SettingsAsync(string slug) => (await app.Services.GetRequiredService<CouncilDirectory>().FindAsync(slug, default))!.Settings;

    private Task<Outcome> ChangeAsync(string slug, Func<CouncilSettings, CouncilSettings> to) => app.InScopeAsync(async services =>
    {
        var council = (await services.GetRequiredService<CouncilDirectory>().FindAsync(slug, default))!;
        services.GetRequiredService<CurrentCouncil>().Set(council);
        return await services.GetRequiredService<ChangeCouncil>().RunAsync(new CouncilChange(council.Name, council.Purpose, to(council.Settings)), ChangeCouncil.StampOf(council), default);
    });

    private async Task<IReadOnlyList<string>> LoadAsync(int months)
    {
        const string Rivage = "answers: false\n    settings:\n      retention_months: ";
        var kit = DemonstrationKit.Spoiled("kit.yaml", Rivage + "24", Rivage + months);
        try
        {
            Platform.Language.Languages.Use("fr");
            return (await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default))).ShouldBeOfType<KitOutcome.Loaded>().Done;
        }
        finally
        {
            Directory.Delete(kit, recursive: true);
        }
    }
}
