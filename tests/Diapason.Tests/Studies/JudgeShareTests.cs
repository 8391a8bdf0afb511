using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Portraits;
using Diapason.Studies.Reporting;
using Diapason.Text;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>Marks, gaps and sentences are functions of what is printed: the share, the number of people as shown, the table's design effect.</summary>
public sealed class JudgeShareTests
{
    [Theory]
    [InlineData(0.8, 1200, 1.2, Reliability.Good)]
    [InlineData(0.8, 40, 1.0, Reliability.Good)]
    [InlineData(0.9, 40, 1.1, Reliability.Caution)]
    [InlineData(0.9, 40, 2.1, Reliability.Unreliable)]
    [InlineData(0.3, 200, 1.2, Reliability.Good)]
    [InlineData(0.2, 200, 1.2, Reliability.Caution)]
    [InlineData(0.2, 60, 1.2, Reliability.Unreliable)]
    public void The_worst_of_error_and_effective_number_decides(double share, int n, double effect, Reliability expected) => Share(share, n, effect).Reliability.ShouldBe(expected);

    [Fact]
    public void A_share_cut_near_an_end_is_for_information_only_and_is_no_bound()
    {
        Platform.Language.Languages.Use("fr");
        var under = new Share(new PublishedShare(0.1, RoundedBase.Of(40), 1.2, ShareCut.Under), 1, default);
        under.Mark.ShouldBe("**");
        TestKit.Page.Words(PortraitWords.Percent(under)).ShouldBe("près de 0 %");
        var over = new Share(new PublishedShare(0.97, RoundedBase.Of(120), 1.2, ShareCut.Over), 1, default);
        TestKit.Page.Words(PortraitWords.Percent(over)).ShouldBe("près de 100 %");
    }

    [Fact]
    public void The_sentence_gives_the_order_of_the_groups_without_a_mark_and_speaks_of_no_other()
    {
        Platform.Language.Languages.Use("fr");
        var sentence = ReadFigure.Of(Sure(0.6), [Group("Bas", Sure(0.4)), Group("Haut", Sure(0.8)), Group("Frêle", Frail(0.1)), Group("Caché", null), Group("Milieu", Sure(0.6))]);
        sentence.ShouldBe("parmi les groupes dont le chiffre ne porte aucun signe, du plus bas au plus haut, Bas (40\u00a0%), Milieu (60\u00a0%), Haut (80\u00a0%). "
            + "Dans l’ensemble\u00a0: 60\u00a0%. L’écart entre le premier et le dernier dépasse ce que le hasard explique d’ordinaire.");
        ReadFigure.Of(Frail(0.1), [Group("Bas", Sure(0.4)), Group("Haut", Sure(0.8))]).ShouldNotContain("%");
        var many = ReadFigure.Of(Sure(0.6), [.. Enumerable.Range(1, 9).Select(i => Group($"G{i}", Sure(0.55 + (i / 100d))))]);
        many.ShouldStartWith("du plus bas au plus haut, G1 (56\u00a0%), G2 (57\u00a0%), 5 autres groupes, G8 (63\u00a0%), G9 (64\u00a0%).");
        many.ShouldEndWith("L’écart entre le premier et le dernier ne dépasse pas ce que le hasard explique d’ordinaire.", Case.Sensitive, "nine groups make thirty-six pairs");
    }

    [Fact]
    public void A_gap_is_tested_with_the_errors_that_are_printed_and_corrected_for_its_pairs()
    {
        Segment[] groups = [Group("A", Share(0.5, 400, 1.2)), Group("B", Share(0.6, 300, 1.2)), Group("C", Share(0.55, 800, 1.3))];
        var gap = GroupGap.Of(groups).ShouldNotBeNull();
        var error = Math.Sqrt(Math.Pow(groups[0].Share!.Figure.StandardError, 2) + Math.Pow(groups[1].Share!.Figure.StandardError, 2));
        (gap.Groups, gap.Pairs, gap.DegreesOfFreedom).ShouldBe((3, 3, 299));
        gap.Difference.ShouldBe(0.1, 1e-12);
        gap.StandardError.ShouldBe(error, 1e-12);
        gap.Probability.ShouldBe(3 * 2 * Distributions.StudentUpper(0.1 / error, 299), 1e-12);
        GroupGap.Of(groups[..1]).ShouldBeNull();
        GroupGap.Of([groups[0], groups[0]])!.Probability.ShouldBe(1, "no difference is never beyond chance");
    }

    [Theory]
    [InlineData(0.8, 1200, 1.2, "bonne")]
    [InlineData(0.9, 40, 1.1, "* à interpréter avec prudence : moins de 30 réponses efficaces")]
    [InlineData(0.2, 200, 1.2, "* à interpréter avec prudence : CV de plus de 15 %")]
    [InlineData(0.2, 60, 1.2, "** à titre indicatif seulement : CV de plus de 25 %")]
    [InlineData(0.9, 40, 2.1, "** à titre indicatif seulement : moins de 15 réponses efficaces")]
    public void A_mark_names_what_it_is_for(double share, int n, double effect, string expected)
    {
        Platform.Language.Languages.Use("fr");
        TestKit.Page.Words(PortraitWords.MarkAndWhy(Share(share, n, effect))).ShouldBe(expected);
    }

    [Fact]
    public void The_rule_of_marks_holds_for_the_coefficient_as_it_is_printed()
    {
        Platform.Language.Languages.Use("fr");
        for (var points = 1; points < 100; points++)
        {
            var share = Share(points / 100d, 500, 1.3);
            var printed = PortraitWords.WholeCv(share)!.Value;
            share.Mark.ShouldBe(printed > 0.25 ? "**" : printed > 0.15 ? "*" : "", $"{points} %");
        }
    }

    private static Segment Group(string name, Share? share) => new(name, LocalizedText.Of(("fr", name), ("en", name)), share);

    private static Share Sure(double value) => Share(value, 500, 1.2);

    private static Share Frail(double value) => Share(value, 40, 1.2);

    private static Share Share(double value, int n, double effect) => new(new PublishedShare(value, RoundedBase.Of(n), effect), 1, new DateOnly(2026, 11, 23));
}
