using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

public sealed class PrivacyContactTests(PrivacyContactTests.App app) : IClassFixture<PrivacyContactTests.App>
{
    private const string Contact = "Direction des données, renseignements@culture.example";

    [Theory]
    [InlineData("/fr/privacy", "la personne responsable de la protection des renseignements personnels")]
    [InlineData("/en/privacy", "the person in charge of the protection of personal information")]
    public async Task A_council_says_whom_to_write_to_about_personal_information(string address, string who)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Main.ShouldContain(who);
        page.Main.ShouldContain(Contact);
    }

    [Fact]
    public async Task The_contact_of_one_council_is_not_that_of_another()
    {
        var page = await app.Visitor().GoAsync("/fr/c/rivage/privacy");
        page.Main.ShouldContain("Vos droits");
        page.Main.ShouldNotContain("personne responsable");
    }

    public sealed class App : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:PrivacyContact:culture", Contact)];
    }
}
