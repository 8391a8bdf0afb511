using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>From a page to a seat, without an account.</summary>
public sealed class PlacesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_place_is_held_then_confirmed_by_the_link_of_the_mail_and_reading_it_changes_nothing()
    {
        await app.OpenedAsync("Par courriel");
        var (_, mine) = await app.SigningUpAsync("par-courriel", "ada@people.example", "Ada");
        mine.Heading.ShouldBe("Une place est tenue pour vous");
        mine.Main.ShouldContain("PLACE-");
        mine.Main.ShouldContain("Un courriel part à l’adresse que vous avez donnée.");
        mine.Document.QuerySelectorAll("form").ShouldAllBe(form => !form.TextContent.Contains("Confirmer ma place"));
        var (subject, link) = await app.LetterAsync("ada@people.example");
        subject.ShouldBe("Confirmez votre place : Par courriel");
        var visitor = app.Visitor();
        (await visitor.GoAsync(link)).Heading.ShouldBe("Une place est tenue pour vous");
        var page = await visitor.GoAsync(link);
        page.Heading.ShouldBe("Une place est tenue pour vous");
        (await visitor.SubmitAsync(page.Form("Confirmer ma place"), "Confirmer ma place")).Heading.ShouldBe("Votre place est confirmée");
        (await app.LetterAsync("ada@people.example")).Subject.ShouldBe("Votre place est confirmée : Par courriel");
        (await visitor.GoAsync("/fr/learning/par-courriel")).Main.ShouldContain("1 place libre");
    }

    [Fact]
    public async Task Once_full_one_is_told_ones_rank_before_joining_and_who_leaves_calls_the_next()
    {
        await app.OpenedAsync("Un seul siège", seats: 1);
        var (first, held) = await app.SigningUpAsync("un-seul-siege", "un@people.example");
        var page = await app.Visitor().GoAsync("/fr/learning/un-seul-siege");
        page.Main.ShouldContain("M’inscrire en attente, rang 1");
        (await app.SigningUpAsync("un-seul-siege", "deux@people.example")).Place.Heading.ShouldBe("Vous attendez une place, rang 1");
        (await app.SigningUpAsync("un-seul-siege", "trois@people.example")).Place.Heading.ShouldBe("Vous attendez une place, rang 2");
        await app.RunJobsAsync("learning.send-letters");
        var asking = await first.FollowAsync(held, "Laisser ma place");
        asking.Heading.ShouldBe("Laisser votre place?");
        (await first.FollowAsync(asking, "Non, je la garde")).Heading.ShouldBe("Une place est tenue pour vous");
        (await first.SubmitAsync(asking.Form("Laisser ma place"), "Laisser ma place")).Heading.ShouldBe("Vous n’avez plus cette place");
        var (subject, link) = await app.LetterAsync("deux@people.example");
        subject.ShouldBe("Une place s’est libérée : Un seul siège");
        (await app.Visitor().GoAsync(link)).Heading.ShouldBe("Une place est tenue pour vous");
        (await app.LetterAsync("trois@people.example")).Subject.ShouldBe("Vous attendez une place : Un seul siège");
    }

    [Fact]
    public async Task Who_comes_never_passes_before_who_waits()
    {
        var (keeper, sheet) = await app.OpenedAsync("Chacun son tour", seats: 1);
        await app.SigningUpAsync("chacun-son-tour", "a@people.example");
        await app.SigningUpAsync("chacun-son-tour", "b@people.example");
        var edit = await keeper.FollowAsync(sheet, "Modifier");
        await keeper.SubmitAsync(edit.Form("Enregistrer la session").Fill("Nombre de places", "2"), "Enregistrer la session");
        (await app.SigningUpAsync("chacun-son-tour", "c@people.example")).Place.Heading.ShouldBe("Vous attendez une place, rang 2");
        await app.RunJobsAsync("learning.turn-places");
        (await app.LetterAsync("b@people.example")).Subject.ShouldBe("Une place s’est libérée : Chacun son tour");
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_place()
    {
        await app.OpenedAsync("Deux clics");
        var visitor = app.Visitor();
        var form = PlacesVisits.Filled(await visitor.GoAsync("/fr/learning/deux-clics/sign-up"), "clic@people.example");
        await visitor.SubmitAsync(form);
        (await visitor.SubmitAsync(form)).Heading.ShouldBe("Une place est tenue pour vous");
        (await visitor.GoAsync("/fr/learning/deux-clics")).Main.ShouldContain("1 place libre");
    }

    [Fact]
    public async Task Without_a_way_to_be_reached_a_consent_or_a_whole_address_it_is_refused_by_field_and_kept()
    {
        await app.OpenedAsync("Refus");
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/learning/refus/sign-up");
        var refused = await visitor.SubmitAndStayAsync(page.Form().Fill("Ce qu’il vous faut pour suivre (facultatif)", "Une rampe"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Écrivez une adresse courriel ou un numéro de téléphone : sans l’un ni l’autre, nous ne pourrions rien vous dire.", "Cochez la case pour que nous puissions garder votre place."]);
        refused.Form().Value("Ce qu’il vous faut pour suivre (facultatif)").ShouldBe("Une rampe");
        (await visitor.SubmitAndStayAsync(PlacesVisits.Filled(refused, "no-domain@here"))).Errors.ShouldBe(["Cette adresse courriel n’est pas complète : nom@exemple.ca."]);
        (await visitor.SubmitAndStayAsync(PlacesVisits.Filled(refused, "").Fill("Téléphone", "call me"))).Errors.ShouldBe(["Écrivez le numéro avec ses chiffres, indicatif compris : 418 555-0123."]);
    }

    [Fact]
    public async Task The_code_finds_the_place_again_takes_a_copy_and_erases_it()
    {
        await app.OpenedAsync("Avec un code", seats: 1);
        var (_, mine) = await app.SigningUpAsync("avec-un-code", "code@people.example", "Zoé");
        var code = mine.Document.QuerySelector(".code-garde")!.TextContent;
        var other = app.Visitor();
        var asked = await other.GoAsync("/fr/learning/code");
        (await other.SubmitAndStayAsync(asked.Form("Retrouver ma place").Fill("Votre code de place", "PLACE-0000"), "Retrouver ma place")).Errors.ShouldBe(["Ce n’est pas un code complet : vérifiez chaque signe."]);
        var found = await other.SubmitAsync(asked.Form("Retrouver ma place").Fill("Votre code de place", code.ToLowerInvariant()), "Retrouver ma place");
        found.Heading.ShouldBe("Une place est tenue pour vous");
        (await other.FollowAsync(found, "Prendre une copie (JSON)")).Html.ShouldContain("code@people.example");
        (await other.SubmitAsync((await other.FollowAsync(found, "Effacer mon inscription")).Form("Effacer mon inscription"), "Effacer mon inscription")).Main.ShouldContain("Votre inscription est effacée.");
        (await other.GoAsync(mine.Address.Split('?')[0])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Visitor().GoAsync("/fr/learning/avec-un-code")).Main.ShouldContain("1 place libre");
    }

    [Fact]
    public async Task The_notebook_holds_what_one_asked_this_device_to_keep()
    {
        await app.OpenedAsync("Au carnet");
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/learning/au-carnet/sign-up");
        await visitor.SubmitAsync(PlacesVisits.Filled(page, "carnet@people.example").Choose("Garder ma place dans Mon carnet, sur cet appareil"));
        (await visitor.GoAsync("/fr/notebook")).Main.ShouldContain("Tenue pour vous : à confirmer.");
        var (other, _) = await app.SigningUpAsync("au-carnet", "ailleurs@people.example");
        (await other.GoAsync("/fr/notebook")).Main.ShouldNotContain("Au carnet");
    }

    [Fact]
    public async Task Somebody_of_the_council_signs_up_and_answers_for_who_calls_and_the_trail_says_so_without_a_name()
    {
        var (keeper, sheet) = await app.OpenedAsync("Au téléphone", seats: 1);
        var people = await keeper.GoAsync(sheet.Address.Split('?')[0] + "/people");
        var refused = await keeper.SubmitAndStayAsync(people.Form("Inscrire cette personne").Fill("Son nom ou un pseudonyme (facultatif)", "Rosalie"), "Inscrire cette personne");
        refused.Errors.ShouldContain("Demandez son accord à la personne, puis cochez la case.");
        var signed = await keeper.SubmitAsync(people.Form("Inscrire cette personne").Fill("Son nom ou un pseudonyme (facultatif)", "Rosalie").Fill("Son numéro", "418 555-0188")
            .Choose("La personne veut que ces renseignements soient gardés, et sait combien de temps"), "Inscrire cette personne");
        signed.Main.ShouldContain("PLACE-");
        signed.Main.ShouldContain("1. Rosalie inscrite par le conseil");
        signed.Main.ShouldContain("Confirmée");
        (await keeper.GoAsync(signed.Address)).Main.ShouldNotContain("PLACE-");
        var trail = await keeper.GoAsync("/fr/council/audit-trail");
        trail.Main.ShouldContain("Personne inscrite par le conseil");
        trail.Main.ShouldNotContain("Rosalie");
    }

    [Fact]
    public async Task A_session_cancelled_tells_by_mail_who_had_a_place_or_waited()
    {
        var (keeper, sheet) = await app.OpenedAsync("Sans suite", seats: 1);
        await app.SigningUpAsync("sans-suite", "avec@people.example");
        await app.SigningUpAsync("sans-suite", "attend@people.example");
        await app.RunJobsAsync("learning.send-letters");
        var page = await keeper.GoAsync(sheet.Address.Split('?')[0]);
        await keeper.SubmitAsync(page.Form("Annuler cette session").Choose("Oui, cette session n’aura pas lieu"), "Annuler cette session");
        (await app.LetterAsync("avec@people.example")).Subject.ShouldBe("Session annulée : Sans suite");
        var (subject, link) = await app.LetterAsync("attend@people.example");
        subject.ShouldBe("Session annulée : Sans suite");
        (await app.Visitor().GoAsync(link)).Heading.ShouldBe("Cette session est annulée");
    }

    [Fact]
    public async Task The_place_of_another_council_does_not_exist_here()
    {
        var (keeper, sheet) = await app.OpenedAsync("Frontière");
        var (_, mine) = await app.SigningUpAsync("frontiere", "ici@people.example");
        (await app.Visitor().GoAsync(mine.Address.Split('?')[0].Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await app.SignedInAsync(AccountsVisits.Analyst)).GoAsync(sheet.Address.Split('?')[0] + "/people")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Visitor().GoAsync(sheet.Address.Split('?')[0] + "/people")).Address.ShouldContain("sign-in");
        (await keeper.GoAsync(sheet.Address.Split('?')[0] + "/people")).Main.ShouldContain("ici@people.example");
    }
}
