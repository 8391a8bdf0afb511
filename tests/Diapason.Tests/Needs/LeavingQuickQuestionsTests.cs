using Diapason.TestKit;
using Diapason.Tests.Consultations;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>Going back, or to the other language, in the middle of the quick questions loses no choice.</summary>
public sealed class LeavingQuickQuestionsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Going_back_from_the_context_keeps_what_was_chosen()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/next-steps/quick");
        var start = await visitor.BackAsync(page.Form("Continuer").Choose(Walk.French[0]).Choose(Walk.French[1]));
        start.Address.ShouldBe("/fr/next-steps");
        Chosen(await visitor.GoAsync("/fr/next-steps/quick")).ShouldBe(2);
    }

    [Fact]
    public async Task Going_back_from_the_levels_keeps_them_and_so_does_the_other_language()
    {
        var visitor = app.Visitor();
        var page = await Walk.ToPositionsAsync(visitor);
        var back = await visitor.BackAsync(page.Form("Voir mes prochaines étapes").Choose("Aucune de ces phrases, pas encore", "Évaluer et comparer des outils"));
        back.Address.ShouldBe("/fr/next-steps/quick");
        Chosen(back).ShouldBe(5);
        page = await visitor.SubmitAsync(back.Form("Continuer"), "Continuer");
        Chosen(page).ShouldBe(1);
        var form = page.Form("Voir mes prochaines étapes").Choose("Aucune de ces phrases, pas encore", "Trouver un logiciel adapté à une tâche ou à un besoin").Forge("act", "language-en");
        var english = await visitor.SubmitAsync(form, "Voir mes prochaines étapes");
        english.Address.ShouldBe("/en/next-steps/quick/positions");
        Chosen(english).ShouldBe(2);
    }

    [Theory]
    [InlineData("Diapason", "/fr/")]
    [InlineData("Aide", "/fr/help")]
    [InlineData("Vie privée", "/fr/privacy")]
    public async Task The_masthead_and_the_foot_lead_away_from_both_pages_with_every_choice_kept(string way, string address)
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/next-steps/quick");
        page.Document.QuerySelectorAll("header a[href], footer a[href]").ShouldBeEmpty();
        (await visitor.SubmitAsync(page.Form("Continuer").Choose(Walk.French[0]).Choose(Walk.French[1]), way)).Address.ShouldBe(address);
        Chosen(await visitor.GoAsync("/fr/next-steps/quick")).ShouldBe(2);
        page = await Walk.ToPositionsAsync(visitor);
        page.Document.QuerySelectorAll("header a[href], footer a[href]").ShouldBeEmpty();
        (await visitor.SubmitAsync(page.Form("Voir mes prochaines étapes").Choose("Aucune de ces phrases, pas encore", "Évaluer et comparer des outils"), way)).Address.ShouldBe(address);
        Chosen(await visitor.GoAsync("/fr/next-steps/quick/positions")).ShouldBe(1);
    }

    private static int Chosen(Page page) => page.Document.QuerySelectorAll("form#answers input[checked]").Length;
}
