using Diapason.TestKit;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>A page open twice, or found again by the browser's Back, still shows what was there: what its author did not change on it changes nothing.</summary>
public sealed class TwoTabsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Alone = "Je travaille à mon compte";

    [Theory]
    [InlineData("Continuer")]
    [InlineData("Passer")]
    [InlineData("Page précédente")]
    [InlineData("Enregistrer et quitter")]
    public async Task A_page_left_as_it_was_erases_nothing_of_what_was_answered_elsewhere(string button)
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        await visitor.ContinueAsync((await visitor.GoAsync(page.Address)).Form("Continuer").Choose(Alone).Choose("Diffusion"));
        await visitor.SubmitAsync(page.Form("Continuer"), button);
        (await app.StoredAsync(page.Code()))["status"].Text.ShouldBe("self_employed");
        (await app.StoredAsync(page.Code()))["role"].Text.ShouldBe("presenter");
    }

    [Fact]
    public async Task Who_goes_on_from_such_a_page_is_shown_what_is_kept_once()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        await visitor.ContinueAsync((await visitor.GoAsync(page.Address)).Form("Continuer").Choose("Diffusion"));
        var shown = await visitor.ContinueAsync(page.Form("Continuer").Choose(Alone));
        shown.Main.ShouldContain("Cette page a été remplie ailleurs depuis que vous l’avez ouverte.");
        shown.Checked().ShouldBe(["self_employed", "presenter"], ignoreOrder: true);
        var next = await visitor.ContinueAsync(shown.Form("Continuer"));
        next.Address.ShouldNotStartWith(page.Address);
        next.Main.ShouldNotContain("remplie ailleurs");
    }

    [Fact]
    public async Task An_old_page_found_by_Back_brings_no_old_answer_again()
    {
        var visitor = app.Visitor();
        var first = await visitor.BeginAsync();
        await visitor.ContinueAsync(first.Form("Continuer").Choose("Diffusion"));
        var old = await visitor.GoAsync(first.Address);
        await visitor.ContinueAsync((await visitor.GoAsync(first.Address)).Form("Continuer").Choose("Production"));
        (await visitor.ContinueAsync(old.Form("Continuer"))).Checked().ShouldBe(["producer"]);
        (await app.StoredAsync(first.Code()))["role"].Text.ShouldBe("producer");
    }

    [Fact]
    public async Task What_both_changed_is_what_was_said_last()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        await visitor.ContinueAsync((await visitor.GoAsync(page.Address)).Form("Continuer").Choose("Diffusion"));
        (await visitor.ContinueAsync(page.Form("Continuer").Choose("Production"))).Address.ShouldNotStartWith(page.Address);
        (await app.StoredAsync(page.Code()))["role"].Text.ShouldBe("producer");
    }

    [Fact]
    public async Task Two_lines_of_a_grid_filled_in_two_tabs_are_both_kept()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/tasks_office");
        await visitor.ContinueAsync((await visitor.GoAsync(page.Address)).Form("Continuer").Choose("À garder sans IA", "Planifier le calendrier et les horaires"));
        var shown = await visitor.ContinueAsync(page.Form("Continuer").Choose("À confier à l’IA, ou à faire avec son aide", "Rédiger des rapports et des redditions de comptes"));
        shown.Main.ShouldContain("Cette page a été remplie ailleurs depuis que vous l’avez ouverte.");
        var stored = await app.StoredAsync(page.Code());
        (stored["piles.planning"].Text, stored["piles.reports"].Text).ShouldBe(("keep", "hand"));
    }

    [Fact]
    public async Task What_is_unticked_is_taken_back()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        await visitor.ContinueAsync(page.Form("Continuer").Choose("Un atelier pratique en personne").Choose("Un échange entre pairs"));
        var again = await visitor.GoAsync(page.Address);
        await visitor.ContinueAsync(again.Form("Continuer").Untick("Un atelier pratique en personne"));
        (await app.StoredAsync(page.Code()))["formats"].Codes.ShouldBe(["peers"]);
    }

    [Fact]
    public async Task A_page_still_open_once_everything_is_sent_says_that_it_came_too_late()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAndAnswerAsync();
        var open = await visitor.GoAsync(page.Address);
        var check = await visitor.PassUntilAsync(page);
        await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
        (await visitor.ContinueAsync(open.Form("Continuer"))).Main.ShouldContain("ce que vous venez de changer n’est pas compté");
        (await visitor.GoAsync(Answering.Start + "/receipt")).Main.ShouldNotContain("n’est pas compté");
    }
}
