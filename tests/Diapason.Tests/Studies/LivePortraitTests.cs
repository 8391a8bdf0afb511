using System.Text.Json;
using AngleSharp.Html.Dom;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class LivePortraitTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private Visitor? _analyst;

    [Fact]
    public async Task A_new_answer_waits_in_the_tray_and_shows_with_the_ten_it_is_counted_with()
    {
        var visitor = app.Visitor();
        _analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        // The server answers before it has read the answers again.
        await ShouldBecomeAsync(1200);
        var before = await FiguresAsync(visitor);
        await AnswerAsync(visitor);
        var page = await visitor.GoAsync("/fr/portrait");
        page.Main.ShouldContain("au moins 1 200 personnes");
        (page.Main + (await visitor.GoAsync("/fr/portraits")).Main).ShouldNotContain("1 201");
        foreach (var file in new[] { "/fr/portrait.json", "/fr/portrait.csv" })
            (await visitor.Client.GetStringAsync(file, TestContext.Current.CancellationToken)).ShouldNotMatch(@"\b1201\b");
        page.Main.ShouldContain("se renouvellent toutes les 10 réponses");
        (await FiguresAsync(visitor)).ShouldBe(before, "one answer more or less must not be read in the figures");
        var mine = await visitor.GoAsync("/fr/consultation/ia-2026/withdraw");
        await visitor.SubmitAsync(mine.Form("Effacer mes réponses"), "Effacer mes réponses");
        await AnswerAsync(app.Visitor());
        await app.OthersSendAsync(19);
        await ShouldBecomeAsync(1210);
        (await FiguresAsync(visitor)).ShouldNotBe(before, "ten were counted, and published");
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
    private async Task ShouldBecomeAsync(int respondents)
    {
        var said = $"{respondents / 1000} {respondents % 1000:000} réponses envoyées";
        for (var i = 0; i < 60 && !(await _analyst!.GoAsync("/fr/coverage")).Main.Contains(said, StringComparison.Ordinal); i++) await Task.Delay(250, TestContext.Current.CancellationToken);
        (await _analyst!.GoAsync("/fr/coverage")).Main.ShouldContain(said);
    }

    private static async Task<string> FiguresAsync(Visitor visitor)
    {
        using var document = JsonDocument.Parse(await visitor.Client.GetStringAsync("/fr/portrait.json", TestContext.Current.CancellationToken));
        var root = document.RootElement;
        root.GetProperty("computedAt").GetString()!.Length.ShouldBe(10, "a day, never a time");
        foreach (var figure in root.GetProperty("figures").EnumerateArray())
            foreach (var name in new[] { "share", "unweighted", "standardError", "indicativeLow", "indicativeHigh", "coefficientOfVariation" })
                if (figure.GetProperty(name) is { ValueKind: JsonValueKind.Number } number) (number.GetDecimal() * 100 % 1).ShouldBe(0, name);
        return root.GetProperty("figures").GetRawText();
    }
}
