using System.Text.Json;
using AngleSharp.Html.Dom;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class LivePortraitTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_new_answer_shows_in_the_portrait_and_leaves_it_when_withdrawn()
    {
        var visitor = app.Visitor();
        var before = await RespondentsAsync(visitor);
        before.ShouldBe(1200);
        await AnswerAsync(visitor);
        await ShouldBecomeAsync(visitor, before + 1);
        var mine = await visitor.GoAsync("/fr/consultation/ia-2026/withdraw");
        await visitor.SubmitAsync(mine.Form("Effacer mes réponses"), "Effacer mes réponses");
        await ShouldBecomeAsync(visitor, before);
    }

    private static async Task AnswerAsync(Visitor visitor)
    {
        var page = await visitor.GoAsync("/fr/consultation/ia-2026");
        var consent = page.Form("Commencer");
        foreach (var box in consent.Element.QuerySelectorAll("input[type=checkbox]").OfType<IHtmlInputElement>()) box.IsChecked = true;
        page = await visitor.SubmitAsync(consent, "Commencer");
        for (var i = 0; i < 40 && page.Heading != "Vérifiez vos réponses"; i++)
        {
            var form = page.Form("Continuer");
            foreach (var group in form.Element.QuerySelectorAll("input[type=radio]").OfType<IHtmlInputElement>().GroupBy(r => r.Name)) group.First().IsChecked = true;
            page = await visitor.SubmitAsync(form, "Continuer");
        }

        page = await visitor.SubmitAsync(page.Form("Envoyer mes réponses"), "Envoyer mes réponses");
        page.Address.ShouldEndWith("/receipt");
    }

    /// <summary>Five seconds is the promise; more is allowed here, since a loaded machine is no defect.</summary>
    private static async Task ShouldBecomeAsync(Visitor visitor, int respondents)
    {
        for (var i = 0; i < 60 && await RespondentsAsync(visitor) != respondents; i++) await Task.Delay(250, TestContext.Current.CancellationToken);
        (await RespondentsAsync(visitor)).ShouldBe(respondents);
    }

    private static async Task<int> RespondentsAsync(Visitor visitor)
    {
        using var document = JsonDocument.Parse(await visitor.Client.GetStringAsync("/fr/portrait.json", TestContext.Current.CancellationToken));
        return document.RootElement.GetProperty("respondents").GetInt32();
    }
}
