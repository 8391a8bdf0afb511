using System.Net;
using AngleSharp.Html.Dom;
using Diapason.Consultations.Answering;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>Whatever way a page is left, what was typed there is found again.</summary>
public sealed class LeavingAPageTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Hours = "Combien d’heures pourriez-vous y consacrer dans les trois prochains mois?";
    private const string Fear = "Que craignez-vous?";

    [Fact]
    public async Task The_previous_page_is_reached_with_every_box_kept()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        var before = await visitor.BackAsync(page.Form("Continuer").Choose("Un atelier pratique en personne").Choose("Un échange entre pairs"));
        before.Address.ShouldNotBe(page.Address);
        var again = await visitor.GoAsync(page.Address);
        again.Checked().ShouldBe(["workshop", "peers"]);
        (await app.StoredAsync(page.Code())).Has("hours").ShouldBeFalse("what was not yet answered is not passed");
    }

    /// <summary>No link of a page of questions leaves it: without script, a link would drop what is ticked.</summary>
    [Theory]
    [InlineData("Diapason", "/fr/")]
    [InlineData("Aide", "/fr/help")]
    [InlineData("Accessibilité", "/fr/accessibility")]
    [InlineData("Vie privée", "/fr/privacy")]
    [InlineData("Licences", "/fr/licences")]
    [InlineData("English", "/en/consultation/ia-2026/p/formats")]
    public async Task The_masthead_and_the_foot_lead_away_with_every_box_kept(string way, string address)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        page.Document.QuerySelectorAll("header a[href], footer a[href]").ShouldBeEmpty();
        var left = await visitor.SubmitAsync(page.Form("Continuer").Choose("Un atelier pratique en personne").Choose("Un échange entre pairs").Fill(Hours, "cinq"), way);
        left.Address.ShouldBe(address);
        var again = await visitor.GoAsync(page.Address);
        again.Checked().ShouldBe(["workshop", "peers"]);
        again.Form("Continuer").Value(Hours).ShouldBe("cinq");
    }

    [Fact]
    public async Task What_a_page_holds_is_taken_back_by_a_button()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        await visitor.ContinueAsync(page.Form("Continuer").Choose("Un atelier pratique en personne").Fill(Hours, "6"));
        var again = await visitor.GoAsync(page.Address);
        var blank = await visitor.SubmitAsync(again.Form("Continuer").Choose("Un échange entre pairs"), "Effacer mes réponses de cette page");
        blank.Address.ShouldBe(page.Address);
        blank.Checked().ShouldBeEmpty();
        (await app.StoredAsync(page.Code()))["formats"].IsAnswered.ShouldBeFalse();
        (await app.StoredAsync(page.Code()))["hours"].IsAnswered.ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_comes_back_to_a_page_that_cannot_be_read_is_told_why_it_is_shown()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        await visitor.ContinueAsync(page.Form("Continuer").Fill(Hours, "5 ou 6"));
        var led = await visitor.GoAsync(Answering.Start + "/check");
        led.Address.ShouldStartWith(page.Address);
        led.Errors.ShouldHaveSingleItem().ShouldContain("nombre");
    }

    [Theory]
    [InlineData("Page précédente")]
    [InlineData("Enregistrer et quitter")]
    [InlineData("Continuer")]
    public async Task What_cannot_be_read_blocks_nobody_and_comes_back_as_it_was_typed_on_any_device(string button)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        var left = await visitor.SubmitAsync(page.Form("Continuer").Choose("Un échange entre pairs").Fill(Hours, "abc"), button);
        left.Errors.Count.ShouldBe(button == "Continuer" ? 1 : 0);
        await visitor.GoAsync("/fr/");

        var elsewhere = app.Visitor();
        var resume = await elsewhere.GoAsync("/fr/consultation/resume");
        var again = await elsewhere.SubmitAsync(resume.Form("Reprendre").Fill("Code de reprise", page.Code()), "Reprendre");
        again.Address.ShouldBe(page.Address, "what cannot be read is not answered");
        again.Form("Continuer").Value(Hours).ShouldBe("abc");
        again.Checked().ShouldBe(["peers"]);
        again.Title.ShouldNotStartWith("Erreur");
        again.Main.ShouldContain("écrivez un nombre en chiffres");
        var next = await elsewhere.ContinueAsync(again.Form("Continuer").Fill(Hours, "7,5"));
        next.Address.ShouldEndWith("/p/words");
        (await app.StoredAsync(page.Code()))["hours"].Number.ShouldBe(7.5m);
        (await elsewhere.GoAsync(page.Address)).Form("Continuer").Value(Hours).ShouldBe("7,5");
    }

    [Fact]
    public async Task An_answer_written_over_with_what_cannot_be_read_is_not_counted_any_more()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        await visitor.ContinueAsync(page.Form("Continuer").Fill(Hours, "6"));
        await visitor.BackAsync((await visitor.GoAsync(page.Address)).Form("Continuer").Fill(Hours, "six").Choose("Je ne sais pas", "Ou bien"));
        (await app.StoredAsync(page.Code())).Has("hours").ShouldBeFalse();
        (await visitor.GoAsync(Answering.Start + "/check")).Address.ShouldStartWith(page.Address);
        var again = await visitor.GoAsync(page.Address);
        again.Form("Continuer").Value(Hours).ShouldBe("six");
        again.Document.QuerySelector("input[name='hours.missing'][checked]").ShouldNotBeNull();
        await visitor.PassUntilAsync(await visitor.ContinueAsync(again.Form("Continuer").Fill(Hours, "")));
        await visitor.SubmitAsync((await visitor.GoAsync(Answering.Start + "/check")).Form("Envoyer mes réponses"));
        (await app.StoredAsync(page.Code()))["hours"].Missing.ShouldBe(MissingKind.DontKnow);
        (await app.CountAsync("typed IS NOT NULL AND submitted_on IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task Skipping_keeps_what_was_typed()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        var next = await visitor.SubmitAsync(page.Form("Continuer").Fill(Fear, "Perdre mon métier."), "Passer");
        next.Address.ShouldEndWith("/p/last");
        (await app.StoredAsync(page.Code()))["open.fear"].Text.ShouldBe("Perdre mon métier.");
        (await app.StoredAsync(page.Code()))["open.hope"].Missing.ShouldBe(MissingKind.Skipped);
    }

    [Fact]
    public async Task Skipping_what_cannot_be_read_asks_first()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        var asked = await visitor.SubmitAsync(page.Form("Continuer").Fill(Hours, "abc").Choose("Un échange entre pairs"), "Passer");
        asked.Document.QuerySelectorAll(".avis li").Select(line => Page.Words(line.TextContent)).ShouldBe([Hours], "which one cannot be read is named");
        asked.Form("Continuer").Value(Hours).ShouldBe("abc");
        asked.Errors.ShouldHaveSingleItem().ShouldContain("en chiffres");
        var next = await visitor.SubmitAsync(asked.Form("Continuer"), "Passer sans la garder");
        next.Address.ShouldEndWith("/p/words");
        var stored = await app.StoredAsync(page.Code());
        stored["hours"].Missing.ShouldBe(MissingKind.Skipped);
        stored["formats"].Codes.ShouldBe(["peers"]);
        (await visitor.GoAsync(page.Address)).Form("Continuer").Value(Hours).ShouldBe("");
    }

    [Fact]
    public async Task A_page_that_saves_itself_saves_only_what_was_changed_in_it()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        var other = await visitor.GoAsync(page.Address);
        await visitor.BackAsync(other.Form("Continuer").Choose("Diffusion"));
        var kept = await visitor.SubmitAndStayAsync(page.Form("Continuer").Choose("Je travaille à mon compte").Forge(PageChanges.TouchedField, "status").Forge("act", "keep"), "Continuer");
        kept.Status.ShouldBe(HttpStatusCode.NoContent);
        var stored = await app.StoredAsync(page.Code());
        stored["status"].Text.ShouldBe("self_employed");
        stored["role"].Text.ShouldBe("presenter", "written in the other tab");
        await visitor.PassUntilAsync(await visitor.GoAsync(page.Address));
        await visitor.SubmitAsync((await visitor.GoAsync(Answering.Start + "/check")).Form("Envoyer mes réponses"));
        (await visitor.SubmitAndStayAsync(page.Form("Continuer").Forge("act", "keep"), "Continuer")).Status.ShouldBe(HttpStatusCode.Conflict, "a sent answer changes no more");
    }

    [Fact]
    public async Task Only_a_text_that_no_draft_can_hold_keeps_its_author_on_the_page()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        var kept = await visitor.BackAsync(page.Form("Continuer").Fill(Fear, new string('é', 20_000)));
        kept.Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GoAsync(page.Address)).Form("Continuer").Value(Fear)!.Length.ShouldBe(20_000);
        var refused = await visitor.BackAsync(page.Form("Continuer").Fill(Fear, new string('é', 20_001)).Fill("Qu’est-ce qui vous aiderait vraiment?", "Du temps."));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Form("Continuer").Value(Fear)!.Length.ShouldBe(20_001);
        (await app.StoredAsync(page.Code()))["open.need"].Text.ShouldBe("Du temps.");
    }

    [Fact]
    public async Task Half_a_character_and_a_control_character_are_kept_without_harm()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        (await visitor.BackAsync(page.Form("Continuer").Fill(Fear, "avant \u0007 après"))).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GoAsync(page.Address)).Main.ShouldContain("contient des caractères que nous ne pouvons pas lire");
    }

    [Fact]
    public async Task Enter_presses_the_button_that_goes_on_although_others_come_before_it()
    {
        var page = await app.Visitor().BeginAsync();
        var buttons = page.Document.QuerySelectorAll("button[type=submit]").OfType<IHtmlButtonElement>().Where(b => b.Form?.Id == "answers").ToList();
        buttons.Select(b => b.Value).ShouldContain("back");
        buttons.Select(b => b.Value).ShouldContain("language-en");
        buttons[0].Name.ShouldBeNullOrEmpty("the first one in the page is what a browser presses");
    }

    /// <summary>Everything answered, « Page précédente » pressed at every page before going on: the check page and what is sent hold it all.</summary>
    [Fact]
    public async Task A_full_way_with_back_pressed_at_every_page_loses_nothing()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        var (code, given) = (page.Code(), new Dictionary<string, string>());
        for (var pages = 0; page.Document.QuerySelector("form#answers") is not null; pages++)
        {
            pages.ShouldBeLessThan(60);
            var here = page.Address;
            foreach (var (name, value) in page.AnswerAll()) given[name] = value;
            var typed = page.Form("Continuer").Submission("Continuer").Fields.Where(f => f.Key is not ("__RequestVerificationToken" or PageChanges.ShownField)).ToList();
            await visitor.BackAsync(page.Form("Continuer"));
            page = await visitor.GoAsync(here);
            page.Address.ShouldBe(here);
            page.Form("Continuer").Submission("Continuer").Fields.Where(f => f.Key is not ("__RequestVerificationToken" or PageChanges.ShownField)).ShouldBe(typed, here);
            page = await visitor.ContinueAsync(page.Form("Continuer"));
            page.Address.ShouldNotBe(here);
        }

        page.Address.ShouldEndWith("/check");
        page.Main.ShouldNotContain("Pas de réponse");
        await visitor.SubmitAsync(page.Form("Envoyer mes réponses"), "Envoyer mes réponses");
        var stored = await app.StoredAsync(code);
        foreach (var (name, value) in given) Said(stored[name]).ShouldContain(value, customMessage: name);
        given.Count.ShouldBeGreaterThan(40);
    }

    private static string Said(AnswerValue value) => value.Kind switch
    {
        AnswerKind.Text => value.Text,
        AnswerKind.Codes => string.Join(' ', value.Codes),
        AnswerKind.Number => value.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => value.Missing.ToString(),
    };
}

internal static class WholePages
{
    public static Task<Page> BackAsync(this Visitor visitor, Form form) => visitor.SubmitAsync(form, "Page précédente");

    public static IReadOnlyList<string> Checked(this Page page) => [.. page.Document.QuerySelectorAll("form#answers input[checked]").Select(i => i.GetAttribute("value")!)];

    /// <summary>Gives every question of a page an answer, as a person would: the first of each list, a number, a sentence.</summary>
    public static IEnumerable<(string Name, string Value)> AnswerAll(this Page page)
    {
        var seen = new HashSet<string>();
        foreach (var input in page.Document.QuerySelectorAll("form#answers input, form#answers textarea, form#answers select"))
        {
            var name = input.GetAttribute("name") ?? "";
            if (name.Length == 0 || name.StartsWith('_') || name.EndsWith(".missing", StringComparison.Ordinal) || name.EndsWith(".other", StringComparison.Ordinal) || !seen.Add(name)) continue;
            switch (input)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox" } box:
                    box.IsChecked = true;
                    yield return (name, box.Value);
                    break;
                case IHtmlSelectElement select:
                    select.Value = select.Options.First(o => o.Value.Length > 0).Value;
                    yield return (name, select.Value);
                    break;
                case IHtmlTextAreaElement area:
                    area.Value = $"Quelques mots de {name}, sur\ndeux lignes.";
                    yield return (name, area.Value);
                    break;
                case IHtmlInputElement { Type: "text", Name: not Diapason.Consultations.Apart.EmptyField.Name } line:
                    line.Value = "12";
                    yield return (name, "12");
                    break;
            }
        }
    }
}
