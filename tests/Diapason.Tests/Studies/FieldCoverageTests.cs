using Diapason.Studies.Coverage;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class FieldCoverageTests
{
    [Fact]
    public void How_many_more_answers_would_bring_a_margin_to_the_frame_without_sending_anyone_back()
    {
        // The frame has 30 % of self-employed people. Forty of fifty need 93.3 others for their share: 84 more than the ten.
        Missing("self_employed", 40, "employee", 10).ShouldBe([("self", 0), ("other", 84)]);
        Missing("self_employed", 30, "employee", 70).ShouldBe([("self", 0), ("other", 0)], "as in the frame: nobody is missing");
        Missing("self_employed", 0, "employee", 7).ShouldBe([("self", 3), ("other", 0)]);
        Missing("self_employed", 0, "employee", 0).ShouldBe([("self", 0), ("other", 0)], "before any answer");
    }

    [Fact]
    public void Who_does_not_say_is_counted_apart()
    {
        var answers = KitStudy.Answers();
        var coverage = FieldCoverage.Of(KitStudy.Definition, KitStudy.Frame, KitStudy.Store(answers));
        foreach (var margin in coverage.Margins)
        {
            (margin.Categories.Sum(c => c.Fill.Respondents) + margin.Unknown).ShouldBe(1200);
            margin.Unknown.ShouldBe(answers.Count(a => a[margin.Margin.Variable].Text.Length == 0));
        }
    }

    private static IEnumerable<(string Code, int Missing)> Missing(string first, int ofFirst, string second, int ofSecond)
    {
        var answers = KitStudy.Answers();
        var store = KitStudy.Store([.. answers.Where(a => a["status"].Text == first).Take(ofFirst), .. answers.Where(a => a["status"].Text == second).Take(ofSecond)]);
        return FieldCoverage.Of(KitStudy.Definition, KitStudy.Frame, store).Margins.Single(m => m.Margin.Code == "status").Categories.Select(c => (c.Fill.Category.Code, c.Missing));
    }
}
