using Diapason.Platform.Language;
using Diapason.Studies.Reporting;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class FigureFileTests
{
    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(1)")]
    [InlineData("\t=1")]
    public void A_word_of_the_kit_that_begins_like_a_formula_computes_nothing(string measure)
    {
        Languages.Use(Languages.English);
        var sections = KitStudy.Definition.Sections;
        var figure = sections[0].Figures[0] with { Measure = LocalizedText.Of(("fr", measure), ("en", measure)) };
        var state = KitStudy.State(KitStudy.Store(KitStudy.Answers().Take(60)));
        state = state with { Portrait = state.Portrait with { Figures = [state.Portrait.Figures[0] with { Definition = figure }] } };
        var lines = FigureFile.Csv(state).Split("\r\n");
        lines[1].ShouldStartWith($"evolution,'{measure},");
        lines.Skip(1).ShouldAllBe(line => !line.Contains($",{measure},", StringComparison.Ordinal));
    }
}
