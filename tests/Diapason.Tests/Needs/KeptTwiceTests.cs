using Diapason.TestKit;
using Diapason.Tests.Consultations;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>Steps kept under a code, then other answers: every page says what is still kept, and both can be erased.</summary>
public sealed class KeptTwiceTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Other_answers_do_not_make_the_page_forget_what_is_kept()
    {
        var visitor = app.Visitor();
        var (_, code) = await KeptPathTests.KeepAsync(visitor);
        var page = await Walk.ToStepsAsync(visitor);
        page.Main.ShouldContain("Ces étapes ne sont pas enregistrées chez nous.");
        page.Main.ShouldContain("Celles que vous aviez gardées avant le sont encore, sous leur propre code");
        var asked = await visitor.FollowAsync(page, "Effacer…");
        asked.Main.ShouldContain("D’autres étapes, venues de réponses données avant celles-ci, sont gardées chez nous");
        var start = await visitor.SubmitAsync(asked.Form("Effacer seulement celles-ci"), "Effacer seulement celles-ci");
        start.Main.ShouldContain("Celles que vous aviez gardées avant restent sous leur code");
        (await KeptPathTests.ResumeAsync(app.Visitor(), code)).Address.ShouldBe("/fr/next-steps/mine");
    }

    [Fact]
    public async Task Both_are_erased_together_when_asked()
    {
        var visitor = app.Visitor();
        var (_, first) = await KeptPathTests.KeepAsync(visitor);
        var second = KeptPathTests.CodeOf(await visitor.SubmitAsync((await Walk.ToStepsAsync(visitor)).Form("Garder sous un code")));
        second.ShouldNotBe(first);
        var asked = await visitor.GoAsync("/fr/next-steps/mine/erase");
        var start = await visitor.SubmitAsync(asked.Form("Tout effacer, les anciennes aussi"), "Tout effacer, les anciennes aussi");
        start.Main.ShouldContain("ne sont plus ni dans ce navigateur ni chez nous");
        start.Main.ShouldNotContain("restent sous leur code");
        foreach (var code in new[] { first, second }) (await KeptPathTests.ResumeAsync(app.Visitor(), code)).Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_notebook_and_the_start_say_that_open_steps_are_kept()
    {
        var visitor = app.Visitor();
        var (_, code) = await KeptPathTests.KeepAsync(visitor);
        foreach (var address in new[] { "/fr/notebook", "/fr/next-steps" }) (await visitor.GoAsync(address)).Main.ShouldNotContain("jusqu’à ce que vous le fermiez", customMessage: address);
        (await visitor.GoAsync("/fr/notebook")).Main.ShouldContain("sous un code que cet appareil ne retient pas");
        var shown = await visitor.GoAsync("/fr/next-steps/code");
        var notebook = await visitor.SubmitAsync(shown.Form("Garder dans mon carnet"), "Garder dans mon carnet");
        notebook.Main.ShouldContain(code);
        notebook.Main.ShouldNotContain("ne retient pas");
        notebook.Document.QuerySelectorAll(".carnet > li").Length.ShouldBe(1, "the path and its copy are one thing");
    }

    [Fact]
    public async Task Who_holds_an_older_code_in_the_notebook_is_told_of_it_too()
    {
        var visitor = app.Visitor();
        var (_, code) = await KeptPathTests.KeepAsync(visitor);
        await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps/code")).Form("Garder dans mon carnet"), "Garder dans mon carnet");
        await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps/mine/erase")).Form("Effacer mes étapes"));
        (await Walk.ToStepsAsync(visitor)).Main.ShouldNotContain("Celles que vous aviez gardées avant");
        (await KeptPathTests.ResumeAsync(app.Visitor(), code)).Errors.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_page_of_the_withdrawal_says_that_kept_steps_stay()
    {
        var visitor = app.Visitor();
        await visitor.BeginAsync();
        var page = await visitor.SubmitAsync((await visitor.GoAsync("/fr/consultation/ia-2026/withdraw")).Form("Effacer mes réponses"), "Effacer mes réponses");
        page.Address.ShouldBe("/fr/consultation/ia-2026/withdrawn");
        page.Main.ShouldContain("Une copie chiffrée peut rester dans des sauvegardes, 30 jours au plus");
        page.Main.ShouldContain("Des étapes gardées sous un code de parcours ne sont pas effacées avec vos réponses");
        page.Link("Voir où les effacer").ShouldBe("/fr/next-steps");
    }
}
