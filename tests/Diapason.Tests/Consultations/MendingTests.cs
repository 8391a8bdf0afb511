using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>A page that was refused is asked again with GET: Back and Forward never meet a form to send again, and tell the truth.</summary>
public sealed class MendingTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Hours = "Combien d’heures pourriez-vous y consacrer dans les trois prochains mois?";

    [Theory]
    [InlineData("Continuer")]
    [InlineData("Passer")]
    public async Task A_refused_page_of_questions_is_another_address_which_forgets_its_errors_once_mended(string button)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        var answer = await visitor.SubmitAndStayAsync(page.Form("Continuer").Fill(Hours, "abc"), button);
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        var refused = await visitor.GoAsync(answer.Location!);
        refused.Title.ShouldStartWith("Erreur");
        refused.Errors.ShouldBe([$"« {Hours} » : écrivez un nombre en chiffres, par exemple 12 ou 12,5"]);
        refused.Main.ShouldContain("Écrivez un nombre en chiffres, par exemple 12 ou 12,5", customMessage: "beside the field, without its title");
        refused.Form("Continuer").Value(Hours).ShouldBe("abc");
        (await visitor.ContinueAsync(refused.Form("Continuer").Fill(Hours, "6"))).Address.ShouldEndWith("/p/words");

        var back = await visitor.GoAsync(answer.Location!);
        back.Status.ShouldBe(HttpStatusCode.OK);
        back.Errors.ShouldBeEmpty();
        back.Title.ShouldNotStartWith("Erreur");
        back.Form("Continuer").Value(Hours).ShouldBe("6");
    }

    [Fact]
    public async Task A_page_changed_from_the_check_page_still_comes_back_there_after_an_error()
    {
        var visitor = app.Visitor();
        await visitor.PassUntilAsync(await visitor.BeginAsync());
        var change = await visitor.GoAsync(Answering.Start + "/p/formats?then=check&field=hours");
        var refused = await visitor.ContinueAsync(change.Form("Continuer").Fill(Hours, "201"));
        refused.Errors.ShouldHaveSingleItem().ShouldEndWith("écrivez un nombre de 0 à 200");
        (await visitor.ContinueAsync(refused.Form("Continuer").Fill(Hours, "20"))).Address.ShouldContain("/check?field=hours");
    }

    [Theory]
    [InlineData("/fr", "Combien", "Continuer", "gardez le nombre ou « Je ne sais pas », pas les deux")]
    [InlineData("/en", "How many", "Continue", "keep the number or “I don’t know”, not both")]
    public async Task A_number_and_its_absence_are_told_apart_in_words(string language, string asked, string button, string message)
    {
        var visitor = app.Visitor();
        await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        var page = await visitor.GoAsync(language + "/consultation/ia-2026/p/formats");
        var refused = await visitor.SubmitAsync(page.Form(button).Forge("hours", "6").Forge("hours.missing", "dont_know"), button);
        refused.Errors.ShouldHaveSingleItem().ShouldEndWith(message);
        refused.Errors[0].ShouldContain(asked);
    }

    [Theory]
    [InlineData("fr", "Passer", "2 de vos réponses ne peuvent pas être lues", "Passer sans les garder")]
    [InlineData("en", "Skip", "2 of your answers cannot be read", "Skip without keeping them")]
    public async Task Every_answer_that_cannot_be_read_is_named_before_it_is_dropped(string language, string skip, string heading, string drop)
    {
        var visitor = app.Visitor();
        await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        var page = await visitor.GoAsync($"/{language}/consultation/ia-2026/p/formats");
        var asked = await visitor.SubmitAsync(page.Form(skip).Forge("hours", "abc").Forge("formats", "teleportation"), skip);
        asked.Main.ShouldContain(heading);
        asked.Document.QuerySelectorAll(".avis li").Length.ShouldBe(2);
        (await visitor.SubmitAsync(asked.Form(drop), drop)).Address.ShouldEndWith("/p/words");
    }

    [Fact]
    public async Task Consent_that_is_missing_is_asked_again_and_forgotten_once_given()
    {
        var visitor = app.Visitor();
        var answer = await visitor.SubmitAndStayAsync((await visitor.GoAsync(Answering.Start)).Form("Commencer"), "Commencer");
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        var refused = await visitor.GoAsync(answer.Location!);
        refused.Errors.ShouldHaveSingleItem().ShouldBe("Cochez la case si vous acceptez de participer");
        (await visitor.SubmitAsync(refused.Form("Commencer").Choose(Answering.Agree), "Commencer")).Address.ShouldEndWith("/p/situation");
        (await visitor.GoAsync(answer.Location!)).Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/fr/consultation/resume", "Reprendre", "7KQ2", "Vérifiez le code de reprise : un signe manque, est de trop ou est faux")]
    [InlineData("/fr/consultation/resume", "Reprendre", " ", "Écrivez votre code")]
    [InlineData("/fr/consultation/verify", "Vérifier", "7KQ2", "Vérifiez le code de reçu : un signe manque, est de trop ou est faux")]
    [InlineData("/fr/consultation/verify", "Vérifier", "", "Écrivez votre code")]
    [InlineData("/en/consultation/resume", "Resume", "", "Enter your code")]
    [InlineData("/en/consultation/verify", "Check", "", "Enter your code")]
    public async Task A_code_that_opens_nothing_is_shown_once_and_is_in_no_address(string address, string button, string typed, string message)
    {
        var visitor = app.Visitor();
        var answer = await visitor.SubmitAndStayAsync((await visitor.GoAsync(address)).Form(button).Forge("code", typed), button);
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        answer.Location.ShouldBe(address);
        var refused = await visitor.GoAsync(address);
        refused.Title.ShouldStartWith(address.StartsWith("/fr", StringComparison.Ordinal) ? "Erreur" : "Error");
        refused.Errors.ShouldBe([message]);
        (refused.Document.QuerySelector("input[name=code]")!.GetAttribute("value") ?? "").Trim().ShouldBe(typed.Trim());
        var again = await visitor.GoAsync(address);
        again.Errors.ShouldBeEmpty();
        again.Html.ShouldNotContain("7KQ2");
    }

    [Fact]
    public async Task Whoever_lost_their_code_is_led_to_what_can_be_done()
    {
        var visitor = app.Visitor();
        var help = await visitor.FollowAsync(await visitor.GoAsync("/fr/consultation/resume"), "J’ai perdu mon code");
        help.Address.ShouldBe("/fr/help#code");
        help.Document.GetElementById("code")!.TextContent.ShouldBe("J’ai perdu mon code");
    }
}
