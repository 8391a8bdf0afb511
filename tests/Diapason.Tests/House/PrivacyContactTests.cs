using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>What an installation published in its configuration before its councils had settings stays published until they say it themselves.</summary>
public sealed class PrivacyContactTests(PrivacyContactTests.App app) : IClassFixture<PrivacyContactTests.App>
{
    private const string Contact = "Direction des données, donnees@rivage.example";

    [Theory]
    [InlineData("/fr/c/rivage/privacy", "la personne responsable de la protection des renseignements personnels")]
    [InlineData("/en/c/rivage/privacy", "the person in charge of the protection of personal information")]
    public async Task The_configured_contact_stands_until_the_council_names_its_own(string address, string who)
    {
        (await app.Visitor().GoAsync(address)).Main.ShouldNotContain(Contact);
        await NameAsync(settings => settings with { Contact = new() });
        var page = await app.Visitor().GoAsync(address);
        page.Main.ShouldContain(who);
        page.Main.ShouldContain(Contact);
        await NameAsync(settings => settings with { Contact = new() { Officer = Text.LocalizedText.Of(("fr", "Secrétariat"), ("en", "Office")), OfficerEmail = "bureau@rivage.example" } });
        page = await app.Visitor().GoAsync(address);
        page.Main.ShouldContain(who);
        page.Main.ShouldContain("bureau@rivage.example");
        page.Main.ShouldNotContain(Contact);
    }

    [Fact]
    public async Task The_contact_of_one_council_is_not_that_of_another() =>
        (await app.Visitor().GoAsync("/fr/privacy")).Main.ShouldNotContain(Contact);

    /// <summary>In the database: a council older than its settings has nobody there, and one whose answers are kept cannot empty them.</summary>
    private async Task NameAsync(Func<CouncilSettings, CouncilSettings> to)
    {
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DiapasonDb>();
            var council = await db.Set<Council>().SingleAsync(c => c.Slug == "rivage");
            council.Settings = to(council.Settings);
            return await db.SaveChangesAsync();
        });
        app.Services.GetRequiredService<CouncilDirectory>().Refresh();
    }

    public sealed class App : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:PrivacyContact:rivage", Contact)];
    }
}
