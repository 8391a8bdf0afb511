using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>No page of the next steps is the answer to a form: the browser's Back and Forward ask nothing, and what was sent is still there.</summary>
public sealed class BackAndForthTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_refused_page_of_questions_keeps_what_was_chosen_and_can_be_opened_again()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/next-steps/quick");
        var answer = await visitor.SubmitAndStayAsync(page.Form().Choose("Gestion").Choose("Je n’ai pas le temps"), "Continuer");
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        foreach (var _ in new[] { "then", "again" })
        {
            var refused = await visitor.GoAsync(answer.Location!);
            refused.Errors.Count.ShouldBe(3);
            Chosen(refused).ShouldBe(2);
        }

        Chosen(await visitor.GoAsync("/fr/next-steps/quick")).ShouldBe(2, "Back");
    }

    [Fact]
    public async Task A_form_begun_over_a_path_already_found_is_kept_beside_it()
    {
        var visitor = app.Visitor();
        var steps = Walk.Steps(await Walk.ToStepsAsync(visitor));
        await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps/quick")).Form().Choose("Je travaille à mon compte").Forge("Input.Goal", "no-such-goal"), "Continuer");
        Walk.Steps(await visitor.GoAsync("/fr/next-steps/mine")).ShouldBe(steps);
        (await visitor.GoAsync("/fr/next-steps/quick")).Form("Continuer").Element.QuerySelector("input[value=self_employed]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task A_refused_page_of_levels_keeps_them()
    {
        var visitor = app.Visitor();
        var page = await Walk.ToPositionsAsync(visitor);
        var answer = await visitor.SubmitAndStayAsync(page.Form().Choose("Aucune de ces phrases, pas encore", "Évaluer et comparer des outils"), "Voir mes prochaines étapes");
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        var refused = await visitor.GoAsync(answer.Location!);
        refused.Errors.Count.ShouldBe(2);
        refused.Title.ShouldStartWith("Erreur");
        Chosen(refused).ShouldBe(1);
    }

    [Fact]
    public async Task The_page_of_the_code_is_asked_with_get_until_it_is_noted()
    {
        var visitor = app.Visitor();
        var steps = await Walk.ToStepsAsync(visitor);
        var answer = await visitor.SubmitAndStayAsync(steps.Form("Garder sous un code"));
        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        var shown = await visitor.GoAsync(answer.Location!);
        var code = KeptPathTests.CodeOf(shown);
        KeptPathTests.CodeOf(await visitor.GoAsync("/fr/next-steps/code")).ShouldBe(code);
        (await visitor.SubmitAsync(shown.Form("C’est noté"))).Address.ShouldBe("/fr/next-steps/mine");
        (await visitor.PeekAsync("/fr/next-steps/code")).Location.ShouldBe("/fr/next-steps/mine");
        (await visitor.GoAsync("/fr/next-steps/mine")).Html.ShouldNotContain(code);
    }

    [Fact]
    public async Task Erasing_and_emptying_the_device_leave_nothing_of_what_was_typed()
    {
        foreach (var way in new[] { "/fr/next-steps/mine/erase", "/fr/notebook/empty" })
        {
            var visitor = app.Visitor();
            var steps = await Walk.ToStepsAsync(visitor);
            await visitor.SubmitAsync(steps.Form("Garder sous un code"));
            await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps/quick")).Form().Choose("Je travaille à mon compte").Forge("Input.Goal", "no-such-goal"), "Continuer");
            await visitor.SubmitAsync((await visitor.GoAsync(way)).Form());
            Chosen(await visitor.GoAsync("/fr/next-steps/quick")).ShouldBe(0, way);
            (await visitor.PeekAsync("/fr/next-steps/code")).Location.ShouldBe("/fr/next-steps/mine", way);
        }
    }

    private static int Chosen(Page page) => page.Document.QuerySelectorAll("form#answers input[checked]").Length;
}
