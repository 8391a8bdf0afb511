using Diapason.Needs.Wording;
using Diapason.Words;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>
/// How well the lexicon of the kit understands 300 needs written for it: right when the first competency expected is among the first three, or when what is outside the field is said to be. A hundred are never
/// learnt from; the other two hundred are judged by a matcher that has not seen them. The floor is the figure measured; it may only rise.
/// </summary>
public sealed class OwnWordsScoreTests(ITestOutputHelper output)
{
    private const int Folds = 5;

    private static readonly IReadOnlyList<NeedExample> Needs = [.. LexiconOfKit.Lexicon.Examples.Where(e => e.Id.StartsWith('n'))];

    [Fact]
    public void The_file_holds_three_hundred_needs_in_both_languages_and_every_kind()
    {
        Needs.Count.ShouldBe(300);
        Needs.Count(n => n.IsAside).ShouldBe(100);
        Needs.Count(n => n.Language == "en").ShouldBeGreaterThan(80);
        Needs.Select(n => n.Kind).Distinct().ShouldBe(["fear", "task", "plain", "sms", "joual", "typo", "no_accent", "no_ai", "out", "distress"], ignoreOrder: true);
        Needs.SelectMany(n => n.Competencies.Take(1)).Distinct().Count().ShouldBe(DemonstrationKit.Reference.Framework.Competencies.Count);
        Needs.ShouldAllBe(n => n.IsOutside == (n.Competencies.Count == 0));
    }

    [Fact]
    public void A_hundred_needs_set_aside_are_understood()
    {
        var judged = Needs.Where(n => n.IsAside).Select(n => (Need: n, Found: LexiconOfKit.Matcher.Understand(n.Text, n.Language))).ToList();
        Tell("aside", judged);
        Share(judged).ShouldBeGreaterThanOrEqualTo(0.99);
        judged.Count(j => j.Need.IsOutside && !j.Found.IsOutside).ShouldBe(0);
        Share([.. judged.Where(j => j.Need.Language == "fr")]).ShouldBeGreaterThanOrEqualTo(65 / 66.0);
        Share([.. judged.Where(j => j.Need.Language == "en")]).ShouldBe(1);
    }

    [Fact]
    public void Two_hundred_needs_are_understood_by_a_matcher_that_has_not_seen_them()
    {
        var learnt = Needs.Where(n => !n.IsAside).ToList();
        var judged = new List<(NeedExample Need, Understanding Found)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var tried = learnt.Where((_, i) => i % Folds == fold).ToList();
            var matcher = MakeMatcher.Of(DemonstrationKit.Reference, LexiconOfKit.Lexicon, e => !e.IsAside && !tried.Contains(e));
            judged.AddRange(tried.Select(n => (n, matcher.Understand(n.Text, n.Language))));
        }

        Tell("cross-validated", judged);
        Share(judged).ShouldBeGreaterThanOrEqualTo(0.985);
    }

    /// <summary>Sentences written by others, who had read neither the lexicon nor each other: each hand is judged by a matcher that has learnt from all the others.</summary>
    [Theory]
    [InlineData("c", 0.82)]
    [InlineData("f", 0.88)]
    [InlineData("i", 0.84)]
    public void Sentences_of_another_hand_are_understood_by_a_matcher_that_has_not_seen_them(string hand, double floor)
    {
        bool IsOfHand(NeedExample e) => e.Id.StartsWith(hand, StringComparison.Ordinal);
        var matcher = MakeMatcher.Of(DemonstrationKit.Reference, LexiconOfKit.Lexicon, e => !e.IsAside && !IsOfHand(e));
        var all = LexiconOfKit.Lexicon.Examples.Where(IsOfHand).Select(n => (Need: n, Found: matcher.Understand(n.Text, n.Language))).ToList();
        List<(NeedExample Need, Understanding Found)> judged = [.. all.Where(j => !j.Need.IsDistress)];
        judged.Count.ShouldBeGreaterThan(290);
        Tell(hand, judged);
        Share(judged).ShouldBeGreaterThanOrEqualTo(floor);
        var (suffering, heard, wrongly) = (all.Count(j => j.Need.IsDistress), all.Count(j => j.Need.IsDistress && j.Found.IsDistress), judged.Count(j => j.Found.IsDistress));
        output.WriteLine($"  distress: {heard} of {suffering}, said wrongly {wrongly}");
        heard.ShouldBeGreaterThanOrEqualTo(suffering / 2);
        wrongly.ShouldBeLessThanOrEqualTo(judged.Count / 30);
    }

    private static double Share(List<(NeedExample Need, Understanding Found)> judged) => judged.Count(j => IsRight(j.Need, j.Found)) / (double)judged.Count;

    private static bool IsRight(NeedExample need, Understanding found) =>
        need.IsOutside ? found.IsOutside : !found.IsOutside && found.Topics.Take(3).Any(t => t.Topic == need.Competencies[0]);

    private void Tell(string name, List<(NeedExample Need, Understanding Found)> judged)
    {
        output.WriteLine($"{name}: {Share(judged):P1} of {judged.Count}");
        foreach (var group in judged.GroupBy(j => j.Need.Language).Concat(judged.GroupBy(j => j.Need.Kind))) output.WriteLine($"  {group.Key}: {group.Count(j => IsRight(j.Need, j.Found))} of {group.Count()}");
        output.WriteLine($"  no AI needed: {judged.Count(j => j.Need.IsWithout && j.Found.IsWithout)} of {judged.Count(j => j.Need.IsWithout)}, said wrongly {judged.Count(j => !j.Need.IsWithout && j.Found.IsWithout)}");
        foreach (var (need, found) in judged.Where(j => !IsRight(j.Need, j.Found))) output.WriteLine($"  {need.Id} {need.Text}: {string.Join(' ', found.Topics.Take(3).Select(t => t.Topic))} {(found.IsOutside ? "outside" : "")}");
    }
}
