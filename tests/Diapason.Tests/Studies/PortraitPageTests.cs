using System.Net;
using System.Text.Json;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Studies.Following;
using Diapason.Studies.Reporting;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class PortraitPageTests(DiapasonApp app) : IClassFixture<DiapasonApp>, IAsyncLifetime
{
    /// <summary>The server answers before it has read the answers again: these tests are of the page that follows.</summary>
    public async ValueTask InitializeAsync()
    {
        await app.PortraitReadyAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("/fr/portrait", "83 % s’attendent à ce que leur métier change et s’adapte", "Données synthétiques de démonstration.")]
    [InlineData("/en/portrait", "83% expect their trade to change and adapt", "Synthetic demonstration data.")]
    public async Task The_title_is_the_main_finding_and_the_page_says_that_it_is_synthetic(string address, string finding, string synthetic)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Heading.ShouldBe(finding);
        page.Document.QuerySelector(".demo").ShouldNotBeNull();
        page.Document.QuerySelectorAll("figure.figure .source").ShouldAllBe(s => Page.Words(s.TextContent).EndsWith(synthetic, StringComparison.Ordinal));
        page.Main.ShouldNotContain("[");
    }

    [Fact]
    public async Task A_figure_never_travels_alone()
    {
        var page = await app.Visitor().GoAsync("/fr/portrait");
        var figures = page.Document.QuerySelectorAll("figure.figure");
        figures.Length.ShouldBe(9);
        foreach (var figure in figures)
        {
            var source = Page.Words(figure.QuerySelector(".source")!.TextContent);
            foreach (var part in new[] { "« ", "n = ", "base : ", "Population de référence : Professions de la culture", "2026", "Pondéré.", "Intervalle indicatif", "Fiabilité", "édition " })
                source.ShouldContain(part);
            figure.QuerySelector("details .source").ShouldNotBeNull("what is technical is folded");
            Page.Words(figure.QuerySelector(".provenance")!.TextContent).ShouldMatch(@"^D’après (environ [\d ]+|\d+ à \d+) réponses, qui comptent plus ou moins pour que chaque groupe ait sa juste place \(pondération\)\.$");
            foreach (var plain in new[] { "incertitude rapportée au chiffre", "ressemblent aux autres" }) source.ShouldContain(plain);
            figure.QuerySelectorAll("svg[role=img]").Length.ShouldBe(2);
            Page.Words(figure.QuerySelector(".lecture")!.TextContent).ShouldStartWith("Lecture : ");
            figure.QuerySelectorAll("details table tbody tr").Length.ShouldBeGreaterThan(1);
            Page.Words(figure.TextContent).ShouldContain("Étude 2025 : ");
        }
    }

    [Fact]
    public async Task Regions_that_never_had_thirty_people_are_hidden_with_the_reason()
    {
        var page = await app.Visitor().GoAsync("/fr/portrait?selon=region");
        var figure = page.Document.QuerySelector("figure.figure")!;
        var rows = figure.QuerySelectorAll("details tbody tr").Select(r => r.Children.Select(c => Page.Words(c.TextContent)).ToList()).ToList();
        foreach (var hidden in new[] { "Côte-Nord", "Nord-du-Québec", "Gaspésie–Îles-de-la-Madeleine" }) rows.Single(r => r[0] == hidden).Skip(1).ShouldAllBe(cell => cell == "masqué");
        rows.Single(r => r[0] == "Montréal").Skip(1).ShouldAllBe(cell => cell != "masqué");
        Page.Words(figure.TextContent).ShouldContain("Groupes masqués : Mauricie, Abitibi-Témiscamingue, Côte-Nord,");
        Page.Words(figure.TextContent).ShouldContain("Moins de 30 personnes de ces groupes ont répondu");
        figure.QuerySelectorAll("svg").ShouldAllBe(svg => svg.TextContent.Contains("Montréal", StringComparison.Ordinal) && !svg.TextContent.Contains("Côte-Nord", StringComparison.Ordinal));
        Page.Words(page.Document.QuerySelector("#f-obstacle_self")!.TextContent).ShouldContain("n’est posée qu’à une partie des personnes");
    }

    [Fact]
    public async Task A_mark_stands_by_its_number_in_the_chart_too_and_is_explained_in_plain_words_and_by_its_criterion()
    {
        var page = await app.Visitor().GoAsync("/fr/portrait?selon=region");
        var letters = page.Document.QuerySelectorAll("figure.figure svg text").Select(t => Page.Words(t.TextContent)).ToList();
        letters.ShouldContain(t => t.EndsWith(" %*", StringComparison.Ordinal));
        letters.ShouldAllBe(t => !t.EndsWith(" *", StringComparison.Ordinal));
        foreach (var figure in page.Document.QuerySelectorAll("figure.figure").Where(f => f.QuerySelectorAll("svg text").Any(t => t.TextContent.EndsWith('*'))))
        {
            figure.QuerySelectorAll(".note").ShouldContain(n => Page.Words(n.TextContent).StartsWith('*') && n.TextContent.Contains("trop peu de réponses", StringComparison.Ordinal));
            var criteria = figure.QuerySelectorAll("details tbody tr").Where(r => r.Children[1].TextContent.EndsWith('*')).Select(r => Page.Words(r.Children[^2].TextContent)).ToList();
            criteria.ShouldAllBe(c => c.Contains("réponses efficaces") || c.Contains("CV de plus de"));
        }
    }

    [Theory]
    [InlineData("/fr/portrait", "puisse lire une réponse", "chevauchent :", "toutes les 10", "soustra", "ratissage")]
    [InlineData("/en/portrait", "nobody can read", "overlap, so", "every 10", "subtract", "Margins followed")]
    public async Task The_method_promises_no_more_than_it_keeps(string address, params string[] gone)
    {
        var page = await app.Visitor().GoAsync(address);
        var files = await app.Visitor().Client.GetStringAsync(address + ".json", TestContext.Current.CancellationToken);
        foreach (var words in gone)
        {
            page.Main.ShouldNotContain(words);
            files.ShouldNotContain(words);
        }

        page.Main.ShouldContain("Wilson");
        page.Main.ShouldContain("Bonferroni");
        page.Main.ShouldContain("1,44".Replace(",", address.StartsWith("/en", StringComparison.Ordinal) ? "." : ",", StringComparison.Ordinal));
        page.Main.ShouldContain("100.");
    }

    [Fact]
    public async Task The_reader_chooses_the_breakdown_with_a_plain_form()
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync("/fr/portrait");
        var form = page.Form("Afficher");
        form.Method.ShouldBe("get");
        page = await visitor.SubmitAsync(form.Fill("Lire les chiffres selon", "Sous-secteur"), "Afficher");
        page.Address.ShouldEndWith("?selon=subsector");
        page.Document.QuerySelector("figure.figure")!.QuerySelectorAll("details tbody th").Select(h => Page.Words(h.TextContent)).ShouldContain("Métiers d’art");
        var english = await visitor.GoAsync("/en/portrait?selon=ensemble");
        english.Document.QuerySelector("figure.figure")!.QuerySelectorAll("details tbody tr").Length.ShouldBe(2, "an address of before");
        (await visitor.SubmitAsync(english.Form("Show"), "Show")).Address.ShouldEndWith("/en/portrait/ia-2026?by=all");
        (await visitor.GoAsync("/en/portrait?by=subsector")).Document.QuerySelector("figure.figure")!.QuerySelectorAll("details tbody th").Select(h => Page.Words(h.TextContent)).ShouldContain("Crafts");
        (await visitor.GoAsync("/fr/portrait?selon=nonsense")).Status.ShouldBe(HttpStatusCode.OK);
        var together = await visitor.GoAsync("/fr/portrait?selon=ensemble");
        together.Document.QuerySelector("figure.figure")!.QuerySelectorAll("details tbody tr").Length.ShouldBe(2, "everyone, and the published figure");
    }

    [Fact]
    public async Task The_files_carry_the_whole_context_and_hide_what_the_page_hides()
    {
        var client = app.Visitor().Client;
        using var document = JsonDocument.Parse(await client.GetStringAsync("/fr/portrait.json", TestContext.Current.CancellationToken));
        var root = document.RootElement;
        root.GetProperty("synthetic").GetBoolean().ShouldBeTrue();
        root.GetProperty("protection").GetProperty("why").GetString()!.ShouldContain("au moins 30 personnes");
        root.GetProperty("interval").GetProperty("standing").GetString().ShouldBe("indicative");
        var rows = root.GetProperty("figures").EnumerateArray().ToList();
        foreach (var row in rows)
        {
            foreach (var name in new[] { "measure", "question", "base", "frame", "period", "reliability" }) row.GetProperty(name).GetString().ShouldNotBeNullOrEmpty();
            foreach (var name in new[] { "n", "share", "designEffect", "standardError", "indicativeLow", "edition" })
                row.GetProperty(name).ValueKind.ShouldBe(row.GetProperty("hidden").GetBoolean() ? JsonValueKind.Null : JsonValueKind.Number);
            foreach (var gone in new[] { "unweighted", "effectiveN", "batch" }) row.TryGetProperty(gone, out _).ShouldBeFalse(gone);
        }

        rows.Where(r => r.GetProperty("segment").GetString() is "r09" or "r10" or "r11" or "r17").ShouldAllBe(r => r.GetProperty("hidden").GetBoolean());
        var csv = await client.GetStringAsync("/en/portrait.csv", TestContext.Current.CancellationToken);
        csv.TrimStart('\uFEFF').ShouldStartWith("code,measure,question,base,frame,period,edition,unchanged since,nature,");
        csv.Split("\r\n").Length.ShouldBe(rows.Count + 2);
        csv.Split("\r\n").Where(l => l.Contains(",Côte-Nord,", StringComparison.Ordinal)).ShouldAllBe(l => l.EndsWith(",region,Region,r09,Côte-Nord,hidden,,,,,,,,,,hidden,,", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_view_is_drawn_before_anyone_asks()
    {
        await app.Visitor().GoAsync("/fr/about");
        await app.InScopeAsync(async services =>
        {
            var council = await services.GetRequiredService<DiapasonDb>().Set<Council>().SingleAsync(c => c.Slug != "rivage");
            var shelf = services.GetRequiredService<StudyShelf>();
            for (var i = 0; i < 60 && await shelf.FindAsync(council.Id, null, default) is null; i++) await Task.Delay(250);
            var state = (await shelf.FindAsync(council.Id, null, default)).ShouldNotBeNull();
            services.GetRequiredService<PortraitViews>().Count(state.Portrait).ShouldBe(2 * (state.Portrait.Definition.Breakdowns.Count + 1));
            return 0;
        });
    }

    [Fact]
    public async Task A_council_without_answers_shows_that_it_waits_for_thirty_and_no_figure_of_another()
    {
        var page = await app.Visitor().GoAsync("/fr/c/rivage/portrait");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Main.ShouldContain("Personne n’a encore envoyé de réponse. Le portrait paraîtra une semaine après que 30 personnes auront répondu.");
        page.Main.ShouldNotContain("83");
        (await app.Visitor().PeekAsync("/fr/c/rivage/portrait.json")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await app.Visitor().PeekAsync("/fr/c/nobody/portrait")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
