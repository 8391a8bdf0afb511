using System.Net;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>What people meet when the database fails: each test takes one table away and gives it back.</summary>
public sealed class DatabaseAwayTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_page_that_could_not_be_saved_is_given_back_with_all_that_was_typed()
    {
        var visitor = app.Visitor();
        var words = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        var form = words.Form("Continuer").Fill("Que craignez-vous?", "Perdre mon métier, et le goût de le faire.");
        var kept = await WithoutAsync("consultations_response", () => visitor.SubmitAndStayAsync(form, "Continuer"));
        kept.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        kept.Heading.ShouldBe("Votre page n’est pas encore enregistrée");
        kept.Main.ShouldContain("Perdre mon métier, et le goût de le faire.");
        (await app.StoredAsync(words.Code())).Has("open.fear").ShouldBeFalse();

        var next = await visitor.SubmitAsync(kept.Form("Envoyer de nouveau"));
        next.Status.ShouldBe(HttpStatusCode.OK);
        next.Address.ShouldEndWith("/p/last");
        (await app.StoredAsync(words.Code()))["open.fear"].Text.ShouldBe("Perdre mon métier, et le goût de le faire.");
    }

    [Fact]
    public async Task A_password_is_not_carried_by_the_page_that_gives_a_form_back()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/en/account/sign-in");
        var form = page.Form().Fill("Email address", AccountsVisits.Analyst).Fill("Password", DiapasonApp.Password);
        var kept = await WithoutAsync("accounts_user", () => visitor.SubmitAndStayAsync(form, "Sign in"));
        kept.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        kept.Heading.ShouldBe("Your page is not saved yet");
        kept.Html.ShouldContain(AccountsVisits.Analyst);
        kept.Html.ShouldNotContain(DiapasonApp.Password);
    }

    [Fact]
    public async Task Somebody_signed_in_reads_public_pages_is_told_of_the_others_and_stays_signed_in()
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Analyst);
        var (page, home) = await WithoutAsync("accounts_membership", async () => (await visitor.PeekAsync("/fr/coverage"), await visitor.PeekAsync("/fr/")));
        page.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        page.Heading.ShouldBe("Quelque chose s’est brisé de notre côté");
        home.Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.PeekAsync("/fr/coverage")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Home_goes_on_with_what_it_knew()
    {
        await app.Visitor().GoAsync("/fr/");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var home = await WithoutAsync("consultations_campaign", () => app.Visitor().PeekAsync("/fr/"));
        home.Status.ShouldBe(HttpStatusCode.OK);
        home.Main.ShouldContain("L’IA dans mon travail culturel");
    }

    private async Task<T> WithoutAsync<T>(string table, Func<Task<T>> visit)
    {
        await RunAsync($"ALTER TABLE {table} RENAME TO {table}_away");
        try
        {
            return await visit();
        }
        finally
        {
            await RunAsync($"ALTER TABLE {table}_away RENAME TO {table}");
        }
    }

    private async Task RunAsync(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync();
    }
}
