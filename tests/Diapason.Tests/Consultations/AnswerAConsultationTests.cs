using System.Net;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

public sealed class AnswerAConsultationTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Nothing_is_stored_before_consent_and_an_empty_box_is_told()
    {
        var (visitor, before) = (app.Visitor(), await app.CountAsync());
        var start = await visitor.GoAsync(Answering.Start);
        start.Status.ShouldBe(HttpStatusCode.OK);
        start.Main.ShouldContain("Environ 15 minutes");
        start.Main.ShouldContain("février 2027");
        var refused = await visitor.SubmitAsync(start.Form("Commencer"), "Commencer");
        refused.Title.ShouldStartWith("Erreur");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("Cochez la case");
        (await app.CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Someone_goes_from_consent_to_a_receipt_that_others_can_verify()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        page.Address.ShouldEndWith("/p/situation");
        page = await visitor.ContinueAsync(page.Form("Continuer").Choose("Je travaille à mon compte").Choose("Diffusion"));
        page.Address.ShouldEndWith("/p/field");
        var check = await visitor.PassUntilAsync(page);
        check.Main.ShouldContain("Je travaille à mon compte");
        check.Main.ShouldContain("Pas de réponse");
        // Sent at once, it would look made up, and wait for a judgement.
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var receipt = await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
        receipt.Heading.ShouldBe("Merci, vos réponses sont envoyées");
        receipt.Link("Voir le portrait du milieu").ShouldBe("/fr/portrait/ia-2026");

        var other = app.Visitor();
        var verify = await other.GoAsync("/fr/consultation/verify");
        var verified = await other.SubmitAsync(verify.Form().Fill("Code de reçu", receipt.Receipt()), "Vérifier");
        verified.Main.ShouldContain("Cette réponse est reçue");
        verified.Main.ShouldNotContain("Je travaille à mon compte");
        (await other.GoAsync(Answering.Start + "/mine")).Main.ShouldNotContain("Je travaille à mon compte");

        await app.UntilCountedAsync(receipt.Code());
        (await other.SubmitAsync(verify.Form().Fill("Code de reçu", receipt.Receipt()), "Vérifier")).Main.ShouldContain("Cette réponse est comptée");
        (await visitor.GoAsync(Answering.Start + "/receipt")).Main.ShouldContain("Elles sont comptées.");
        var sequence = await app.SequenceAsync(receipt.Code());
        var sent = (await app.ChangesAsync()).OfType<AnswersSent>().Single(a => a.Sequence == sequence);
        sent.Language.ShouldBe("fr");
        sent.Answers["status"].Text.ShouldBe("self_employed");
        sent.Answers["consent.version"].Text.ShouldBe("2026-12");
        sent.Answers["region"].Missing.ShouldBe(MissingKind.Skipped);
        sent.Answers.Count.ShouldBe((await app.CampaignAsync()).Questionnaire.Variables.Count);
    }

    [Fact]
    public async Task Pressing_start_twice_at_once_starts_one_response()
    {
        var (visitor, before) = (app.Visitor(), await app.CountAsync());
        var form = (await visitor.GoAsync(Answering.Start)).Form("Commencer").Choose(Answering.Agree);
        var pages = await Task.WhenAll(visitor.SubmitAndStayAsync(form, "Commencer"), visitor.SubmitAndStayAsync(form, "Commencer"));
        pages.ShouldAllBe(page => page.Status == HttpStatusCode.SeeOther);
        (await app.CountAsync()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task Sending_twice_at_once_counts_once_and_gives_the_same_receipt()
    {
        var visitor = app.Visitor();
        var check = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync());
        var before = await app.CountAsync("record_key IS NOT NULL");
        var form = check.Form("Envoyer mes réponses");
        var receipts = await Task.WhenAll(visitor.SubmitAsync(form), visitor.SubmitAsync(form));
        receipts[0].Code().ShouldBe(receipts[1].Code());
        (await visitor.GoAsync(Answering.Start + "/receipt")).Code().ShouldBe(receipts[0].Code());
        (await app.CountAsync("record_key IS NOT NULL")).ShouldBe(before + 1);
        (await visitor.GoAsync(Answering.Start)).Main.ShouldContain("Vos réponses sont envoyées");
    }

    [Fact]
    public async Task Two_tabs_never_lose_each_others_answers()
    {
        var visitor = app.Visitor();
        var first = await visitor.BeginAsync();
        var code = first.Code();
        await visitor.PassUntilAsync(first);
        var one = await visitor.GoAsync(Answering.Start + "/p/situation");
        var two = await visitor.GoAsync(Answering.Start + "/p/field");
        await Task.WhenAll(
            visitor.SubmitAsync(one.Form("Continuer").Choose("Je travaille à mon compte"), "Continuer"),
            visitor.SubmitAsync(two.Form("Continuer").Choose("Musées"), "Continuer"));
        var stored = await app.StoredAsync(code);
        stored["status"].Text.ShouldBe("self_employed");
        stored["subsector"].Text.ShouldBe("museums");
    }

    [Fact]
    public async Task Answers_routed_away_are_dropped_when_sent_and_marked_as_not_asked()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        var code = page.Code();
        page = await visitor.ContinueAsync(page.Form("Continuer").Choose("Je suis membre du personnel d’un organisme"));
        page = await visitor.PassUntilAsync(page, "/obstacle_team");
        page = await visitor.ContinueAsync(page.Form("Continuer").Forge("obstacle_employee", "expertise"));
        await visitor.PassUntilAsync(page);
        (await app.StoredAsync(code))["obstacle_employee"].IsAnswered.ShouldBeTrue();

        var situation = await visitor.GoAsync(Answering.Start + "/p/situation?then=check");
        var next = await visitor.ContinueAsync(situation.Form("Continuer").Choose("Je travaille à mon compte"));
        next.Address.ShouldContain("/p/obstacle_own", customMessage: "the new route has a page that was never met");
        (await app.StoredAsync(code))["obstacle_employee"].IsAnswered.ShouldBeTrue("going back must bring it back");
        var check = await visitor.PassUntilAsync(next);
        await visitor.SubmitAsync(check.Form("Envoyer mes réponses"));
        (await app.StoredAsync(code))["obstacle_employee"].Missing.ShouldBe(MissingKind.NotAsked);
    }

    [Fact]
    public async Task A_page_out_of_order_leads_to_where_the_person_is()
    {
        var visitor = app.Visitor();
        (await visitor.GoAsync(Answering.Start + "/p/words")).Address.ShouldBe(Answering.Start);
        await visitor.BeginAsync();
        (await visitor.GoAsync(Answering.Start + "/p/words")).Address.ShouldEndWith("/p/situation");
        (await visitor.GoAsync(Answering.Start + "/check")).Address.ShouldEndWith("/p/situation");
        (await visitor.GoAsync(Answering.Start + "/receipt")).Address.ShouldEndWith("/p/situation");
        (await visitor.GoAsync(Answering.Start + "/p/obstacle_team")).Address.ShouldEndWith("/p/situation");
        (await visitor.GoAsync(Answering.Start + "/p/nowhere")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GoAsync("/fr/consultation/nowhere")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Switching_language_keeps_everything()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        page = await visitor.ContinueAsync(page.Form("Continuer").Choose("Je travaille à mon compte"));
        var english = await visitor.ContinueAsync(page.Form("Continuer").Forge("act", page.LanguageSwitch()));
        english.Address.ShouldBe("/en/consultation/ia-2026/p/field");
        english.Main.ShouldContain("main sub-sector");
        var back = await visitor.SubmitAsync(english.Form("Previous page"), "Previous page");
        back.Form("Continue").Submission("Continue").Fields.ShouldContain(new KeyValuePair<string, string>("status", "self_employed"));
    }

    [Fact]
    public async Task Switching_language_in_the_middle_of_a_page_keeps_what_was_typed_there()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        var form = page.Form("Continuer").Fill("Que craignez-vous?", "Perdre mon métier.").Forge("act", page.LanguageSwitch());
        var english = await visitor.ContinueAsync(form);
        english.Address.ShouldBe("/en/consultation/ia-2026/p/words");
        english.Form("Continue").Value("What do you fear?").ShouldBe("Perdre mon métier.");
        (await app.StoredAsync(page.Code())).Has("open.hope").ShouldBeFalse("what was not yet answered is not passed");

        var tooLong = await visitor.SubmitAsync(english.Form("Continue").Fill("What do you fear?", new string('a', 3000)).Forge("act", english.LanguageSwitch()), "Continue");
        tooLong.Address.ShouldBe("/fr/consultation/ia-2026/p/words", "what is to mend is mended in one's own language");
        tooLong.Form("Continuer").Value("Que craignez-vous?")!.Length.ShouldBe(3000);
        tooLong.Main.ShouldContain("il a 3 000 caractères");
        await visitor.ContinueAsync(tooLong.Form("Continuer").Fill("Que craignez-vous?", "Perdre mon métier."));

        var check = await visitor.PassUntilAsync(await visitor.GoAsync(Answering.Start + "/p/words"));
        var change = await visitor.GoAsync(check.Document.QuerySelector("a[href*='/p/words?then=check']")!.GetAttribute("href")!);
        (await visitor.ContinueAsync(change.Form("Continuer").Forge("act", change.LanguageSwitch()))).Address.ShouldStartWith("/en/consultation/ia-2026/p/words?then=check");
    }

    [Fact]
    public async Task The_cookie_holds_the_code_and_scripts_cannot_read_it()
    {
        var visitor = app.Visitor();
        var start = await visitor.GoAsync(Answering.Start);
        var (address, fields) = start.Form("Commencer").Choose(Answering.Agree).Submission("Commencer");
        using var content = new FormUrlEncodedContent(fields);
        using var response = await visitor.Client.PostAsync(address, content);
        var cookie = response.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("diapason.answers.", StringComparison.Ordinal)).ToLowerInvariant();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=lax");
        cookie.ShouldContain("path=/;");
        response.Headers.Location!.OriginalString.ShouldStartWith("/fr/");
    }

    [Fact]
    public async Task A_page_of_questions_weighs_at_most_sixty_kilobytes_with_its_style_and_script()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/skills_judge");
        var weight = page.Html.Length;
        foreach (var asset in page.Document.QuerySelectorAll("link[rel=stylesheet], script[src]"))
            weight += (await visitor.Client.GetByteArrayAsync(asset.GetAttribute("href") ?? asset.GetAttribute("src")!)).Length;
        weight.ShouldBeLessThanOrEqualTo(60 * 1024);
    }
}
