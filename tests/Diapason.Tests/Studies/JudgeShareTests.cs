using Diapason.Statistics;
using Diapason.Studies.Portraits;
using Diapason.Studies.Reporting;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class JudgeShareTests
{
    [Fact]
    public void Seventy_eight_per_cent_of_eight_effective_answers_is_for_information_only()
    {
        var share = new Share(Estimate(0.78, 0.10, 16), 0.7, KishN: 8, Heaviest: 4.7 / 16);
        share.Estimate.Reliability.ShouldBe(Reliability.Good, "by its coefficient of variation alone");
        share.Mark.ShouldBe("**");
    }

    [Theory]
    [InlineData(0.02, 40, 0.04, Reliability.Good)]
    [InlineData(0.02, 29.9, 0.04, Reliability.Caution)]
    [InlineData(0.02, 14.9, 0.04, Reliability.Unreliable)]
    [InlineData(0.02, 40, 0.051, Reliability.Caution)]
    [InlineData(0.02, 40, 0.101, Reliability.Unreliable)]
    [InlineData(0.10, 40, 0.04, Reliability.Caution)]
    [InlineData(0.20, 40, 0.04, Reliability.Unreliable)]
    [InlineData(0, 400, 0.01, Reliability.Unreliable)]
    public void The_worst_of_error_effective_number_and_heaviest_answer_decides(double error, double effective, double heaviest, Reliability expected) =>
        JudgeShare.Of(Estimate(0.5, error, 100), effective, heaviest).ShouldBe(expected);

    [Fact]
    public void A_single_unit_or_no_degree_of_freedom_is_never_good()
    {
        JudgeShare.Of(Estimate(0.5, 0.02, 1), 100, 0.01).ShouldBe(Reliability.Unreliable);
        JudgeShare.Of(Estimate(0.5, 0.02, 100) with { Interval = null }, 100, 0.01).ShouldBe(Reliability.Unreliable);
    }

    [Fact]
    public void The_sentence_gives_the_order_of_the_groups_without_a_mark_and_speaks_of_no_other()
    {
        Platform.Language.Languages.Use("fr");
        var sentence = ReadFigure.Of(Sure(0.6), [Group("Bas", Sure(0.4)), Group("Haut", Sure(0.8)), Group("Frêle", Frail(0.05)), Group("Caché", null), Group("Milieu", Sure(0.6))], Gap(3, 0.01));
        sentence.ShouldBe("parmi les groupes dont le chiffre ne porte aucun signe, du plus bas au plus haut\u00a0: Bas (40\u00a0%), Milieu (60\u00a0%), Haut (80\u00a0%). "
            + "Dans l’ensemble\u00a0: 60\u00a0%. L’écart entre le premier et le dernier dépasse ce que le hasard explique d’ordinaire.");
        ReadFigure.Of(Frail(0.6), [Group("Bas", Sure(0.4)), Group("Haut", Sure(0.8))], Gap(2, 0.01)).ShouldNotContain("%");
        var many = ReadFigure.Of(Sure(0.6), [.. Enumerable.Range(1, 9).Select(i => Group($"G{i}", Sure(i / 10d)))], Gap(9, 0.01));
        many.ShouldStartWith("du plus bas au plus haut\u00a0: G1 (10\u00a0%), G2 (20\u00a0%), 5 autres groupes, G8 (80\u00a0%), G9 (90\u00a0%).");
        many.ShouldEndWith("L’écart entre le premier et le dernier ne dépasse pas ce que le hasard explique d’ordinaire.", Case.Sensitive, "nine groups make thirty-six pairs");
    }

    [Theory]
    [InlineData(2, 0.04, true)]
    [InlineData(3, 0.04, false)]
    [InlineData(3, 0.016, true)]
    [InlineData(17, 0.001, false)]
    [InlineData(17, 0.0003, true)]
    public void The_more_pairs_the_less_likely_chance_must_be(int groups, double probability, bool isBeyond)
    {
        Gap(groups, probability).IsBeyondChance.ShouldBe(isBeyond);
        Gap(groups, 1).Probability.ShouldBe(1);
        (Gap(groups, probability) with { Difference = Gap(groups, probability).Difference with { PValue = null } }).IsBeyondChance.ShouldBeFalse("nothing was measured");
    }

    [Theory]
    [InlineData(0.02, 40, 0.04, "bonne")]
    [InlineData(0.02, 40, 0.051, "* à interpréter avec prudence : une réponse pèse plus de 5 % du total")]
    [InlineData(0.02, 29.9, 0.051, "* à interpréter avec prudence : moins de 30 réponses efficaces, une réponse pèse plus de 5 % du total")]
    [InlineData(0.08, 40, 0.04, "* à interpréter avec prudence : CV de plus de 15 %")]
    [InlineData(0.08, 14.9, 0.101, "** à titre indicatif seulement : moins de 15 réponses efficaces, une réponse pèse plus de 10 % du total")]
    [InlineData(0.2, 40, 0.04, "** à titre indicatif seulement : CV de plus de 25 %")]
    [InlineData(0, 400, 0.01, "** à titre indicatif seulement : erreur non calculable")]
    public void A_mark_names_what_it_is_for(double error, double effective, double heaviest, string expected)
    {
        Platform.Language.Languages.Use("fr");
        TestKit.Page.Words(PortraitWords.MarkAndWhy(new Share(Estimate(0.5, error, 100), 0.5, effective, heaviest))).ShouldBe(expected);
    }

    [Theory]
    [InlineData(0.150, "15 %", "")]
    [InlineData(0.151, "16 %", "*")]
    [InlineData(0.250, "25 %", "*")]
    [InlineData(0.251, "26 %", "**")]
    public void The_rule_of_marks_holds_for_the_coefficient_as_it_is_printed(double cv, string printed, string mark)
    {
        Platform.Language.Languages.Use("fr");
        var share = new Share(Estimate(0.5, 0.5 * cv, 100), 0.5, 40, 0.01);
        TestKit.Page.Words(PortraitWords.Cv(share.Estimate)).ShouldBe(printed);
        share.Mark.ShouldBe(mark);
        PortraitWords.Effective(new Share(Estimate(0.5, 0.01, 100), 0.5, 29.9, 0.01)).ShouldBe("29");
    }

    private static GroupGap Gap(int groups, double probability) => new(groups, new Contrast("x", 0.4, 0.1, 100, null, probability));

    private static Segment Group(string name, Share? share) => new(name, LocalizedText.Of(("fr", name), ("en", name)), share);

    private static Share Sure(double value) => new(Estimate(value, 0.01, 500), value, 400, 0.01);

    private static Share Frail(double value) => new(Estimate(value, 0.01, 40), value, 20, 0.04);

    private static Estimate Estimate(double value, double error, int n) => new()
    {
        Name = "x",
        Value = value,
        StandardError = error,
        Interval = new Interval(value - (2 * error), value + (2 * error), 0.95, IntervalMethod.Logit),
        DegreesOfFreedom = n - 1,
        N = n,
        WeightedN = n,
        DesignEffect = 1,
    };
}
