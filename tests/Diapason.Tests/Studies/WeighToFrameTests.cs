using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Studies.Columns;
using Diapason.Studies.Frames;
using Diapason.Studies.Reporting;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class WeighToFrameTests
{
    [Fact]
    public void Enough_answers_of_every_kind_are_weighted_to_the_whole_frame()
    {
        var weights = Weigh(KitStudy.Answers());
        weights.Step.ShouldBe(WeightingStep.Whole);
        weights.Used.Select(m => m.Code).ShouldBe(["status", "sex", "age", "metro"]);
        foreach (var category in KitStudy.Frame.Margins.SelectMany(m => m.Categories)) weights.Share(category.Code).ShouldBe(category.Share / 100, 1e-6, category.Code);
    }

    [Fact]
    public void Small_categories_are_counted_with_the_smallest_other()
    {
        GroupedMargin.Group([40, 3, 12, 30]).ShouldBe([0, 2, 2, 3]);
        GroupedMargin.Group([40, 1, 2, 30]).ShouldBe([0, 3, 3, 3], "one and two make three: they join thirty");
        GroupedMargin.Group([40, 5]).ShouldBe([0, 1]);
        GroupedMargin.Group([40, 4]).ShouldBe([0, 0]);
        GroupedMargin.Group([0, 0]).Distinct().Count().ShouldBe(1);
        var young = KitStudy.Answers().Where(a => a["age"].Text is "a15_24").Take(4);
        var weights = Weigh([.. young, .. KitStudy.Answers().Where(a => a["age"].Text is not "a15_24" and not "").Take(300)], Ages);
        weights.Step.ShouldBe(WeightingStep.Grouped);
        (weights.Share("young") + weights.Share("middle")).ShouldBe(0.63, 1e-6, "together they are as in the frame");
    }

    [Fact]
    public void A_margin_with_nearly_everyone_on_one_side_is_left_out_and_said()
    {
        var weights = Weigh(KitStudy.Answers().Where(a => a["sex"].Text == "woman").Take(200));
        weights.Step.ShouldBe(WeightingStep.FewerMargins);
        weights.Uses.ShouldContain(u => u.Margin.Code == "sex" && u.Use == MarginUse.TooSmall);
        weights.Used.Select(m => m.Code).ShouldBe(["status", "age", "metro"]);
        Languages.Use(Languages.French);
        MethodTables.Shortfalls(weights.Margins).ShouldHaveSingleItem().ShouldStartWith("Sexe ou genre\u00a0: marge laissée de côté, car presque toutes les réponses connues");
    }

    [Fact]
    public void So_few_answers_bear_so_many_margins()
    {
        foreach (var (answers, most) in new[] { (10, 1), (20, 2), (39, 3), (200, 4) })
        {
            var weights = Weigh(KitStudy.Answers().Skip(100).Take(answers));
            weights.Used.Count().ShouldBeLessThanOrEqualTo(most);
            if (answers < 40) weights.Uses.ShouldContain(u => u.Use == MarginUse.TooFewAnswers || u.Use == MarginUse.TooSmall);
        }
    }

    [Fact]
    public void Margins_that_no_weights_meet_together_lose_the_last()
    {
        // Every self-employed person is a woman and the reverse: three in ten cannot be fifty-four in a hundred.
        var weights = Weigh([.. Of("self_employed", "woman", 60), .. Of("employee", "man", 60)]);
        weights.Uses.ShouldContain(u => u.Margin.Code == "sex" && u.Use == MarginUse.NoWeights);
        weights.Used.ShouldContain(m => m.Code == "status");
        weights.Step.ShouldBe(WeightingStep.FewerMargins);

        IEnumerable<AnswerSet> Of(string status, string sex, int count) => KitStudy.Answers().Where(a => a["status"].Text == status && a["sex"].Text == sex).Take(count);
    }

    [Fact]
    public void Answers_all_alike_are_not_weighted_and_the_page_says_so()
    {
        var weights = Weigh(Enumerable.Repeat(KitStudy.Answers()[0], 30));
        weights.Step.ShouldBe(WeightingStep.Unweighted);
        weights.Relative.ShouldAllBe(w => Math.Abs(w - 1) < 1e-9);
        weights.Uses.ShouldAllBe(u => u.Use == MarginUse.TooSmall);
    }

    [Fact]
    public void No_answer_counts_for_more_than_three_and_the_others_make_up_for_it()
    {
        // Ten of two hundred stand for three in ten: six times the mean each, before the cap.
        var weights = Weigh([.. KitStudy.Answers().Where(a => a["status"].Text == "self_employed").Take(10), .. KitStudy.Answers().Where(a => a["status"].Text == "employee").Take(190)], StatusOnly);
        weights.Relative.Max().ShouldBe(3, 1e-6);
        weights.Relative.Count(w => Math.Abs(w - 3) < 1e-6).ShouldBe(10);
        weights.Relative.Count(w => Math.Abs(w - (170d / 190)) < 1e-6).ShouldBe(190);
        weights.Share("self").ShouldBe(0.15, 1e-6);
    }

    private static PopulationFrame StatusOnly => KitStudy.Frame with { Margins = [KitStudy.Frame.Margins[0]] };

    private static PopulationFrame Ages => KitStudy.Frame with
    {
        Margins =
        [
            KitStudy.Frame.Margins[2] with
            {
                Categories =
                [
                    new FrameCategory("young", LocalizedText.Of(("fr", "j"), ("en", "y")), 13, ["a15_24"]), new FrameCategory("middle", LocalizedText.Of(("fr", "m"), ("en", "m")), 50, ["a25_34", "a35_44"]),
                    new FrameCategory("older", LocalizedText.Of(("fr", "p"), ("en", "o")), 37, ["a45_54", "a55_64", "a65"]),
                ],
            },
        ],
    };

    private static Weighed Weigh(IEnumerable<AnswerSet> answers, PopulationFrame? frame = null)
    {
        var store = KitStudy.Store(answers);
        var (design, margins) = WeighToFrame.Run(frame ?? KitStudy.Frame, store);
        return new Weighed(frame ?? KitStudy.Frame, store, design.Weights.ToArray(), margins);
    }

    private sealed record Weighed(PopulationFrame Frame, ColumnStore Store, double[] Weights, MarginUses Margins)
    {
        public WeightingStep Step => Margins.Step;

        public IEnumerable<FrameMargin> Used => Margins.Used;

        public IReadOnlyList<(FrameMargin Margin, MarginUse Use)> Uses => Margins.Uses;

        /// <summary>As multiples of their mean.</summary>
        public double[] Relative => [.. Weights.Select(w => w / Weights.Average())];

        /// <summary>Weighted, among those whose category of the margin is known.</summary>
        public double Share(string category)
        {
            var margin = Frame.Margins.Single(m => m.Categories.Any(c => c.Code == category));
            var codes = FrameColumn.Of(margin, Store).Codes.ToArray();
            var place = margin.Categories.ToList().FindIndex(c => c.Code == category);
            return codes.Zip(Weights).Where(p => p.First == place).Sum(p => p.Second) / codes.Zip(Weights).Where(p => p.First < margin.Categories.Count).Sum(p => p.Second);
        }
    }
}
