using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

public sealed class AddressesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData(null, "/fr/")]
    [InlineData("en-CA,en;q=0.9", "/en/")]
    [InlineData("de, fr;q=0.5, en;q=0.4", "/fr/")]
    [InlineData("en;q=0, fr;q=0.1", "/fr/")]
    public async Task Redirects_an_address_without_language_by_what_the_browser_asks(string? accepted, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        if (accepted is not null) request.Headers.TryAddWithoutValidation("Accept-Language", accepted);
        using var response = await app.Visitor().Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe(expected);
    }

    [Fact]
    public async Task Keeps_the_query_when_it_adds_the_language()
    {
        var page = await app.Visitor().PeekAsync("/design?x=1");
        page.Location.ShouldBe("/fr/design?x=1");
    }

    [Theory]
    [InlineData("/fr/no-such-page", "fr-CA")]
    [InlineData("/en/no-such-page", "en-CA")]
    [InlineData("/fr/c/no-such-council/", "fr-CA")]
    public async Task Says_in_the_readers_language_that_a_page_does_not_exist(string address, string language)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe(language);
        page.Heading.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Serves_each_council_under_its_own_address()
    {
        var visitor = app.Visitor();
        (await visitor.GoAsync("/fr/")).Html.ShouldContain("Conseil des compétences en culture");
        (await visitor.GoAsync("/fr/c/rivage/")).Html.ShouldContain("Conseil des compétences du Rivage");
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var response = await app.Visitor().Client.GetAsync("/fr/", TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Theory]
    [InlineData("TRACE", "/fr/consultation/ia-2026")]
    [InlineData("PUT", "/fr/")]
    [InlineData("DELETE", "/en/next-steps")]
    public async Task Refuses_a_method_that_no_page_answers(string method, string address)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await app.Visitor().Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"]);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<h1>");
    }

    [Theory]
    [InlineData("/fr/")]
    [InlineData("/fr/portrait")]
    [InlineData("/fr/portrait.csv")]
    [InlineData("/en/portrait.json")]
    public async Task Answers_HEAD_like_GET(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var response = await app.Visitor().Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_error_address_that_is_no_error_is_a_missing_page()
    {
        var page = await app.Visitor().GoAsync("/fr/errors/999999");
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.ShouldBe("Cette page n’existe pas");
    }
}
