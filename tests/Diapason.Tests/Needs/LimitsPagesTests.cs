using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>Time, money, place, language and what one cannot do without: asked once, by both ways in, and kept with the path.</summary>
public sealed class LimitsPagesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string See = "Voir mes étapes", Change = "Changer mes limites", Long = "Journal d’essai d’une semaine";

    [Fact]
    public async Task Limits_said_with_the_quick_questions_are_kept_to_and_what_they_leave_out_can_be_seen()
    {
        var visitor = app.Visitor();
        var form = (await Walk.ToPositionsAsync(visitor)).Form();
        foreach (var group in form.Element.QuerySelectorAll("fieldset:has(input[type=radio])").ToList())
            form.Choose(Page.Words(group.QuerySelector("label")!.TextContent), Page.Words(group.QuerySelector("legend")!.TextContent));
        form.Fill("Votre temps", "Une heure par mois").Fill("Votre façon d’apprendre", "À mon rythme seulement").Fill("Votre région", "Bas-Saint-Laurent").Choose("Des documents lisibles par un lecteur d’écran");
        var mine = await visitor.SubmitAsync(form, "Voir mes prochaines étapes");
        mine.Address.ShouldBe("/fr/next-steps/mine");
        mine.Main.ShouldContain("Vos étapes en tiennent compte : Une heure par mois");
        mine.Main.ShouldContain("Bas-Saint-Laurent");
        var left = mine.Document.QuerySelector("#left-out")!;
        var words = Page.Words(left.TextContent);
        words.ShouldMatch("Vos limites ont écarté (une étape|[0-9]+ étapes)");
        words.ShouldContain("plus que ce que vous avez en un mois");
        var titles = left.QuerySelectorAll("li a").Select(a => Page.Words(a.TextContent)).ToList();
        titles.Intersect(Walk.Steps(mine)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Limits_are_said_with_ones_own_words_too_and_stay_when_the_other_way_is_taken()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/next-steps/words");
        var understood = await visitor.SubmitAsync(page.Form("Relire ma demande").Fill("Dites-le avec vos mots", "Je veux essayer un outil pour mes rapports mais je ne sais pas par où commencer"), "Relire ma demande");
        var again = await visitor.SubmitAsync(understood.Form("Relire avec mes corrections").Fill("Votre temps", "Une heure par mois").Fill("Votre argent", "Rien à payer"), "Relire avec mes corrections");
        again.Form(See).Value("Votre temps").ShouldBe("1", "what was said stays on the form");
        var mine = await visitor.SubmitAsync(again.Form(See), See);
        mine.Main.ShouldContain("Une heure par mois · Rien à payer");
        Walk.Steps(mine).ShouldNotContain(Long);
        var positions = await Walk.ToPositionsAsync(visitor);
        positions.Form().Value("Votre temps").ShouldBe("1", "asked once");
        positions.Form().Value("Votre argent").ShouldBe("0");
    }

    [Fact]
    public async Task Limits_are_changed_from_the_steps_and_travel_with_the_path_under_its_code()
    {
        var visitor = app.Visitor();
        var mine = await Walk.ToStepsAsync(visitor);
        mine.Main.ShouldContain("Vous n’en avez dit aucune.");
        mine.Document.QuerySelector("#left-out").ShouldBeNull();
        var limits = await visitor.FollowAsync(mine, "Dire mes limites");
        limits.Heading.ShouldBe("Mes limites");
        var changed = await visitor.SubmitAsync(limits.Form(See).Fill("Votre façon d’apprendre", "Avec d’autres personnes").Fill("Votre argent", "Jusqu’à 50 $ par étape"), See);
        changed.Address.ShouldBe("/fr/next-steps/mine#steps");
        changed.Main.ShouldContain("Avec d’autres personnes");
        var kept = await visitor.SubmitAsync(changed.Form("Garder sous un code"), "Garder sous un code");
        var code = KeptPathTests.CodeOf(kept);
        var other = app.Visitor();
        var back = await KeptPathTests.ResumeAsync(other, code);
        back.Main.ShouldContain("Avec d’autres personnes");
        back.Main.ShouldContain("Jusqu’à 50 $ par étape");
    }

    [Fact]
    public async Task Limits_that_leave_nothing_say_so_and_lead_to_what_was_left_out()
    {
        var visitor = app.Visitor();
        var limits = await visitor.FollowAsync(await Walk.ToStepsAsync(visitor), "Dire mes limites");
        var form = limits.Form(See).Fill("Votre façon d’apprendre", "Avec d’autres personnes").Fill("Votre temps", "Une heure par mois").Choose("Un lieu sans marche à franchir").Choose("Une interprétation en langue des signes");
        var mine = await visitor.SubmitAsync(form, See);
        if (Walk.Steps(mine).Count == 0) mine.Main.ShouldContain("Rien de ce qui répond à vos besoins ne tient dans vos limites");
        mine.Document.QuerySelectorAll("#left-out li").Length.ShouldBeGreaterThan(3);
        var again = await visitor.FollowAsync(mine, Change);
        again.Form(See).Value("Votre temps").ShouldBe("1");
    }

    [Fact]
    public async Task Only_what_is_offered_is_taken_and_the_language_is_changed_without_losing_it()
    {
        var visitor = app.Visitor();
        var limits = await visitor.FollowAsync(await Walk.ToStepsAsync(visitor), "Dire mes limites");
        var english = await visitor.SubmitAsync(limits.Form(See).Fill("Votre temps", "2 heures par mois"), "English");
        english.Address.ShouldBe("/en/next-steps/mine/limits");
        english.Form("See my steps").Value("Your time").ShouldBe("2");
        var forged = await visitor.SubmitAsync(english.Form("See my steps").Forge("limits.hours", "9000").Forge("limits.way", "flying").Forge("limits.region", "r99"), "See my steps");
        forged.Status.ShouldBe(HttpStatusCode.OK);
        forged.Main.ShouldContain("You have said none.");
    }

    [Fact]
    public async Task Who_has_no_steps_has_no_limits_to_change() => (await app.Visitor().PeekAsync("/fr/next-steps/mine/limits")).Location.ShouldBe("/fr/next-steps");
}
