using System.Net;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>A session ended is ended for whoever kept its cookie: each test keeps one aside, as a thief would, and plays it again.</summary>
public sealed class SessionTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Phone = "Mozilla/5.0 (Android 15; Mobile; rv:144.0) Gecko/144.0 Firefox/144.0";
    private const string Laptop = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0";

    [Fact]
    public async Task A_cookie_kept_from_before_signing_out_opens_nothing()
    {
        var (visitor, stolen) = await OpenAsync(AccountsVisits.Analyst);
        (await PlayAsync(stolen)).ShouldBe(HttpStatusCode.OK);
        var account = await visitor.GoAsync("/fr/account");
        await visitor.SubmitAsync(account.Form("Me déconnecter"), "Me déconnecter");
        (await PlayAsync(stolen)).ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_copy_of_the_cookie_dies_with_the_password_and_its_owner_goes_on()
    {
        var (visitor, stolen) = await OpenAsync("rfc@culture.example");
        var form = (await visitor.GoAsync("/fr/account/password")).Form().Fill("Mot de passe actuel", DiapasonApp.Password).Fill("Nouveau mot de passe", "quatre mots sans rapport");
        await visitor.SubmitAsync(form);
        (await PlayAsync(stolen)).ShouldBe(HttpStatusCode.Redirect);
        (await visitor.GoAsync("/fr/account")).Heading.ShouldBe("Mon compte");
    }

    [Theory]
    [InlineData("facilitator@culture.example", "Enregistrer le rôle")]
    [InlineData("person@culture.example", "Retirer le rôle")]
    public async Task A_role_changed_or_withdrawn_ends_the_sessions_of_its_holder(string email, string button)
    {
        var (_, stolen) = await OpenAsync(email);
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var members = await administrator.GoAsync("/fr/council/members");
        var row = members.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(email, StringComparison.Ordinal));
        var member = await administrator.GoAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        var pressed = member.Document.QuerySelectorAll("main button").Select(b => Page.Words(b.TextContent)).First(text => text.StartsWith(button, StringComparison.Ordinal));
        var form = member.Form(pressed);
        await administrator.SubmitAsync(button == "Enregistrer le rôle" ? form.Forge("Role", "analyst") : form, pressed);
        (await PlayAsync(stolen)).ShouldBe(HttpStatusCode.Redirect);
        (await administrator.GoAsync("/fr/council/members")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Its_owner_sees_each_browser_without_version_or_address_and_ends_one_then_all_the_others()
    {
        const string Email = "organisation-lead@culture.example";
        var (here, _) = await OpenAsync(Email, Phone);
        var (_, laptop) = await OpenAsync(Email, Laptop);
        var (_, unknown) = await OpenAsync(Email, "curl/8.5.0");
        var page = await here.FollowAsync(await here.GoAsync("/fr/account"), "Mes connexions");
        var rows = page.Document.QuerySelectorAll("main tbody tr").Select(row => Page.Words(row.TextContent)).ToList();
        rows.Count.ShouldBe(3);
        rows[0].ShouldStartWith("Firefox sur Android C’est cette connexion-ci. Ouverte le ");
        rows.ShouldContain(row => row.StartsWith("Edge sur Windows Fermer", StringComparison.Ordinal));
        rows.ShouldContain(row => row.StartsWith("Navigateur inconnu Fermer", StringComparison.Ordinal));
        page.Main.ShouldNotContain("142");

        var ended = await here.SubmitAsync(page.Form("Fermer : Edge sur Windows"), "Fermer : Edge sur Windows");
        ended.Main.ShouldContain("La connexion est fermée.");
        (await PlayAsync(laptop)).ShouldBe(HttpStatusCode.Redirect);
        (await PlayAsync(unknown)).ShouldBe(HttpStatusCode.OK);
        var alone = await here.SubmitAsync(ended.Form("Fermer toutes les autres connexions"), "Fermer toutes les autres connexions");
        alone.Main.ShouldContain("Votre compte n’est ouvert nulle part ailleurs.");
        (await PlayAsync(unknown)).ShouldBe(HttpStatusCode.Redirect);
        (await here.GoAsync("/en/account/sessions")).Heading.ShouldBe("My sessions");
    }

    [Fact]
    public async Task Its_owner_reads_the_day_and_the_hour_of_opening_and_of_last_use()
    {
        const string Email = AccountsVisits.Administrator;
        // 9:47 in the morning of a winter day in Montréal: rows tell the hour, no finer.
        app.Clock.Advance(new DateTimeOffset(2027, 1, 15, 14, 47, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        var (here, _) = await OpenAsync(Email, Phone);
        app.Clock.Advance(TimeSpan.FromHours(5));
        await here.GoAsync("/fr/account");
        var row = Page.Words((await here.GoAsync("/fr/account/sessions")).Document.QuerySelector("main tbody tr")!.TextContent);
        row.ShouldBe("Firefox sur Android C’est cette connexion-ci. Ouverte le 15 janvier 2027, entre 9 h et 10 h Utilisée pour la dernière fois le 15 janvier 2027, entre 14 h et 15 h");
        Page.Words((await here.GoAsync("/en/account/sessions")).Document.QuerySelector("main tbody tr")!.TextContent)
            .ShouldBe("Firefox on Android This is the session you are using. Opened January 15, 2027, between 9 a.m. and 10 a.m. Last used January 15, 2027, between 2 p.m. and 3 p.m.");
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_somebody_else()
    {
        var (_, theirs) = await OpenAsync(AccountsVisits.OtherAdministrator, Laptop);
        var (mine, _) = await OpenAsync(AccountsVisits.Analyst, Phone);
        await OpenAsync(AccountsVisits.Analyst, Laptop);
        var account = await AccountOfAsync(AccountsVisits.OtherAdministrator);
        var id = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().Database
            .SqlQuery<Guid>($"SELECT id AS \"Value\" FROM accounts_session WHERE user_id = {account}").OrderBy(id => id).FirstAsync(TestContext.Current.CancellationToken));
        var form = (await mine.GoAsync("/fr/account/sessions")).Form("Fermer toutes les autres connexions");
        using var content = new FormUrlEncodedContent(form.Submission(null).Fields);
        using var refused = await mine.Client.PostAsync($"/fr/account/sessions?handler=End&id={id}", content, TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PlayAsync(theirs)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_is_kept_of_a_session_is_coarse_and_goes_once_its_cookie_has_expired()
    {
        const string Email = "person@culture.example";
        app.Clock.Advance(TimeSpan.FromMinutes(17));
        await OpenAsync(Email, Phone);
        var account = await AccountOfAsync(Email);
        var (opened, device) = await app.InScopeAsync(async services => (
            await services.GetRequiredService<DiapasonDb>().Database.SqlQuery<DateTime>($"SELECT opened_at AS \"Value\" FROM accounts_session WHERE user_id = {account}").OrderDescending().FirstAsync(TestContext.Current.CancellationToken),
            await services.GetRequiredService<DiapasonDb>().Database.SqlQuery<string>($"SELECT device AS \"Value\" FROM accounts_session WHERE user_id = {account}").OrderBy(d => d).LastAsync(TestContext.Current.CancellationToken)));
        (opened.Minute, opened.Second, device).ShouldBe((0, 0, "Firefox, Android"));
        app.Clock.Advance(TimeSpan.FromHours(10));
        await app.RunJobsAsync("accounts.erase-old-sessions");
        (await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().Database
            .SqlQuery<int>($"SELECT count(*) AS \"Value\" FROM accounts_session WHERE user_id = {account}").SingleAsync(TestContext.Current.CancellationToken))).ShouldBe(0);
    }

    [Fact]
    public async Task A_session_in_use_stays_open_through_the_day_and_a_week_at_most()
    {
        var (visitor, _) = await OpenAsync(AccountsVisits.Analyst);
        for (var hours = 0; hours < 7 * 24; hours += 6)
        {
            (await visitor.PeekAsync("/fr/account")).Status.ShouldBe(HttpStatusCode.OK, $"after {hours} hours");
            app.Clock.Advance(TimeSpan.FromHours(6));
        }

        (await visitor.PeekAsync("/fr/account")).Status.ShouldBe(HttpStatusCode.Redirect);
    }

    private Task<Guid> AccountOfAsync(string email) => app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().Database
        .SqlQuery<Guid>($"SELECT id AS \"Value\" FROM accounts_user WHERE email = {email}").SingleAsync(TestContext.Current.CancellationToken));

    /// <summary>Signs in and keeps the cookie aside.</summary>
    private async Task<(Visitor Visitor, string Cookie)> OpenAsync(string email, string browser = Laptop)
    {
        var visitor = app.Visitor();
        visitor.Client.DefaultRequestHeaders.UserAgent.ParseAdd(browser);
        var (address, fields) = (await visitor.GoAsync("/fr/account/sign-in")).Form().Fill("Adresse courriel", email).Fill("Mot de passe", DiapasonApp.Password).Submission("Se connecter");
        using var content = new FormUrlEncodedContent(fields);
        using var response = await visitor.Client.PostAsync(address, content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return (visitor, response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("diapason.account=", StringComparison.Ordinal)).Split(';')[0]);
    }

    /// <summary>What the account page answers to a cookie and nothing else.</summary>
    private async Task<HttpStatusCode> PlayAsync(string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/fr/account") { Headers = { { "Cookie", cookie } } };
        using var response = await app.Visitor().Client.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
