using Diapason.Platform.Councils;
using Diapason.Platform.Kits;
using Diapason.Platform.Outcomes;
using Diapason.TestKit;
using Diapason.Tests.Needs;
using Diapason.Text;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>A council's settings come with its kit, and what it changed itself stays.</summary>
public sealed class CouncilSettingsKitTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task The_settings_of_a_kit_are_read_by_requests_and_jobs_alike()
    {
        var settings = await SettingsAsync("culture");
        settings.RowThreshold.ShouldBe(30);
        settings.RetentionMonths.ShouldBe(24);
        settings.Contact.Email.ShouldBe("consultations@culture.example");
        settings.Study!.Figures.Select(f => f.Percent).ShouldBe([83, 57, 55]);
        settings.Study.Date.ShouldBe(new DateOnly(2025, 11, 25));
        settings.LackingToOpen.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("threshold: 30", "threshold: 29", "settings.bad_threshold")]
    [InlineData("threshold: 30", "threshold: few", "kit.wrong_type")]
    [InlineData("retention_months: 24", "retention_months: 0", "settings.bad_retention")]
    [InlineData("email: consultations@culture.example", "email: consultations", "settings.bad_email")]
    [InlineData("phone: 418 555-0123", "phone: call me", "settings.bad_phone")]
    [InlineData("mark: CC", "mark: CULTURE", "settings.bad_mark")]
    [InlineData("accent: fir", "accent: pink", "kit.unknown_word")]
    [InlineData("date: 2025-11-25", "date: hier", "kit.bad_date")]
    [InlineData("percent: 57", "percent: 157", "settings.bad_percent")]
    [InlineData("en: do not know how to use AI or do not use it", "", "kit.translation_missing")]
    [InlineData("threshold: 30", "treshold: 30", "kit.key_mistyped")]
    public async Task What_a_page_would_refuse_a_kit_is_refused_at_its_line(string from, string to, string code)
    {
        var kit = DemonstrationKit.Spoiled("kit.yaml", from, to);
        try
        {
            var line = (await File.ReadAllLinesAsync(Path.Combine(kit, "kit.yaml"), TestContext.Current.CancellationToken)).ToList().FindIndex(l => to.Length > 0 && l.Contains(to, StringComparison.Ordinal)) + 1;
            var outcome = await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default));
            var problem = outcome.ShouldBeOfType<KitOutcome.Refused>().Problems.ShouldHaveSingleItem();
            problem.Code.ShouldBe(code);
            if (line > 0) problem.Line.ShouldBe(line);
            app.Services.GetRequiredService<KitSentences>().Of(problem).ShouldNotContain("{");
        }
        finally
        {
            Directory.Delete(kit, recursive: true);
        }
    }

    [Fact]
    public async Task A_second_change_of_what_was_shown_once_is_not_made()
    {
        var outcomes = await app.InScopeAsync(async services =>
        {
            var council = (await services.GetRequiredService<CouncilDirectory>().FindAsync("rivage", default))!;
            services.GetRequiredService<CurrentCouncil>().Set(council);
            var (change, seen) = (services.GetRequiredService<ChangeCouncil>(), ChangeCouncil.StampOf(council));
            return new[]
            {
                await change.RunAsync(new CouncilChange(council.Name, council.Purpose, council.Settings with { RowThreshold = 41 }), seen, default),
                await change.RunAsync(new CouncilChange(council.Name, council.Purpose, council.Settings with { RowThreshold = 42 }), seen, default),
            };
        });
        outcomes[0].Problems.ShouldBeEmpty();
        outcomes[1].Problems.ShouldHaveSingleItem().Kind.ShouldBe(ProblemKind.Lost);
        (await SettingsAsync("rivage")).RowThreshold.ShouldBe(41);
    }

    [Fact]
    public void A_text_is_said_in_each_language_of_the_council_or_in_none()
    {
        var settings = new CouncilSettings { Languages = ["fr", "iu"], Words = new() { Heading = LocalizedText.Of(("fr", "Bonjour"), ("en", "Hello")) } };
        var texts = LocalizedText.Of(("fr", "Conseil"), ("iu", "ᑲᑎᒪᔨᑦ"));
        CheckSettings.Of(new CouncilChange(texts, texts, settings)).ShouldHaveSingleItem().Field.ShouldBe("words.heading.iu");
    }

    private async Task<CouncilSettings> SettingsAsync(string slug) => (await app.Services.GetRequiredService<CouncilDirectory>().FindAsync(slug, default))!.Settings;
}
