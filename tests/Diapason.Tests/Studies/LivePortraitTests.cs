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
    public async Task Answers_sent_counted_or_taken_back_move_no_public_figure()
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
        page.Main.ShouldContain("paraissent par éditions, jamais réponse par réponse");
        (await FiguresAsync(visitor)).ShouldBe(before);
        var mine = await visitor.GoAsync("/fr/consultation/ia-2026/withdraw");
        await visitor.SubmitAsync(mine.Form("Effacer mes réponses"), "Effacer mes réponses");
        await ShouldBecomeAsync(1200);
        (await FiguresAsync(visitor)).ShouldBe(before, "what is taken back refreshes nothing");
        await AnswerAsync(app.Visitor());
        await app.OthersSendAsync(19);
        await ShouldBecomeAsync(1210);
        // The council asks, and a night passes: no group has doubled.
        var asked = await _analyst.GoAsync("/fr/coverage");
        (await _analyst.SubmitAsync(asked.Form("Publier maintenant"), "Publier maintenant")).Main.ShouldContain("Aucun groupe n’est prêt : rien n’a changé.");
        app.Clock.Advance(TimeSpan.FromDays(1));
        await app.RunJobsAsync("studies.");
        (await FiguresAsync(visitor)).ShouldBe(before);
        (await app.Visitor().GoAsync("/fr/portrait")).Main.ShouldContain("au moins 1 200 personnes");
    }

    [Fact]
    public async Task Another_server_and_a_restart_show_the_same_figures()
    {
        var first = app.Visitor();
        await UntilPublishedAsync(first);
        var figures = await FiguresAsync(first);
        await using var other = new TwinApp(app.ConnectionString);
        await other.InitializeAsync();
        var second = other.Visitor();
        await UntilPublishedAsync(second);
        (await FiguresAsync(second)).ShouldBe(figures);
        await other.RunJobsAsync("studies.");
        (await FiguresAsync(second)).ShouldBe(figures, "a start refreshes nothing");
    }

    private static async Task UntilPublishedAsync(Visitor visitor)
    {
        for (var i = 0; i < 120 && (await visitor.GoAsync("/fr/portrait")).Document.QuerySelector("figure.figure") is null; i++) await Task.Delay(250, TestContext.Current.CancellationToken);
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
        root.GetProperty("edition").GetProperty("day").GetString()!.Length.ShouldBe(10, "a day, never a time");
        foreach (var figure in root.GetProperty("figures").EnumerateArray())
            foreach (var name in new[] { "share", "standardError", "indicativeLow", "indicativeHigh", "coefficientOfVariation" })
                if (figure.GetProperty(name) is { ValueKind: JsonValueKind.Number } number) (number.GetDecimal() * 100 % 1).ShouldBe(0, name);
        // Who answered, beside the population, moves no sooner than the figures: at the pace of answers it told who had come (ADR 50).
        return root.GetProperty("figures").GetRawText() + root.GetProperty("coverage").GetRawText();
    }
}
