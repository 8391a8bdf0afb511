using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

public sealed class SignInLimitTests(SignInLimitTests.ThreeAMinute app) : IClassFixture<SignInLimitTests.ThreeAMinute>
{
    [Fact]
    public async Task Says_in_the_readers_language_that_there_were_too_many_attempts()
    {
        var visitor = app.Visitor();
        Page last = null!;
        for (var i = 0; i < 4; i++)
        {
            var page = await visitor.GoAsync("/en/account/sign-in");
            last = await visitor.SubmitAsync(page.Form("Sign in").Fill("Email address", "someone@elsewhere.example").Fill("Password", "wrong"), "Sign in");
            if (i < 3) last.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }

        last.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        last.Document.DocumentElement.GetAttribute("lang").ShouldBe("en-CA");
        last.Heading.ShouldNotBeEmpty();
        // Reading is never limited.
        (await visitor.GoAsync("/en/account/sign-in")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff:ffff:ffff:ffff", "2001:db8:0:2::1")]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", "192.0.2.2")]
    public async Task Counts_a_whole_IPv6_network_as_one_visitor_and_an_IPv4_address_alone(string first, string same, string neighbour)
    {
        (await TryAsync(first)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(same)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(first)).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await TryAsync(same)).ShouldBe(HttpStatusCode.TooManyRequests, "whoever has the one has the other");
        (await TryAsync(neighbour)).ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private async Task<HttpStatusCode> TryAsync(string address)
    {
        var visitor = app.Visitor();
        visitor.Client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        var page = await visitor.GoAsync("/en/account/sign-in");
        return (await visitor.SubmitAsync(page.Form("Sign in").Fill("Email address", "someone@elsewhere.example").Fill("Password", "wrong"), "Sign in")).Status;
    }

    public sealed class ThreeAMinute : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:RateLimits:SignIn", "3")];
    }
}
