using System.Net;
using System.Text;
using Diapason.Consultations;
using Diapason.Consultations.Answering;
using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

public sealed class BadInputTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task An_unknown_option_is_refused_by_name_and_the_rest_is_kept()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        var refused = await visitor.SubmitAsync(page.Form("Continuer").Choose("Diffusion").Forge("status", "astronaut"), "Continuer");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("Dans quelle situation travaillez-vous surtout?");
        refused.Form("Continuer").Submission("Continuer").Fields.ShouldContain(new KeyValuePair<string, string>("role", "presenter"));
        var stored = await app.StoredAsync(page.Code());
        stored["role"].Text.ShouldBe("presenter", "what can be read is kept, even if its author goes no further");
        stored.Has("status").ShouldBeFalse();
    }

    [Theory]
    [InlineData("201", "de 0 à 200")]
    [InlineData("-1", "de 0 à 200")]
    [InlineData("beaucoup", "en chiffres")]
    [InlineData("1,234.5", "en chiffres")]
    [InlineData("6 jours", "en chiffres")]
    [InlineData("\U0001D7CF\U0001D7D0", "en chiffres")]
    [InlineData("１２", "en chiffres")]
    [InlineData("1 000 h", "de 0 à 200")]
    [InlineData("2,55", "un seul chiffre après la virgule")]
    public async Task A_wrong_number_is_refused_and_shown_as_typed(string typed, string message)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        var refused = await visitor.SubmitAsync(page.Form("Continuer").Forge("hours", typed), "Continuer");
        refused.Errors.ShouldHaveSingleItem().ShouldContain(message);
        refused.Errors[0].ShouldContain("Combien d’heures");
        refused.Document.QuerySelector("[name=hours]")!.GetAttribute("value").ShouldBe(typed);
    }

    [Theory]
    [InlineData("7,5")]
    [InlineData("7.5")]
    [InlineData("7,5 h")]
    [InlineData("7,5\u00A0heures")]
    [InlineData("7.5 hrs")]
    public async Task A_number_is_read_with_a_comma_or_a_point_and_the_unit_printed_beside_it(string typed)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        await visitor.ContinueAsync(page.Form("Continuer").Forge("hours", typed));
        (await app.StoredAsync(page.Code()))["hours"].Number.ShouldBe(7.5m);
    }

    [Fact]
    public async Task A_text_of_two_megabytes_is_refused_with_a_message_and_nothing_of_the_rest_is_lost()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        var refused = await visitor.SubmitAndStayAsync(page.Form("Continuer").Fill("Que craignez-vous?", new string('é', 2_000_000)).Fill("Qu’est-ce qui vous aiderait vraiment?", "Du temps."), "Continuer");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("2 000 000 caractères");
        refused.Form("Continuer").Value("Qu’est-ce qui vous aiderait vraiment?").ShouldBe("Du temps.");
        refused.Form("Continuer").Value("Que craignez-vous?")!.Length.ShouldBe(2_000_000);
    }

    [Fact]
    public async Task Bytes_that_are_not_text_are_refused_by_name()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        using var response = await PostAsync(visitor, page, "open.fear=", 0xC3, 0x28, 0xFF);
        (await visitor.GoAsync(response.Headers.Location!.OriginalString)).Errors.ShouldHaveSingleItem().ShouldStartWith("« Que craignez-vous? »");
    }

    [Theory]
    [InlineData("%C3%28")]
    [InlineData("avant+%FF+apr%C3%A8s")]
    [InlineData("%ED%A0%80")]
    public async Task Escaped_bytes_that_are_not_text_are_refused_by_name(string escaped)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        using var response = await PostAsync(visitor, page, $"open.fear={escaped}&open.need=Du+temps");
        var refused = await visitor.GoAsync(response.Headers.Location!.OriginalString);
        refused.Errors.ShouldHaveSingleItem().ShouldContain("contient des caractères que nous ne pouvons pas lire");
        refused.Form("Continuer").Value("Qu’est-ce qui vous aiderait vraiment?").ShouldBe("Du temps");
    }

    [Theory]
    [InlineData("open.fear=a%00b")]
    [InlineData(null)]
    public async Task A_form_that_cannot_be_read_is_a_bad_request_and_the_draft_stays(string? fields)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        using var response = await PostAsync(visitor, page, fields ?? string.Join('&', Enumerable.Range(0, 3000).Select(i => $"f{i}=x")));
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        Page.Words(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("<h1>");
        (await visitor.GoAsync(page.Address)).Address.ShouldBe(page.Address);
    }

    [Theory]
    [InlineData("80%des gens, 20%FAIT")]
    [InlineData("https://exemple.example/Qu%C3%A9bec%20et%E9")]
    public async Task A_percent_sign_that_somebody_typed_is_kept(string typed)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        await visitor.ContinueAsync(page.Form("Continuer").Fill("Que craignez-vous?", typed));
        (await app.StoredAsync(page.Code()))["open.fear"].Text.ShouldBe(typed);
    }

    [Fact]
    public async Task An_expired_form_keeps_the_answers_and_one_press_saves_them()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        var stale = await visitor.SubmitAndStayAsync(page.Form("Continuer").Choose("Je travaille à mon compte").Forge("__RequestVerificationToken", "expired"), "Continuer");
        stale.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await app.StoredAsync(page.Code())).Has("status").ShouldBeFalse();
        var next = await visitor.SubmitAsync(stale.Form());
        next.Address.ShouldEndWith("/p/field");
        (await app.StoredAsync(page.Code()))["status"].Text.ShouldBe("self_employed");
    }

    [Fact]
    public async Task A_page_posted_without_its_cookie_waits_for_the_resume_code()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        var stranger = app.Visitor();
        var fresh = await stranger.GoAsync("/fr/consultation/resume");
        var form = page.Form("Continuer").Choose("Je travaille à mon compte").Forge("__RequestVerificationToken", Token(fresh));
        var lost = await stranger.SubmitAndStayAsync(form, "Continuer");
        lost.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        lost.Heading.ShouldBe("Nous ne retrouvons pas votre brouillon");
        var mistyped = await stranger.SubmitAndStayAsync(lost.Form().Fill("Code de reprise", "7KQ2"), "Reprendre et enregistrer");
        mistyped.Errors.ShouldHaveSingleItem().ShouldContain("un signe manque");
        var next = await stranger.SubmitAsync(mistyped.Form().Fill("Code de reprise", page.Code()), "Reprendre et enregistrer");
        next.Address.ShouldEndWith("/p/field");
        (await app.StoredAsync(page.Code()))["status"].Text.ShouldBe("self_employed");
    }

    [Fact]
    public async Task Every_problem_of_a_field_has_a_sentence_in_both_languages()
    {
        await Task.CompletedTask;
        var texts = TextCatalog.Of(typeof(ConsultationsModule).Assembly);
        foreach (var language in Languages.OfTheHouse)
            foreach (var code in FieldProblemCodes.All)
                texts.In(language).GetValueOrDefault("answer." + code).ShouldNotBeNull($"{code} in {language}");
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, Page page, string fields, params byte[] bytes)
    {
        var (address, _) = page.Form("Continuer").Submission("Continuer");
        using var content = new ByteArrayContent([.. Encoding.ASCII.GetBytes($"__RequestVerificationToken={Token(page)}&{fields}"), .. bytes]);
        content.Headers.ContentType = new("application/x-www-form-urlencoded");
        return await visitor.Client.PostAsync(address, content);
    }

    private static string Token(Page page) => page.Document.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
}

/// <summary>Three tries a minute at codes.</summary>
public sealed class ThreeCodesAMinute : DiapasonApp
{
    protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:RateLimits:Codes", "3")];
}

public sealed class LostDraftLimitTests(ThreeCodesAMinute app) : IClassFixture<ThreeCodesAMinute>
{
    [Fact]
    public async Task Codes_are_not_guessed_at_full_speed_through_a_page_of_questions()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var author = app.Visitor();
        var page = await author.BeginAsync();
        var stranger = app.Visitor();
        var token = (await stranger.GoAsync("/fr/consultation/resume")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var form = page.Form("Continuer").Forge("__RequestVerificationToken", token).Forge(LostDraft.CodeField, page.Code());
        var lost = await stranger.SubmitAndStayAsync(form, "Continuer");
        lost.Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "a code is read only where it is counted");
        for (var i = 0; i < 3; i++)
        {
            lost = await stranger.SubmitAndStayAsync(lost.Form().Fill("Code de reprise", SecretCode.New()), "Reprendre et enregistrer");
            lost.Errors.ShouldHaveSingleItem().ShouldContain("n’ouvre rien ici");
        }

        (await stranger.SubmitAndStayAsync(lost.Form(), "Reprendre et enregistrer")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        page = await author.GoAsync(page.Address);
        for (var i = 0; i < 5; i++) (await author.SubmitAndStayAsync(page.Form("Continuer"), "Continuer")).Status.ShouldBe(HttpStatusCode.SeeOther, "answers are not codes");
    }

    [Fact]
    public async Task One_budget_serves_every_page_and_right_codes_and_slips_cost_nothing()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        var author = app.Visitor();
        var code = (await author.BeginAsync()).Code();
        // An office behind one address: each its own code, and some slips.
        for (var i = 0; i < 5; i++)
        {
            var colleague = app.Visitor();
            var slip = await colleague.SubmitAsync((await colleague.GoAsync("/fr/consultation/resume")).Form().Fill("Code de reprise", code[..^1] + (code[^1] == '0' ? '1' : '0')));
            slip.Errors.ShouldHaveSingleItem();
            (await colleague.SubmitAndStayAsync(slip.Form().Fill("Code de reprise", code))).Status.ShouldBe(HttpStatusCode.SeeOther);
        }

        var guesser = app.Visitor();
        await guesser.SubmitAsync((await guesser.GoAsync("/fr/consultation/resume")).Form().Fill("Code de reprise", SecretCode.New()));
        await guesser.SubmitAsync((await guesser.GoAsync("/fr/consultation/verify")).Form().Fill("Code de reçu", SecretCode.New()));
        var path = await guesser.GoAsync("/fr/next-steps/resume");
        (await guesser.SubmitAndStayAsync(path.Form().Fill("Votre code de parcours", SecretCode.New()))).Status.ShouldBe(HttpStatusCode.SeeOther);
        (await guesser.SubmitAndStayAsync(path.Form().Fill("Votre code de parcours", SecretCode.New()))).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await guesser.SubmitAndStayAsync((await guesser.GoAsync("/fr/consultation/resume")).Form().Fill("Code de reprise", code))).Status.ShouldBe(HttpStatusCode.TooManyRequests, "there is one budget");
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        (await guesser.SubmitAndStayAsync(path.Form().Fill("Votre code de parcours", SecretCode.New()))).Status.ShouldBe(HttpStatusCode.SeeOther);
    }
}
