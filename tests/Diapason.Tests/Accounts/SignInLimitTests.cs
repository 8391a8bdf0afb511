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

    public sealed class ThreeAMinute : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:RateLimits:SignIn", "3")];
    }
}
