using System.Net;
using Diapason.Accounts.SecondStep;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>A form sent by somebody whose role asks for a telephone they no longer have waits while they tie one.</summary>
public sealed class EnrolFirstTests(SecondStepTests.Asking app) : IClassFixture<SecondStepTests.Asking>
{
    private const string Settings = "/fr/council/settings";
    private const string Save = "Enregistrer les réglages";
    private const string Field = "Téléphone (facultatif)";
    private const string Tie = "Associer un téléphone";

    [Fact]
    public async Task A_form_that_was_open_is_found_again_once_the_telephone_is_tied()
    {
        var (visitor, form) = await FilledAsync("581 555-0131");
        var first = await visitor.SubmitAsync(form, Save);
        first.Status.ShouldBe(HttpStatusCode.Forbidden);
        first.Main.ShouldContain("Ce que vous avez écrit est gardé");
        await FinishAsync(visitor, await visitor.SubmitAsync(first.Form(Tie), Tie), "581 555-0131");
    }

    [Fact]
    public async Task So_is_one_whose_session_had_ended_too()
    {
        var (visitor, form) = await FilledAsync("581 555-0132");
        app.Clock.Advance(TimeSpan.FromHours(10));
        var asked = await visitor.SubmitAsync(form, Save);
        var first = await visitor.SubmitAsync(asked.Form("Se connecter").Fill("Adresse courriel", AccountsVisits.Administrator).Fill("Mot de passe", DiapasonApp.Password), "Se connecter");
        await FinishAsync(visitor, await visitor.SubmitAsync(first.Form(Tie), Tie), "581 555-0132");
    }

    [Fact]
    public async Task It_goes_through_the_question_of_who_is_there()
    {
        var (visitor, form) = await FilledAsync("581 555-0133");
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        var first = await visitor.SubmitAsync(form, Save);
        var again = await visitor.SubmitAsync(first.Form(Tie), Tie);
        again.Heading.ShouldBe("Est-ce bien vous?");
        await FinishAsync(visitor, await visitor.SubmitAsync(again.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer"), "581 555-0133");
    }

    [Fact]
    public async Task The_form_of_another_site_is_refused()
    {
        var (visitor, _) = await FilledAsync("581 555-0134");
        visitor.Client.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        using var request = new HttpRequestMessage(HttpMethod.Post, Settings) { Content = new FormUrlEncodedContent([new("name.fr", "Autre")]), Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var response = await visitor.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Ce que vous avez écrit est gardé");
    }

    private async Task FinishAsync(Visitor visitor, Page telephone, string phone)
    {
        telephone.Heading.ShouldBe("Votre téléphone, pour vous connecter");
        var wrong = await visitor.SubmitAsync(telephone.Form("Associer ce téléphone").Fill("Code à six chiffres", "000000"));
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var tied = await SecondStepTests.ShowDigitsAsync(app, visitor, wrong);
        SecondStepTests.Codes(tied).Count.ShouldBe(10);
        tied.Main.ShouldContain("Ce que vous aviez écrit");
        var saved = await visitor.SubmitAsync(tied.Form("Envoyer"), "Envoyer");
        saved.Main.ShouldContain("Les réglages sont enregistrés.");
        saved.Form(Save).Value(Field).ShouldBe(phone);
    }

    /// <summary>Settings filled on a page that was open when the telephone was forgotten.</summary>
    private async Task<(Visitor Visitor, Form Form)> FilledAsync(string phone)
    {
        await ForgetTelephoneAsync();
        var visitor = app.Visitor();
        await SecondStepTests.TieAsync(app, visitor, await visitor.SignInAsync(AccountsVisits.Administrator));
        var form = (await visitor.GoAsync(Settings)).Form(Save).Fill(Field, phone);
        await ForgetTelephoneAsync();
        return (visitor, form);
    }

    private Task<bool> ForgetTelephoneAsync() => app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<DiapasonDb>();
        var account = await db.Database.SqlQuery<Guid>($"SELECT id AS \"Value\" FROM accounts_user WHERE email = {AccountsVisits.Administrator}").SingleAsync(TestContext.Current.CancellationToken);
        await EnrolSecondFactor.ForgetAsync(db, account, TestContext.Current.CancellationToken);
        return true;
    });
}
