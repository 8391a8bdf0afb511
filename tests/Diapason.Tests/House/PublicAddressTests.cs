using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Addresses that a page gives to copy or share are the installation's own, whatever Host header a request carries.</summary>
public sealed class PublicAddressTests(PublicAddressTests.App app) : IClassFixture<PublicAddressTests.App>
{
    private const string Own = "https://consultation.example";

    [Theory]
    [InlineData("/fr/manage/share")]
    [InlineData("/fr/consultation/ia-2026/saved")]
    public async Task A_page_gives_the_address_that_was_set(string address)
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        await visitor.BeginAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Host = "elsewhere.example";
        using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        html.ShouldContain(Own + "/fr/consultation/");
        html.ShouldNotContain("elsewhere.example");
    }

    public sealed class App : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [.. base.Settings, new("Diapason:PublicAddress", Own)];
    }
}
