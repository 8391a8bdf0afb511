using Diapason.Design.Charts;
using Diapason.Design.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Design;

public sealed class ComponentTests
{
    private static readonly FigureSource Source = new()
    {
        Question = "Q4. Quel est votre principal frein?",
        N = "1\u00a0184",
        Base = "personnes salariées",
        Frame = "recensement 2021",
        Date = "Automne 2026",
        Weighting = Weighting.Weighted,
        Interval = IntervalKind.Indicative95,
    };

    private static readonly DataTable Table = new("Freins", [new("Frein", false), new("Part")], [new("Expertise", ["36 %"])]);

    [Fact]
    public async Task A_figure_carries_its_finding_its_reading_its_source_and_its_table()
    {
        var body = await Rendering.DrawAsync(new FigureTagHelper { Title = "L’expertise manque", Measure = "En pourcentage", Reading = "36 % la nomment.", Source = Source, Table = Table });
        body.QuerySelector("figcaption h3")!.TextContent.ShouldBe("L’expertise manque");
        body.QuerySelector(".lecture")!.TextContent.ShouldBe("Lecture\u00A0: 36 % la nomment.");
        var source = body.QuerySelector(".source")!.TextContent;
        foreach (var part in (string[])["Q4.", "1\u00A0184", "personnes salariées", "recensement 2021", "Automne 2026", "Pondéré.", "indicatif"])
            source.ShouldContain(part);
        body.QuerySelector("details table th[scope=row]")!.TextContent.ShouldBe("Expertise");
        body.QuerySelector("details .defile")!.GetAttribute("tabindex").ShouldBe("0");
    }

    [Fact]
    public async Task A_figure_never_travels_alone()
    {
        await Should.ThrowAsync<InvalidOperationException>(() => Rendering.HtmlAsync(new FigureTagHelper { Title = "Seule", Reading = "Lue" }));
        await Should.ThrowAsync<InvalidOperationException>(() => Rendering.HtmlAsync(new FigureTagHelper { Title = "Seule", Source = Source }));
    }

    [Fact]
    public async Task A_table_scopes_its_heads_and_aligns_its_numbers()
    {
        var body = await Rendering.DrawAsync(new TableTagHelper { Data = Table });
        body.QuerySelector("caption")!.TextContent.ShouldBe("Freins");
        body.QuerySelectorAll("th[scope=col]").Length.ShouldBe(2);
        body.QuerySelector("td")!.ClassName.ShouldBe("n");
        body.QuerySelector("[role=region]")!.GetAttribute("aria-label").ShouldBe("Tableau\u00A0: Freins");
    }

    [Fact]
    public async Task A_button_with_an_address_is_a_link_and_names_what_it_acts_on()
    {
        var link = await Rendering.DrawAsync(new ButtonTagHelper { Href = "/fr", Kind = ButtonKind.Brass }, "Commencer");
        link.QuerySelector("a.bouton.laiton")!.GetAttribute("href").ShouldBe("/fr");
        var button = await Rendering.DrawAsync(
            new ButtonTagHelper { Kind = ButtonKind.Discreet, About = "Étape 3" }, "Retirer", others: new TagHelperAttribute("name", "remove"));
        button.QuerySelector("button")!.TextContent.ShouldBe("Retirer\u00A0: Étape 3");
        button.QuerySelector("button")!.GetAttribute("name").ShouldBe("remove");
        button.QuerySelector("button")!.GetAttribute("type").ShouldBe("submit");
    }

    [Theory]
    [InlineData(2, 7, 6, "Encore environ 6 minutes")]
    [InlineData(2, 7, 1, "Encore une minute environ")]
    [InlineData(1, 1, 12, "Encore environ 12 minutes")]
    [InlineData(5, 22, 1, "Dernière page")]
    public async Task Progress_is_told_by_its_section_and_by_minutes_without_a_number_of_pages(int section, int page, int minutes, string expected)
    {
        var progress = new ProgressTagHelper { Section = section, Sections = 5, SectionTitle = "l’IA", Page = page, Pages = 22, Minutes = minutes, Done = .45 };
        var body = await Rendering.DrawAsync(progress);
        body.QuerySelector("p span:last-child")!.TextContent.ShouldBe(expected);
        body.QuerySelector("p span")!.TextContent.ShouldBe($"Section {section} de 5\u00A0: l’IA");
        body.QuerySelectorAll(".pas li").Select(l => l.ClassName ?? "").ShouldBe(Enumerable.Range(1, 5).Select(place => place < section ? "fait" : place == section ? "ici d4" : ""));
    }

    [Fact]
    public async Task A_notice_says_its_kind_in_a_word()
    {
        var body = await Rendering.DrawAsync(new NoticeTagHelper { Kind = NoticeKind.Warning, Heading = "Avant de partir", Live = true }, "<p>Texte</p>", "en");
        body.QuerySelector(".avis-titre")!.TextContent.ShouldBe("Please note: Avant de partir");
        body.QuerySelector("[role=status] p:last-child")!.TextContent.ShouldBe("Texte");
    }

    [Fact]
    public async Task A_poster_and_a_programme_line_are_one_link_each()
    {
        var poster = await Rendering.DrawAsync(new PosterTagHelper { Href = "/a", Title = "L’IA", When = "Jusqu’au 12 décembre", Kind = PosterKind.Red }, "Texte");
        poster.QuerySelectorAll("a").Length.ShouldBe(1);
        poster.QuerySelector(".quand")!.TextContent.ShouldBe("Jusqu’au 12 décembre");
        var line = await Rendering.DrawAsync(new ProgrammeLineTagHelper { Href = "/a", Title = "Faire le point", Aside = "10 minutes" }, "Phrase");
        line.QuerySelector("a")!.TextContent.ShouldBe("Faire le point10 minutesPhrase");
    }

    [Fact]
    public async Task A_step_says_its_state_and_why_it_is_there()
    {
        var body = await Rendering.DrawAsync(new StepTagHelper { Number = 2, State = StepState.Current, Title = "Limites", Because = "Parce que…" });
        body.QuerySelector("li.ici .etiquette")!.TextContent.ShouldBe("En cours");
        body.QuerySelector(".pourquoi")!.TextContent.ShouldBe("Parce que…");
        body.QuerySelector(".repere")!.TextContent.ShouldBe("2");
    }

    [Fact]
    public async Task A_figure_shows_its_chart_at_both_widths()
    {
        var chart = new Chart("<svg class=\"w\"></svg>", "<svg class=\"n\"></svg>", Table);
        var body = await Rendering.DrawAsync(new FigureTagHelper { Title = "T", Reading = "R", Source = Source, Chart = chart });
        body.QuerySelectorAll(".ample svg.w, .etroit svg.n").Length.ShouldBe(2);
        body.QuerySelectorAll("details table").Length.ShouldBe(1);
    }
}
