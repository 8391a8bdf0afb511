using System.Globalization;
using System.Xml.Linq;
using Diapason.Design.Charts;
using Diapason.Platform.Language;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Design;

public sealed class ChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";
    private const string Long = "Préoccupations personnelles, éthiques ou environnementales à l’égard de l’intelligence artificielle générative";

    public static TheoryData<string, string> Specimens()
    {
        var data = new TheoryData<string, string>();
        foreach (var language in Languages.OfTheHouse)
            foreach (var kind in (string[])["dots", "likert", "bars", "simple", "heat", "levels"])
                data.Add(kind, language);
        return data;
    }

    private static ChartText Text(string language) => new()
    {
        Id = "g1",
        Title = "Titre & suite",
        Description = "Ce qui est dessiné.",
        RowHead = "Frein",
        Culture = Languages.Culture(language),
        Suppressed = "masqué, moins de 10 réponses",
    };

    private static Chart Draw(string kind, string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Culture(language);
        var text = Text(language);
        var percent = Scale.Percent(text.Culture);
        return kind switch
        {
            "dots" => DotRange.Draw(text, new Scale(100), new("Votre organisation", "Moitié centrale du milieu", "Médiane"),
                [new(Long, 100, 0, 100, 50), new("Éthique", 0, 10, 20, 15), new("Données", null, 45, 70, 58)]),
            "likert" => LikertBars.Draw(text, ["Pas du tout", "Plutôt non", "Ni oui ni non", "Plutôt oui", "Tout à fait"],
                [new(Long, [.5, 1.5, 0, 97, 1]), new("Éthique", [20, 20, 20, 20, 20]), new("Données", null)]),
            "bars" => Bars.Draw(text, percent, ["Personnes salariées", "Travail autonome", "Organismes"],
                [new(Long, [new(100, 98, 100, "**"), new(0, 0, 4), null]), new("Temps", [new(36.4, 32, 40), null, new(46, 41, 51, "*")])]),
            "simple" => Bars.Draw(text, new Scale(5, 1), ["Moyenne"], [new("Patrimoine", [new(3.2, 2.9, 3.5)]), new("Édition", [null])]),
            "heat" => Heatmap.Draw(text, percent, ["Recherche et création", "Production", "Diffusion", "Gestion", "Médiation culturelle", "Conservation", "Formation"],
                [new(Long, [1, 20, 40, 60, 80, 100, null]), new("Édition", [null, 5, 15, 25, 35, 45, 55])]),
            _ => Levels.Draw(text, ("Actuel", "Visé"), 4, [new(Long, 2, 3), new("Choisir un outil", 0, 4), new("Limites", null)]),
        };
    }

    [Theory]
    [InlineData("bars")]
    [InlineData("simple")]
    [InlineData("dots")]
    public void No_line_of_the_axis_crosses_a_label_on_a_phone(string kind)
    {
        var svg = XElement.Parse(Draw(kind, "fr").Narrow);
        double Of(XElement element, string name) => double.Parse(element.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture);
        var labels = svg.Descendants(Svg + "text").Where(text => Of(text, "x") == 0 && text.Attribute("text-anchor") is null && text.Attribute("font-weight") is not null).ToList();
        labels.ShouldNotBeEmpty();
        // « M12 40L12 86 »: the lines that go down.
        var lines = svg.Descendants(Svg + "path").Select(path => path.Attribute("d")!.Value.Split('M', 'L', ' ')).Where(d => d is ["", _, _, _, _] && d[1] == d[3])
            .Select(d => (Top: double.Parse(d[2], CultureInfo.InvariantCulture), Bottom: double.Parse(d[4], CultureInfo.InvariantCulture))).ToList();
        lines.ShouldNotBeEmpty();
        foreach (var label in labels)
            lines.Any(line => line.Top < Of(label, "y") - 2 && line.Bottom > Of(label, "y") - 12).ShouldBeFalse(label.ToString());
    }

    [Theory, MemberData(nameof(Specimens))]
    public void Texts_neither_collide_nor_leave_the_drawing_at_either_width(string kind, string language)
    {
        var chart = Draw(kind, language);
        foreach (var drawing in (string[])[chart.Wide, chart.Narrow])
        {
            var svg = XElement.Parse(drawing);
            var size = svg.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
            var texts = svg.Elements(Svg + "text").Select(Extent).ToList();
            texts.ShouldNotBeEmpty();
            foreach (var text in texts)
            {
                (text.Left >= -.5 && text.Right <= size[2] + .5).ShouldBeTrue($"« {text.Said} » leaves {size[2]}: {text.Left:0.0} to {text.Right:0.0}");
                (text.Top >= 0 && text.Bottom <= size[3]).ShouldBeTrue($"« {text.Said} » leaves the height {size[3]}");
            }
            for (var i = 0; i < texts.Count; i++)
                for (var j = 0; j < i; j++)
                    Overlap(texts[i], texts[j]).ShouldBeFalse($"« {texts[i].Said} » and « {texts[j].Said} » collide in {kind} at {size[2]}");
        }
    }

    public static TheoryData<string> Empties => new("bars", "grouped", "dots", "heat", "heat without columns", "likert", "levels", "zero bars", "zero dots", "small bars", "no name");

    [Theory, MemberData(nameof(Empties))]
    public void Draws_even_where_there_is_nothing_to_show(string kind)
    {
        var text = Text("fr");
        var chart = kind switch
        {
            "bars" => Bars.Draw(text, new Scale(100), ["Part"], []),
            "grouped" => Bars.Draw(text, new Scale(100), ["Part", "Autre"], []),
            "dots" => DotRange.Draw(text, new Scale(100), new("Vous", "Moitié", "Médiane"), []),
            "heat" => Heatmap.Draw(text, new Scale(100), ["Une", "Deux"], []),
            "heat without columns" => Heatmap.Draw(text, new Scale(100), [], [new("Rien", [])]),
            "likert" => LikertBars.Draw(text, ["Non", "Oui"], []),
            "levels" => Levels.Draw(text, ("Actuel", "Visé"), 4, []),
            "zero bars" => Bars.Draw(text, new Scale(0), ["Part"], [new("Personne", [new(0, 0, 0)]), new("Masqué", [null])]),
            "zero dots" => DotRange.Draw(text, new Scale(0), new("Vous", "Moitié", "Médiane"), [new("Personne", 0, 0, 0, 0)]),
            "small bars" => Bars.Draw(text, new Scale(.5, 2), ["Part"], [new("Peu", [new(.25)])]),
            _ => LikertBars.Draw(text, ["", "Oui"], [new("", [50, 50])]),
        };
        foreach (var drawing in (string[])[chart.Wide, chart.Narrow])
        {
            drawing.ShouldNotContain("NaN");
            drawing.ShouldNotContain("∞");
            var size = XElement.Parse(drawing).Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
            (size[2] > 0 && size[3] >= 0).ShouldBeTrue();
        }
        if (kind == "small bars") XElement.Parse(chart.Wide).Elements(Svg + "text").Count().ShouldBeGreaterThan(4, "a scale that ends below 1 has its marks");
    }

    [Theory, InlineData(-1), InlineData(double.NaN), InlineData(double.PositiveInfinity)]
    public void A_scale_that_has_no_end_is_refused(double maximum)
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new Scale(maximum));
        Should.Throw<ArgumentOutOfRangeException>(() => new Scale(1) with { Maximum = maximum });
    }

    [Theory, MemberData(nameof(Specimens))]
    public void Is_named_described_and_free_of_inline_style(string kind, string language)
    {
        var chart = Draw(kind, language);
        foreach (var drawing in (string[])[chart.Wide, chart.Narrow])
        {
            var svg = XElement.Parse(drawing);
            svg.Attribute("role")!.Value.ShouldBe("img");
            var names = svg.Attribute("aria-labelledby")!.Value.Split(' ');
            names.Select(id => svg.Elements().Single(e => e.Attribute("id")?.Value == id).Value).ShouldBe(["Titre & suite", "Ce qui est dessiné."]);
            svg.DescendantsAndSelf().Attributes("style").ShouldBeEmpty();
            svg.Elements(Svg + "text").ShouldAllBe(t => Number(t.Attribute("font-size")!.Value) >= 13);
            svg.Elements().Where(e => e.Name.LocalName is "rect" or "text" or "circle").ShouldAllBe(e => e.Attribute("class") != null && e.Attribute("fill") != null);
        }
        XElement.Parse(chart.Wide).Attribute("aria-labelledby")!.Value.ShouldNotBe(XElement.Parse(chart.Narrow).Attribute("aria-labelledby")!.Value);
    }

    [Theory, MemberData(nameof(Specimens))]
    public void A_suppressed_value_is_a_word_or_an_x_in_the_table_and_a_reason_in_the_drawing_never_a_zero(string kind, string language)
    {
        var chart = Draw(kind, language);
        chart.Table.Rows.SelectMany(r => r.Cells).ShouldContain(cell => cell == "x" || cell == "masqué" || cell == "hidden");
        chart.Wide.ShouldContain("masqué, moins de 10 réponses");
        chart.Narrow.ShouldContain("masqué, moins de 10 réponses");
        chart.Table.Rows.ShouldAllBe(r => r.Cells.Count == chart.Table.Columns.Count - 1);
    }

    [Fact]
    public void A_dot_a_band_and_a_tick_stand_where_their_values_are()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Culture("fr");
        var chart = DotRange.Draw(Text("fr"), new Scale(100), new("a", "b", "c"), [new("Un", 0, 0, 50, 25), new("Deux", 100, 75, 100, 80), new("Trois", 40, 20, 60, 50)]);
        foreach (var drawing in (string[])[chart.Wide, chart.Narrow])
        {
            var svg = XElement.Parse(drawing);
            // The first of each kind belongs to the legend.
            var dots = svg.Elements(Svg + "circle").Skip(1).Select(c => Number(c.Attribute("cx")!.Value)).ToList();
            var bands = svg.Elements(Svg + "rect").Skip(1).Select(r => (From: Number(r.Attribute("x")!.Value), Width: Number(r.Attribute("width")!.Value))).ToList();
            double At(double value) => dots[0] + ((dots[1] - dots[0]) * value / 100);
            (dots[1] - dots[0]).ShouldBeGreaterThan(150);
            dots[2].ShouldBe(At(40), .2);
            foreach (var (band, from, to) in new[] { (bands[0], 0, 50), (bands[1], 75, 100), (bands[2], 20, 60) })
            {
                band.From.ShouldBe(At(from), .2);
                (band.From + band.Width).ShouldBe(At(to), .2);
            }

            var ticks = svg.Elements(Svg + "path").Where(p => p.Attribute("stroke-width")!.Value == "2.4").Skip(1)
                .Select(p => Number(p.Attribute("d")!.Value[1..].Split(' ')[0])).ToList();
            ticks.Count.ShouldBe(3);
            foreach (var (tick, value) in ticks.Zip([25, 80, 50])) tick.ShouldBe(At(value), .2);
        }
    }

    [Fact]
    public void A_hidden_value_is_a_word_and_no_bar_that_could_be_read_as_a_length()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Culture("fr");
        var chart = DotRange.Draw(Text("fr"), new Scale(100), new("a", "b", "c"), [new("Un", 40, 20, 60, 50), new("Deux", null, null, null, null)]);
        foreach (var drawing in (string[])[chart.Wide, chart.Narrow])
        {
            var svg = XElement.Parse(drawing);
            svg.Elements(Svg + "text").Count(t => t.Value == "masqué").ShouldBe(1);
            svg.Elements(Svg + "circle").Count().ShouldBe(2, "the legend and the row that is shown");
            svg.Elements(Svg + "rect").Count().ShouldBe(2);
            svg.Descendants(Svg + "title").Count().ShouldBe(1, "the drawing's own: no ruled box");
        }
    }

    [Fact]
    public void Numbers_are_written_as_the_language_wants_them()
    {
        Draw("bars", "fr").Table.Rows[1].Cells[0].ShouldBe("36\u00A0% (de 32 à 40\u00A0%)");
        Draw("bars", "en").Table.Rows[1].Cells[0].ShouldBe("36% (32 to 40%)");
        Draw("simple", "fr").Wide.ShouldContain(">3,2<");
        Draw("simple", "en").Wide.ShouldContain(">3.2<");
    }

    [Fact]
    public void Bars_start_at_zero_and_are_as_long_as_their_value()
    {
        var text = Text("fr");
        var svg = XElement.Parse(Bars.Draw(text, new Scale(100), ["Part"], [new("A", [new(80)]), new("B", [new(20)])]).Wide);
        var bars = svg.Elements(Svg + "rect").Where(r => r.Attribute("class")!.Value == "f-s1").ToList();
        bars[0].Attribute("x")!.Value.ShouldBe(bars[1].Attribute("x")!.Value);
        (Number(bars[0].Attribute("width")!.Value) / Number(bars[1].Attribute("width")!.Value)).ShouldBe(4, .01);
    }

    [Fact]
    public void Stacked_answers_fill_the_row_whatever_their_rounding()
    {
        var svg = XElement.Parse(LikertBars.Draw(Text("fr"), ["Non", "Un peu", "Oui"], [new("A", [33, 33, 33])]).Wide);
        var last = svg.Elements(Svg + "rect").Last();
        (Number(last.Attribute("x")!.Value) + Number(last.Attribute("width")!.Value)).ShouldBe(818.5, .3);
    }

    [Fact]
    public void Labels_written_by_people_are_encoded()
    {
        Bars.Draw(Text("fr"), new Scale(10), ["<b>"], [new("<script>", [new(3)])]).Wide.ShouldNotContain("<script");
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static (string Said, double Left, double Right, double Top, double Bottom) Extent(XElement text)
    {
        double x = Number(text.Attribute("x")!.Value), y = Number(text.Attribute("y")!.Value), size = Number(text.Attribute("font-size")!.Value);
        var width = TextMeasure.Width(text.Value, size, text.Attribute("font-weight") is not null);
        var left = text.Attribute("text-anchor")?.Value switch { "end" => x - width, "middle" => x - width / 2, _ => x };
        return (text.Value, left, left + width, y - size * .75, y + size * .22);
    }

    private static bool Overlap((string Said, double Left, double Right, double Top, double Bottom) a, (string Said, double Left, double Right, double Top, double Bottom) b) =>
        a.Left < b.Right - .1 && b.Left < a.Right - .1 && a.Top < b.Bottom - .1 && b.Top < a.Bottom - .1;

    [Fact]
    public void A_value_only_near_its_end_is_a_ring_that_nothing_closes()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Culture("fr");
        Chart Of(bool isOpen) => DotRange.Draw(Text("fr"), new Scale(100), new("a", "b", Open: "près d’un bout"), [new("Laval", 100, 59, 100, null, "*", "près de 100 %", isOpen), new("Ensemble", 83, 80, 86, null)]);
        var (open, closed) = (XElement.Parse(Of(true).Wide), XElement.Parse(Of(false).Wide));
        open.Descendants(Svg + "circle").Count(c => c.Attribute("fill")!.Value == "none").ShouldBe(2, "the row and its legend");
        open.Descendants(Svg + "text").ShouldContain(t => t.Value == "près d’un bout");
        closed.Descendants(Svg + "circle").Count(c => c.Attribute("fill")!.Value == "none").ShouldBe(0);
        closed.Descendants(Svg + "text").ShouldNotContain(t => t.Value == "près d’un bout");
        int Ends(XElement svg) => svg.Descendants(Svg + "path").Count(path => path.Attribute("stroke-width")?.Value == "1.4");
        Ends(open).ShouldBe(Ends(closed) - 1);
    }
}
