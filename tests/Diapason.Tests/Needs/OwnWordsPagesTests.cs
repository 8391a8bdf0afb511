using System.Net;
using AngleSharp.Dom;
using Diapason.Needs.Data;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>Somebody who cannot name their need writes a sentence.</summary>
public sealed class OwnWordsPagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Address = "/fr/next-steps/words", Read = "Relire ma demande", Steps = "Voir mes étapes", Update = "Relire avec mes corrections", Label = "Dites-le avec vos mots";
    private const string Translator = "J’ai peur que mes textes nourrissent une IA pis je sais pas quoi signer";

    [Fact]
    public async Task A_sentence_leads_to_steps_the_first_of_which_answers_it()
    {
        var visitor = app.Visitor();
        var start = await visitor.GoAsync("/fr/next-steps");
        var understood = await ReadAsync(visitor, Translator, await visitor.FollowAsync(start, "Écrire mon besoin"));
        understood.Status.ShouldBe(HttpStatusCode.OK);
        understood.Main.ShouldContain("vos œuvres reprises par une machine");
        understood.Main.ShouldContain("un contrat à signer");
        understood.Document.QuerySelectorAll("mark").Select(m => m.TextContent).ShouldContain(m => m.StartsWith("nourrissent une IA"));
        var steps = await visitor.SubmitAsync(understood.Form(Steps), Steps);
        steps.Address.ShouldBe("/fr/next-steps/mine");
        Walk.Steps(steps).Count.ShouldBeInRange(1, 5);
        Walk.Steps(steps)[0].ShouldBe("Dire non à l’entraînement des IA avec ses œuvres");
        Walk.Steps(steps).ShouldContain("Contrat : l’IA, clause par clause");
        Walk.Reasons(steps)[0].ShouldStartWith("Parce que vous parlez de ceci : vos œuvres reprises par une machine.");
    }

    [Fact]
    public async Task English_is_understood_and_answered()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/en/next-steps/words");
        var understood = await visitor.SubmitAsync(page.Form("Read my request").Fill("Say it in your own words", "somebody trained AI on my paintings without asking"), "Read my request");
        understood.Main.ShouldContain("your works taken by a machine");
        var steps = await visitor.SubmitAsync(understood.Form("See my steps"), "See my steps");
        Walk.Steps(steps)[0].ShouldBe("Saying no to AI training on your works");
    }

    [Fact]
    public async Task What_is_struck_serves_nothing_and_what_is_added_does()
    {
        var visitor = app.Visitor();
        var understood = await ReadAsync(visitor, Translator);
        var form = understood.Form(Update);
        foreach (var idea in understood.Document.QuerySelectorAll("input[name='Input.Kept']")) form.Untick(Page.Words(idea.Closest("label")!.TextContent));
        var struck = await visitor.SubmitAsync(form, Update);
        struck.Document.QuerySelectorAll("input[name='Input.Kept'][checked]").ShouldBeEmpty();
        struck.Document.QuerySelectorAll(".mots s").ShouldNotBeEmpty("what is struck stays legible");
        var refused = await visitor.SubmitAndStayAsync(struck.Form(Steps), Steps);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Rien de ce qui est coché ne mène encore à une étape. Ajoutez une idée, ou dites-le autrement."]);
        var added = await visitor.SubmitAsync(refused.Form(Update).Fill("Ajouter une idée (facultatif)", "des questions éthiques"), Update);
        added.Main.ShouldContain("ajouté par vous");
        (await visitor.SubmitAsync(added.Form(Steps), Steps)).Address.ShouldBe("/fr/next-steps/mine");
    }

    [Fact]
    public async Task What_was_deduced_from_a_struck_idea_goes_with_it_and_what_was_chosen_stays()
    {
        var visitor = app.Visitor();
        var understood = await ReadAsync(visitor, Translator);
        var task = understood.Form(Update).Value("La tâche");
        task.ShouldNotBeNullOrEmpty();
        var form = understood.Form(Update).Fill("Ce qui vous retient", "time");
        foreach (var idea in understood.Document.QuerySelectorAll("input[name='Input.Kept']")) form.Untick(Page.Words(idea.Closest("label")!.TextContent));
        var struck = (await visitor.SubmitAsync(form, Update)).Form(Update);
        struck.Value("La tâche").ShouldBeNullOrEmpty("nothing that is left says it");
        struck.Value("Ce qui vous retient").ShouldBe("time");
    }

    [Fact]
    public async Task Another_sentence_is_read_afresh()
    {
        var visitor = app.Visitor();
        var first = await ReadAsync(visitor, Translator);
        var second = await visitor.SubmitAsync(first.Form(Read).Fill(Label, "Quel logiciel choisir pour nos horaires?"), Read);
        second.Main.ShouldContain("choisir un outil");
        second.Document.QuerySelectorAll("input[name='Input.Kept'][checked]").ShouldNotBeEmpty();
        second.Document.QuerySelectorAll("input[name='Input.Kept']").Select(i => i.GetAttribute("value")).ShouldNotContain("works-taken");
    }

    [Theory]
    [InlineData("Notre plombier est parti et le toit coule, qui appeler?", "Ce n’est pas notre métier, mais c’est celui de quelqu’un", "Le conseil de la culture de votre région")]
    [InlineData("Blorp zwik tralala", "Nous n’avons pas assez compris pour vous guider", "Dites-le autrement")]
    [InlineData("Est-ce que j’ai vraiment besoin d’une IA pour un tableau de quatre guides? Le papier marche bien.", "Aucune IA nécessaire", "votre façon de faire peut suffire")]
    public async Task What_is_outside_the_field_unknown_or_needs_nothing_is_said_plainly(string text, string heading, string told)
    {
        var page = await ReadAsync(app.Visitor(), text);
        page.Main.ShouldContain(heading);
        page.Main.ShouldContain(told);
    }

    [Fact]
    public async Task Distress_meets_people_first_and_can_go_on()
    {
        var visitor = app.Visitor();
        var page = await ReadAsync(visitor, "Depuis que l’IA prend mes contrats je ne dors plus, j’ai plus envie de vivre");
        page.Main.ShouldContain("Vous n’avez pas à porter ça sans aide");
        page.Main.ShouldContain("Rien de ce que vous avez écrit n’a été gardé ni transmis.");
        page.Main.ShouldNotContain("Voir mes étapes");
        page.Main.ShouldNotContain("Vous parlez de…");
        var on = await visitor.SubmitAsync(page.Form("Revenir à ma question"), "Revenir à ma question");
        on.Main.ShouldContain("Vous parlez de…");
        (await visitor.SubmitAsync(on.Form(Steps), Steps)).Address.ShouldBe("/fr/next-steps/mine");
    }

    [Theory]
    [InlineData("je veux plus vivre")]
    [InlineData("jveux pu vivre comme ca")]
    [InlineData("j’veux mourir")]
    [InlineData("je suis fatiguée de vivre")]
    [InlineData("je vais mettre fin à mes jours")]
    [InlineData("je pense à m’enlever la vie")]
    [InlineData("I don’t want to be here anymore", "en")]
    [InlineData("i wish i was dead", "en")]
    [InlineData("Everyone would be better off without me", "en")]
    [InlineData("im so tired of living", "en")]
    public async Task Whoever_is_at_the_end_of_their_strength_is_given_numbers_to_call(string words, string language = "fr")
    {
        var (visitor, isFrench) = (app.Visitor(), language == "fr");
        var page = isFrench ? await ReadAsync(visitor, words) : await visitor.SubmitAsync((await visitor.GoAsync("/en/next-steps/words")).Form("Read my request").Fill("Say it in your own words", words), "Read my request");
        page.Document.QuerySelectorAll(".secours a[href^='tel:']").Select(a => a.GetAttribute("href")).ShouldBe(["tel:18662773553", "tel:911", "tel:811"]);
        page.Main.ShouldNotContain(isFrench ? "Nous n’avons pas assez compris" : "We did not understand enough");
    }

    [Theory]
    [InlineData("on est mieux sans IA")]
    [InlineData("je veux vivre de mon art")]
    [InlineData("mon métier va mourir")]
    public async Task And_nobody_else_is(string words) => (await ReadAsync(app.Visitor(), words)).Document.QuerySelector(".secours").ShouldBeNull();

    [Fact]
    public async Task Nothing_written_or_too_much_is_refused_and_kept()
    {
        var visitor = app.Visitor();
        var empty = await visitor.SubmitAndStayAsync((await visitor.GoAsync(Address)).Form(Read), Read);
        empty.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        empty.Errors.ShouldBe(["Écrivez une phrase : ce que vous faites, ce qui vous bloque ou ce que vous aimeriez."]);
        var text = string.Concat(Enumerable.Repeat("mes dessins ", 1667));
        var long_ = await visitor.SubmitAndStayAsync(empty.Form(Read).Fill(Label, text), Read);
        long_.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        long_.Errors.Single().ShouldContain("4 000");
        long_.Form(Read).Value(Label)!.Length.ShouldBeGreaterThan(20_000);
    }

    [Fact]
    public async Task What_is_written_is_in_no_address_cookie_nor_table_and_steps_kept_hold_codes_only()
    {
        var visitor = app.Visitor();
        var understood = await ReadAsync(visitor, "zirconium " + Translator);
        understood.Address.ShouldNotContain("zirconium");
        var steps = await visitor.SubmitAsync(understood.Form(Steps), Steps);
        steps.Address.ShouldBe("/fr/next-steps/mine");
        var kept = await visitor.SubmitAsync(steps.Form("Garder sous un code"), "Garder sous un code");
        kept.Status.ShouldBe(HttpStatusCode.OK);
        var documents = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<SavedPath>().Select(p => p.Document).ToListAsync());
        var mine = documents.Where(d => d.Contains("works-taken")).ShouldHaveSingleItem();
        foreach (var word in (string[])["zirconium", "nourrissent", "mes textes", "signer"]) mine.ShouldNotContain(word);
    }

    [Fact]
    public async Task The_language_is_changed_without_losing_what_is_written()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync(Address);
        var english = await visitor.SubmitAsync(page.Form(Read).Fill(Label, Translator), "English");
        english.Address.ShouldStartWith("/en/next-steps/words");
        english.Form("Read my request").Value("Say it in your own words").ShouldBe(Translator);
    }

    [Fact]
    public async Task Leaving_forgets_what_was_written()
    {
        var visitor = app.Visitor();
        var back = await visitor.SubmitAsync((await visitor.GoAsync(Address)).Form(Read).Fill(Label, Translator), "Page précédente");
        back.Address.ShouldBe("/fr/next-steps");
        (await visitor.GoAsync(Address)).Form(Read).Value(Label).ShouldBeNullOrEmpty();
    }

    private static async Task<Page> ReadAsync(Visitor visitor, string text, Page? from = null) =>
        await visitor.SubmitAsync((from ?? await visitor.GoAsync(Address)).Form(Read).Fill(Label, text), Read);
}
