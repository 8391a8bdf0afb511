using System.Net;
using Diapason.Accounts.Members;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Kits;
using Diapason.TestKit;
using Diapason.Tests.Consultations;
using Diapason.Tests.Needs;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Outside Development: what cookies are called, and what plain HTTP is answered.</summary>
public sealed class SecureCookiesTests(SecureCookiesTests.Production app) : IClassFixture<SecureCookiesTests.Production>
{
    [Fact]
    public async Task Every_cookie_is_of_this_host_alone_and_is_found_again()
    {
        await app.LoadAsync();
        var visitor = app.Visitor();
        var seen = new List<string>();
        app.Hear(seen.Add);
        (await visitor.BeginAndAnswerAsync()).Main.ShouldContain("Continuer");
        (await visitor.GoAsync("/fr/notebook")).Main.ShouldContain("REPRISE-");
        await visitor.SubmitAsync((await visitor.GoAsync("/fr/consultation/resume")).Form("Reprendre").Fill("Code de reprise", "not a code"), "Reprendre");
        await visitor.GoAsync("/fr/next-steps");
        var link = await app.LinkAsync("operator@elsewhere.example");
        (await visitor.SubmitAsync((await visitor.GoAsync(link)).Form(), "Me connecter")).Address.ShouldBe("/fr/account/telephone");
        seen.Select(cookie => cookie.Split('=')[0]).Distinct().Count().ShouldBeGreaterThan(3);
        foreach (var cookie in seen)
        {
            cookie.ShouldStartWith("__Host-diapason.");
            cookie.ShouldContain("; path=/;", Case.Insensitive);
            cookie.ShouldContain("secure", Case.Insensitive);
            cookie.ShouldContain("httponly", Case.Insensitive);
            cookie.ShouldNotContain("domain=", Case.Insensitive);
        }

        (await visitor.GoAsync("/fr/privacy")).Document.QuerySelectorAll("[aria-labelledby=cookies] code").Select(name => name.TextContent).ShouldAllBe(name => name.StartsWith("__Host-diapason.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cookie_that_a_neighbour_wrote_is_not_read()
    {
        await app.LoadAsync();
        var cookies = new List<string>();
        app.Hear(cookies.Add);
        await app.Visitor().BeginAsync();
        var mine = cookies.Select(cookie => cookie.Split(';')[0]).First(cookie => cookie.StartsWith("__Host-diapason.answers.", StringComparison.Ordinal));
        (await NotebookAsync(mine)).ShouldContain("REPRISE-");
        (await NotebookAsync(mine["__Host-".Length..])).ShouldNotContain("REPRISE-");
        (await NotebookAsync(mine.Replace("__Host-", "__host-", StringComparison.Ordinal))).ShouldNotContain("REPRISE-");
    }

    [Theory]
    [InlineData("fr", "Ce site ne se lit qu’en connexion chiffrée")]
    [InlineData("en", "This site is read over an encrypted connection only")]
    public async Task Over_plain_http_every_page_says_so_and_none_fails(string language, string sentence)
    {
        await app.LoadAsync();
        var visitor = app.Visitor();
        foreach (var template in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null).Select(e => e.RoutePattern.RawText!).Distinct())
        {
            if (template.Contains('{', StringComparison.Ordinal)) continue;
            foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post })
            {
                using var request = new HttpRequestMessage(method, $"http://consultation.example.org/{language}/{template.TrimStart('/')}");
                using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
                response.StatusCode.ShouldBe(HttpStatusCode.UpgradeRequired, $"{method} {template}");
                (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(sentence);
            }
        }

        using var health = await visitor.Client.GetAsync("http://127.0.0.1/health/live", TestContext.Current.CancellationToken);
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Browsers_are_told_to_come_back_by_https_to_this_host_and_those_under_it()
    {
        await app.LoadAsync();
        using var response = await app.Visitor().Client.GetAsync("https://consultation.example.org/fr/", TestContext.Current.CancellationToken);
        response.Headers.GetValues("Strict-Transport-Security").ShouldHaveSingleItem().ShouldBe("max-age=31536000; includeSubDomains");
        response.Headers.GetValues("Referrer-Policy").ShouldHaveSingleItem().ShouldBe("same-origin");
    }

    private async Task<string> NotebookAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/notebook") { Headers = { { "Cookie", cookie } } };
        using var response = await app.Visitor().Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public sealed class Production : DiapasonApp
    {
        private bool _isLoaded;

        protected override string Environment => "Production";

        protected override Uri Address => new("https://localhost");

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:HstsSubdomains", "true"), new("Diapason:PublicAddress", "https://localhost")];

        protected override Task<TestDatabase> NewDatabaseAsync() => TestDatabase.WithTablesAsync();

        public async Task LoadAsync()
        {
            if (_isLoaded) return;
            _isLoaded = (await InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(DemonstrationKit.Folder, default))) is KitOutcome.Loaded;
            _isLoaded.ShouldBeTrue();
        }

        /// <summary>Every cookie written from now on.</summary>
        public void Hear(Action<string> cookie) => Heard = cookie;

        /// <summary>An administrator's link, as the command line prints it.</summary>
        public Task<string> LinkAsync(string email) => InScopeAsync(async services =>
        {
            services.GetRequiredService<CurrentCouncil>().Set(await services.GetRequiredService<CouncilDirectory>().DefaultAsync(default));
            await services.GetRequiredService<InviteMember>().RunAsync(new Invitation(email, Roles.Administrator, Organisation: null, LinkAddress: null), default);
            var account = await services.GetRequiredService<OpenAccount>().ForAsync(email, default);
            return (await services.GetRequiredService<NewSignInLink>().MakeAsync(account.Id, "/fr/account/link", NewSignInLink.Invited, default))!;
        });
    }
}
