using System.Globalization;
using System.Text.RegularExpressions;
using Diapason.Design.Charts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Design;

public sealed partial class ContrastTests
{
    private const double ForText = 4.5, ForShapes = 3;

    [Fact]
    public void Figures_inside_bars_and_cells_can_be_read_in_both_themes()
    {
        foreach (var fill in Palette.Likert.Concat(Palette.Heat))
        {
            var ink = Palette.TextOn(fill);
            Ratio(ink.Hex, fill.Hex).ShouldBeGreaterThanOrEqualTo(ForText, $"{fill.CssClass}, light");
            Ratio(ink.DarkHex, fill.DarkHex).ShouldBeGreaterThanOrEqualTo(ForText, $"{fill.CssClass}, dark");
        }
    }

    [Fact]
    public void Series_axes_and_chart_texts_stand_out_from_the_page_in_both_themes()
    {
        var papers = (Light: "#fbf9f4", Dark: "#10181a");
        foreach (var paint in Palette.Series.Append(Palette.Axis))
        {
            Ratio(paint.Hex, papers.Light).ShouldBeGreaterThanOrEqualTo(ForShapes, paint.CssClass);
            Ratio(paint.DarkHex, papers.Dark).ShouldBeGreaterThanOrEqualTo(ForShapes, $"{paint.CssClass}, dark");
        }
        foreach (var paint in (Paint[])[Palette.Ink, Palette.SecondInk])
        {
            Ratio(paint.Hex, papers.Light).ShouldBeGreaterThanOrEqualTo(ForText, paint.CssClass);
            Ratio(paint.DarkHex, papers.Dark).ShouldBeGreaterThanOrEqualTo(ForText, $"{paint.CssClass}, dark");
        }
    }

    // Each pair is a text, or the edge of a control, on the ground it is used on.
    [Theory]
    [InlineData("encre", "papier", ForText)]
    [InlineData("encre-2", "papier", ForText)]
    [InlineData("encre-2", "lin", ForText)]
    [InlineData("sapin", "papier", ForText)]
    [InlineData("sapin", "lin", ForText)]
    [InlineData("sur-sapin", "sapin", ForText)]
    [InlineData("sur-sapin", "sapin-vif", ForText)]
    [InlineData("sapin-vif", "sapin-pale", ForText)]
    [InlineData("encre", "sapin-pale", ForText)]
    [InlineData("laiton-texte", "papier", ForText)]
    [InlineData("laiton-texte", "laiton-pale", ForText)]
    [InlineData("encre", "laiton-pale", ForText)]
    [InlineData("garance", "papier", ForText)]
    [InlineData("garance", "feuille", ForText)]
    [InlineData("garance", "garance-pale", ForText)]
    [InlineData("ardoise", "lin", ForText)]
    [InlineData("nuit-encre", "nuit", ForText)]
    [InlineData("nuit-encre-2", "nuit", ForText)]
    [InlineData("contour", "papier", ForShapes)]
    [InlineData("contour", "feuille", ForShapes)]
    [InlineData("sapin", "sapin-pale", ForShapes)]
    public void Tokens_of_the_stylesheet_meet_their_contrast_in_both_themes(string front, string ground, double least)
    {
        var tokens = Tokens();
        Ratio(tokens[front].Light, tokens[ground].Light).ShouldBeGreaterThanOrEqualTo(least, "light");
        Ratio(tokens[front].Dark, tokens[ground].Dark).ShouldBeGreaterThanOrEqualTo(least, "dark");
    }

    [Fact]
    public void The_stylesheet_maps_chart_classes_to_the_colours_the_kit_computes_with()
    {
        var charts = Styles("60-charts.css");
        foreach (var paint in Palette.Likert.Concat(Palette.Heat).Where(p => p.Hex != p.DarkHex))
            charts.ShouldContain($".{paint.CssClass} {{ fill: light-dark({paint.Hex}, {paint.DarkHex}); }}");
    }

    private static Dictionary<string, (string Light, string Dark)> Tokens() => Token().Matches(Styles("10-foundation.css"))
        .ToDictionary(m => m.Groups["name"].Value, m => m.Groups["dark"].Success ? (m.Groups["light"].Value, m.Groups["dark"].Value) : (m.Groups["light"].Value, m.Groups["light"].Value));

    private static string Styles(string file)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Diapason.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return File.ReadAllText(Path.Combine(folder, "src/Diapason.Design/Styles", file));
    }

    // WCAG 2.2, relative luminance.
    private static double Ratio(string a, string b)
    {
        var (light, dark) = (Luminance(a), Luminance(b));
        if (light < dark) (light, dark) = (dark, light);
        return (light + .05) / (dark + .05);
    }

    private static double Luminance(string hex)
    {
        double Channel(int at)
        {
            var value = int.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= .04045 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
        }
        return .2126 * Channel(1) + .7152 * Channel(3) + .0722 * Channel(5);
    }

    [GeneratedRegex(@"--(?<name>[a-z0-9-]+):\s+(?:light-dark\()?(?<light>#[0-9a-f]{6})(?:, (?<dark>#[0-9a-f]{6})\))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();
}
