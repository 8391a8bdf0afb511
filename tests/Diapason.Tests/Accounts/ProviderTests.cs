using System.Net;
using Diapason.Accounts.Data;
using Diapason.Accounts.Provider;
using Diapason.Platform.Data;
using Diapason.Platform.Web;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>Signing in by a provider of OpenID Connect: who has an account and a verified address there comes in, and nobody else; what goes wrong is said in a sentence.</summary>
public sealed class ProviderTests(ProviderTests.WithProvider app) : IClassFixture<ProviderTests.WithProvider>
{
    private const string Act = "Continuer avec Fédération";

    [Fact]
    public async Task Whoever_has_an_account_comes_in_and_lands_where_they_were_going()
    {
        var visitor = await StartAsync();
        var page = await ThroughAsync(visitor, "/fr/account/sign-in?returnUrl=%2Ffr%2Fmanage%2Fconsultations");
        page.Heading.ShouldBe("Campagnes");
        (await ThroughAsync(await StartAsync(), "/en/account/sign-in", "Continue with Fédération")).Address.ShouldBe("/en/backstage");
        (await ThroughAsync(await StartAsync(AccountsVisits.OtherAdministrator), "/fr/c/rivage/account/sign-in")).Address.ShouldBe("/fr/c/rivage/backstage");
        var accounts = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().Set<Account>().CountAsync());
        (await ThroughAsync(await StartAsync("nobody@culture.example"), "/fr/account/sign-in")).Main.ShouldContain("Aucun compte d’ici n’a l’adresse donnée par Fédération");
        (await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().Set<Account>().CountAsync())).ShouldBe(accounts, "it opens none");
    }

    [Fact]
    public async Task An_address_that_the_provider_has_not_verified_opens_nothing()
    {
        foreach (var verified in new object?[] { false, null, "no", 1 })
        {
            var visitor = await StartAsync();
            app.Provider.Says["email_verified"] = verified;
            var page = await ThroughAsync(visitor, "/fr/account/sign-in");
            page.Status.ShouldBe(HttpStatusCode.OK);
            page.Main.ShouldContain("ne nous a pas donné d’adresse courriel vérifiée");
            (await visitor.GoAsync("/fr/backstage")).Address.ShouldContain("sign-in");
        }

        var without = await StartAsync();
        app.Provider.Says["email"] = null;
        (await ThroughAsync(without, "/fr/account/sign-in")).Main.ShouldContain("ne nous a pas donné");
    }

    [Fact]
    public async Task A_token_that_is_not_for_us_now_from_them_is_refused_in_a_sentence()
    {
        (string What, Action<OidcProvider> Fault)[] faults =
        [
            ("another nonce", p => p.Says["nonce"] = "638000000000000000.AAAA"), ("no nonce", p => p.Says["nonce"] = null), ("for another client", p => p.Says["aud"] = "another"), ("from another issuer", p => p.Says["iss"] = "https://elsewhere.example"),
            ("ended", p => p.Says["exp"] = 1_700_000_000), ("signed by a stranger", p => p.SignsWithAnotherKey = true), ("signed by nobody", p => p.IsUnsigned = true),
        ];
        foreach (var (what, fault) in faults)
        {
            var visitor = await StartAsync();
            fault(app.Provider);
            var page = await ThroughAsync(visitor, "/fr/account/sign-in");
            page.Status.ShouldBe(HttpStatusCode.OK, what);
            page.Main.ShouldContain("La connexion avec Fédération n’a pas abouti", customMessage: what);
            (await visitor.GoAsync("/fr/backstage")).Address.ShouldContain("sign-in", customMessage: what);
        }
    }

    [Fact]
    public async Task A_return_that_nobody_asked_for_is_refused_in_a_sentence()
    {
        var victim = await StartAsync();
        var back = await GoThereAsync(victim, "/fr/account/sign-in");
        (await app.Visitor().GoAsync(Local(back))).Main.ShouldContain("n’a pas abouti", customMessage: "another browser has not the cookie of this state");
        (await victim.GoAsync(Local(back))).Address.ShouldBe("/fr/backstage");
        (await app.Visitor().GoAsync(Local(back))).Main.ShouldContain("n’a pas abouti", customMessage: "nor twice");
        foreach (var garbage in new[] { "?code=x&state=y", "?state=", "", "?error=server_error", "?code=" + new string('a', 3000) }) (await app.Visitor().GoAsync("/account/provider/done" + garbage)).Main.ShouldContain("n’a pas abouti", customMessage: garbage);
        var other = await StartAsync();
        var sent = await GoThereAsync(other, "/en/account/sign-in", "Continue with Fédération");
        var state = sent[(sent.IndexOf("state=", StringComparison.Ordinal) + 6)..];
        (await other.GoAsync($"/account/provider/done?error=access_denied&state={state}")).Main.ShouldContain("You did not go on with Fédération");
    }

    [Fact]
    public async Task A_provider_that_is_away_is_said_so()
    {
        var visitor = await StartAsync();
        await using var other = new WithProvider();
        other.Provider.IsDown = true;
        await other.InitializeAsync();
        var page = await other.Visitor().GoAsync("/fr/account/sign-in");
        page = await other.Visitor().GoAsync(page.Link(Act));
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Main.ShouldContain("Fédération ne répond pas en ce moment");
        var back = await GoThereAsync(visitor, "/fr/account/sign-in");
        app.Provider.IsDown = true;
        (await visitor.GoAsync(Local(back))).Main.ShouldContain("n’a pas abouti");
    }

    [Fact]
    public async Task The_second_step_is_asked_unless_several_factors_were()
    {
        const string Person = "facilitator@culture.example";
        var owner = await app.SignedInAsync(Person);
        await SecondStepTests.TieAsync(app, owner, await owner.GoAsync("/fr/account/telephone"));
        var visitor = await StartAsync(Person);
        var page = await ThroughAsync(visitor, "/fr/account/sign-in");
        page.Address.ShouldStartWith("/fr/account/second-step");
        (await visitor.GoAsync("/fr/backstage")).Address.ShouldContain("sign-in");

        visitor = await StartAsync(Person);
        app.Provider.Says["amr"] = new[] { "pwd", "otp" };
        (await ThroughAsync(visitor, "/fr/account/sign-in")).Address.ShouldStartWith("/fr/account/second-step", customMessage: "words that the operator has not named");

        visitor = await StartAsync(Person);
        app.Provider.Says["amr"] = new[] { "pwd", "mfa" };
        (await ThroughAsync(visitor, "/fr/account/sign-in")).Address.ShouldBe("/fr/backstage");
        visitor = await StartAsync(Person);
        app.Provider.Says["acr"] = "urn:example:gold";
        (await ThroughAsync(visitor, "/fr/account/sign-in")).Address.ShouldBe("/fr/backstage");
    }

    [Fact]
    public async Task A_role_that_needs_a_second_step_has_it_by_several_factors_and_must_tie_one_otherwise()
    {
        var visitor = await StartAsync("rfc@culture.example");
        app.Provider.Says["auth_time"] = app.Clock.GetUtcNow().ToUnixTimeSeconds();
        (await ThroughAsync(visitor, "/fr/account/sign-in")).Address.ShouldStartWith("/fr/account/telephone");
        (await visitor.GoAsync("/fr/backstage")).Address.ShouldNotBe("/fr/backstage");
        visitor = await StartAsync("rfc@culture.example");
        app.Provider.Says["amr"] = new[] { "mfa" };
        (await ThroughAsync(visitor, "/fr/account/sign-in")).Address.ShouldBe("/fr/backstage");
        (await visitor.GoAsync("/fr/manage/consultations")).Status.ShouldBe(HttpStatusCode.OK, "at each request of the session");
    }

    [Fact]
    public async Task A_provider_that_remembers_people_does_not_stand_for_showing_who_is_there()
    {
        var here = $"/fr/manage/consultations/{(await Consultations.Answering.CampaignAsync(app)).Id}/answers.csv";
        var visitor = await StartAsync();
        app.Provider.Says["auth_time"] = app.Clock.GetUtcNow().AddHours(-3).ToUnixTimeSeconds();
        await ThroughAsync(visitor, "/fr/account/sign-in");
        (await visitor.PeekAsync(here)).Location.ShouldNotBeNull().ShouldContain("/account/confirm");
        visitor = await StartAsync();
        app.Provider.Says["auth_time"] = app.Clock.GetUtcNow().AddMinutes(-1).ToUnixTimeSeconds();
        await ThroughAsync(visitor, "/fr/account/sign-in");
        (await visitor.PeekAsync(here)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_address_said_beside_the_token_counts_as_well()
    {
        await using var other = new WithProvider();
        other.Provider.UserInfo = new() { ["sub"] = "248289761001", ["email"] = AccountsVisits.Administrator, ["email_verified"] = true };
        await other.InitializeAsync();
        other.Clock.Advance(TimeProvider.System.GetUtcNow() - other.Clock.GetUtcNow());
        var visitor = other.Visitor();
        var there = await visitor.PeekAsync((await visitor.GoAsync("/fr/account/sign-in")).Link(Act));
        (await visitor.GoAsync(Local(other.Provider.Authorize(there.Location!)))).Address.ShouldBe("/fr/backstage");
    }

    [Fact]
    public async Task Its_cookies_are_told_and_nothing_of_it_stays()
    {
        (await app.Visitor().GoAsync("/fr/privacy")).Document.QuerySelectorAll("[aria-labelledby=cookies] li").Select(line => Page.Words(line.TextContent))
            .ShouldContain(line => line.StartsWith("diapason.provider-…", StringComparison.Ordinal) && line.EndsWith("Durée : 10 minutes.", StringComparison.Ordinal));
        var visitor = await StartAsync();
        app.Provider.Says["name"] = "Zéphyrine";
        await ThroughAsync(visitor, "/fr/account/sign-in");
        (await visitor.GoAsync("/fr/account")).Html.ShouldNotContain("Zéphyrine");
        app.Provider.Granted.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Half_a_provider_stops_the_start_with_a_sentence()
    {
        (await RefusalAsync()).ShouldBeNull();
        (await RefusalAsync(("Diapason:Oidc:ClientId", "x"))).ShouldNotBeNull().ShouldContain("Diapason__Oidc__Authority");
        (await RefusalAsync(("Diapason:Oidc:Authority", "http://login.example.org"), ("Diapason:Oidc:ClientId", "x"))).ShouldNotBeNull().ShouldContain("https");
        (await RefusalAsync(("Diapason:Oidc:Authority", "https://login.example.org"))).ShouldNotBeNull().ShouldContain("ClientId is missing");
        (await RefusalAsync(("Diapason:Oidc:Authority", "https://login.example.org"), ("Diapason:Oidc:ClientId", "x"))).ShouldNotBeNull().ShouldContain("Diapason__PublicAddress");
        (await RefusalAsync(("Diapason:Oidc:Authority", "https://login.example.org"), ("Diapason:Oidc:ClientId", "x"), ("Diapason:PublicAddress", "https://here.example"))).ShouldBeNull();
    }

    private static Task<string?> RefusalAsync(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build();
        var environment = new HostingEnvironment { EnvironmentName = Environments.Production };
        return new ProviderSettings.Check(configuration, environment, new PublicAddress(configuration, environment)).RefusalAsync(default);
    }

    /// <summary>Somebody whom the provider knows; cookies and tokens live by the true time.</summary>
    private Task<Visitor> StartAsync(string email = AccountsVisits.Administrator)
    {
        app.Clock.Advance(TimeProvider.System.GetUtcNow() - app.Clock.GetUtcNow());
        app.Provider.Reset();
        (app.Provider.Says["email"], app.Provider.Says["email_verified"]) = (email, true);
        return Task.FromResult(app.Visitor());
    }

    private async Task<string> GoThereAsync(Visitor visitor, string signIn, string act = Act)
    {
        var there = await visitor.PeekAsync((await visitor.GoAsync(signIn)).Link(act));
        there.Location.ShouldNotBeNull().ShouldStartWith(app.Provider.Authority + "/authorize?");
        return app.Provider.Authorize(there.Location!);
    }

    private async Task<Page> ThroughAsync(Visitor visitor, string signIn, string act = Act) => await visitor.GoAsync(Local(await GoThereAsync(visitor, signIn, act)));

    private static string Local(string address) => new Uri(address).PathAndQuery;

    public sealed class WithProvider : DiapasonApp
    {
        internal OidcProvider Provider { get; } = new();

        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [
            new("Diapason:Oidc:Authority", Provider.Authority), new("Diapason:Oidc:ClientId", OidcProvider.Client), new("Diapason:Oidc:ClientSecret", OidcProvider.Secret),
            new("Diapason:Oidc:Name", "Fédération"), new("Diapason:Oidc:MultiFactor", "mfa, urn:example:gold"), new("Diapason:SecondFactorRoles", "rfc"),
        ];
    }
}
