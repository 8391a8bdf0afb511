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
        weights.Fills.ShouldAllBe(f => Math.Abs(f.Weighted!.Value - (f.Category.Share / 100)) < 1e-6);
        (weights.Spread.Trimmed, weights.Spread.LargestGap).ShouldSatisfyAllConditions(s => s.Trimmed.ShouldBe(0), s => s.LargestGap.ShouldBeLessThan(1e-6));
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
        weights.Fills.Where(f => f.Category.Code is "young" or "middle").Sum(f => f.Weighted)!.Value.ShouldBe(0.63, 1e-6, "together they are as in the frame");
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
        (weights.Spread.EffectiveN, weights.Spread.Smallest, weights.Spread.Largest).ShouldBe((30, 1, 1));
        weights.Uses.ShouldAllBe(u => u.Use == MarginUse.TooSmall);
    }

    [Fact]
    public void No_answer_counts_for_more_than_three_and_the_report_says_what_it_left()
    {
        // Ten of two hundred stand for three in ten: six times the mean each, before the cap.
        var weights = Weigh([.. KitStudy.Answers().Where(a => a["status"].Text == "self_employed").Take(10), .. KitStudy.Answers().Where(a => a["status"].Text == "employee").Take(190)], StatusOnly);
        weights.Spread.LargestBefore.ShouldBe(6, 1e-6);
        weights.Spread.Largest.ShouldBe(3, 1e-6);
        weights.Spread.Trimmed.ShouldBe(10);
        weights.Spread.LargestGap.ShouldBe(0.15, 1e-6);
        weights.Fills.Single(f => f.Category.Code == "self").Weighted!.Value.ShouldBe(0.15, 1e-6);
        // (Σw)² / Σw² of ten weights of 3 and a hundred and ninety of 170 / 190.
        weights.Spread.EffectiveN.ShouldBe(200d * 200 / ((10 * 9) + (190 * Math.Pow(170d / 190, 2))), 1e-6);
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

    private static FrameWeights Weigh(IEnumerable<AnswerSet> answers, PopulationFrame? frame = null) => WeighToFrame.Run(frame ?? KitStudy.Frame, KitStudy.Store(answers)).Weights;
}
