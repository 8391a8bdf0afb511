using Diapason.Forms;
using Diapason.Studies.Portraits;
using Shouldly;
using Xunit;
using Portrait = Diapason.Studies.Portraits.Portrait;

namespace Diapason.Tests.Studies;

public sealed class PortraitNumbersTests
{
    // R 4.5, survey 4.1.1, on kits/ia-en-culture/answers.csv: calibrate(~m1+m2+m3+m4, calfun = "raking", epsilon = 1e-12), unknown categories kept at
    // their share; svymean and svyciprop(method = "logit") on subset(), whose degrees of freedom are those of the rows kept: ours are the design's, so limits differ
    // from the fifth decimal on.
    [Theory]
    [InlineData("evolution", 1181, 0.830085943875, 0.011987428382, 0.8052578047, 0.8523291664, 0.825572)]
    [InlineData("threat", 1156, 0.299915277320, 0.014814701761, 0.2716758201, 0.3297610620, 0.306228)]
    [InlineData("no_use", 1176, 0.570063658602, 0.015947275981, 0.5385361559, 0.6010329279, 0.580782)]
    [InlineData("obstacle_self", 454, 0.460453451766, 0.025335778856, 0.4112181239, 0.5104728211, 0.477974)]
    public void Agrees_with_R_on_share_error_and_interval(string code, int n, double share, double error, double low, double high, double unweighted)
    {
        var overall = Demonstration.Find(code)!.Overall.ShouldNotBeNull();
        overall.N.ShouldBe(n);
        overall.Value.ShouldBe(share, 1e-9);
        overall.Estimate.StandardError.ShouldBe(error, 1e-9);
        overall.Estimate.Interval!.Value.Low.ShouldBe(low, 1e-4);
        overall.Estimate.Interval!.Value.High.ShouldBe(high, 1e-4);
        overall.Unweighted.ShouldBe(unweighted, 1e-6);
    }

    [Theory]
    [InlineData("threat", "region", "r03", 149, 0.331074099551, 0.040942930467)]
    [InlineData("evolution", "subsector", "heritage", 80, 0.812744721020, 0.048943700882)]
    public void Agrees_with_R_in_a_segment(string code, string by, string segment, int n, double share, double error)
    {
        var estimate = Demonstration.Find(code)!.By[by].Single(s => s.Code == segment).Share.ShouldNotBeNull();
        estimate.N.ShouldBe(n);
        estimate.Value.ShouldBe(share, 1e-9);
        estimate.Estimate.StandardError.ShouldBe(error, 1e-9);
    }

    // tests/oracles/gaps, R 4.2.2, survey 4.1.1.
    [Theory]
    [InlineData("threat", "status", 2, 0.056822517533, 0.032333839706, 449, 0.079536247849, false)]
    [InlineData("evolution", "status", 3, 0.032390494753, 0.038371531737, 147, 0.399969355449, false)]
    [InlineData("difficulty_needs", "status", 3, 0.102930616956, 0.033453293584, 462, 0.002216307869, true)]
    [InlineData("evolution", "subsector", 8, 0.238916350923, 0.056727170910, 105, 0.000053695807, true)]
    [InlineData("evolution", "region", 7, 0.173682023704, 0.068142051056, 40, 0.014750113618, false)]
    [InlineData("growth", "region", 7, 0.298314542872, 0.090597118100, 39, 0.002114467703, true)]
    public void Agrees_with_R_on_the_gap_between_two_groups(string code, string by, int groups, double value, double error, int degrees, double probability, bool isBeyond)
    {
        var gap = Demonstration.Find(code)!.Gaps[by];
        gap.Groups.ShouldBe(groups);
        gap.Difference.Value.ShouldBe(value, 1e-9);
        gap.Difference.StandardError.ShouldBe(error, 1e-9);
        gap.Difference.DegreesOfFreedom.ShouldBe(degrees);
        gap.Difference.PValue!.Value.ShouldBe(probability, 1e-7);
        gap.Probability!.Value.ShouldBe(Math.Min(1, groups * (groups - 1) / 2 * probability), 1e-5);
        gap.IsBeyondChance.ShouldBe(isBeyond);
    }

    [Fact]
    public void A_gap_is_that_of_groups_without_a_mark()
    {
        foreach (var figure in Demonstration.Figures)
        {
            foreach (var (by, segments) in figure.By)
            {
                var sure = segments.Where(s => s.Share is { IsSure: true }).Select(s => s.Share!.Value).ToList();
                if (sure.Count < 2) figure.Gaps.ContainsKey(by).ShouldBeFalse();
                else figure.Gaps[by].Difference.Value.ShouldBe(sure.Max() - sure.Min(), 1e-12);
            }
        }
    }

    [Fact]
    public void Agrees_with_R_on_the_effective_number_of_respondents() => Demonstration.Weights!.Spread.EffectiveN.ShouldBe(979.2310176891, 1e-6);

    [Fact]
    public void Reproduces_every_published_figure_to_the_point() =>
        Demonstration.Figures.ShouldAllBe(f => Math.Round(100 * f.Overall!.Value) == f.Definition.Published);

    [Fact]
    public void Weighting_changes_figures_and_costs_precision()
    {
        Demonstration.Figures.Count(f => Math.Abs(f.Overall!.Value - f.Overall.Unweighted) > 0.005).ShouldBeGreaterThan(3);
        Demonstration.Figures.ShouldAllBe(f => f.Overall!.KishN < f.Overall.N);
        Demonstration.Weights!.Fills.Count(f => Math.Abs((100 * f.Share) - f.Category.Share) > 5).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void A_withdrawn_answer_leaves_every_figure()
    {
        var store = KitStudy.Store(KitStudy.Answers());
        store.Remove(new HashSet<long> { 3, 700, 5000 }).ShouldBe(2);
        var expected = KitStudy.Compute(KitStudy.Store(KitStudy.Answers().Where((_, i) => i is not (2 or 699))));
        var portrait = KitStudy.Compute(store);
        portrait.Respondents.ShouldBe(1198);
        foreach (var (figure, other) in portrait.Figures.Zip(expected.Figures)) figure.Overall!.Value.ShouldBe(other.Overall!.Value, 1e-12);
    }

    [Fact]
    public void A_respondent_who_knows_but_never_uses_counts_and_a_silent_one_is_out_of_the_base()
    {
        var figure = KitStudy.Definition.Figures.Single(f => f.Code == "no_use");
        AnswerSet[] answers =
        [
            Given("good", "never"), Given("none", "often"), Given("good", "often"), Given(null, "often"), Given(null, "never"), Given(null, null),
        ];
        var column = FigureColumn.Of(figure, KitStudy.Store(answers));
        Enumerable.Range(0, 6).Select(row => column[row]).ShouldBe([1, 1, 0, -1, 1, -1]);
    }

    private static Portrait Demonstration { get; } = KitStudy.Compute(KitStudy.Store(KitStudy.Answers()));

    private static AnswerSet Given(string? knowledge, string? use) => AnswerSet.From(new[] { ("ai_knowledge", knowledge), ("ai_use", use) }
        .Select(p => KeyValuePair.Create(p.Item1, p.Item2 is null ? AnswerValue.Of(MissingKind.DontKnow) : AnswerValue.Of(p.Item2))));
}
