using Diapason.Forms;
using Diapason.Platform.Language;
using Diapason.Studies.Disclosure;
using Diapason.Studies.Portraits;
using Diapason.Studies.Reporting;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class SmallCellsTests
{
    private static readonly SmallCells Ten = new(10);

    [Fact]
    public void Hides_a_small_segment_and_the_smallest_other_that_would_give_it_away() =>
        Hidden([50, 9, 40, 12, 0]).ShouldBe([1, 3, 4]);

    [Fact]
    public void Two_small_segments_of_ten_people_together_need_no_other() => Hidden([50, 9, 40, 12, 3]).ShouldBe([1, 4]);

    [Fact]
    public void Two_small_segments_of_nine_people_together_take_a_third() => Hidden([50, 6, 40, 12, 3]).ShouldBe([1, 3, 4]);

    [Fact]
    public void Hides_nothing_when_no_segment_is_small() => Hidden([50, 10, 40, 0]).ShouldBe([3], "only the segment without anybody, which nobody can be recognised in");

    [Fact]
    public void A_segment_small_in_one_figure_is_hidden_in_all() =>
        Ten.HideEverywhere([Table([50, 10, 40, 30]), Table([50, 9, 40, 30])]).ShouldBe([false, true, false, true]);

    [Fact]
    public void A_segment_where_all_answered_alike_hides_the_whole_breakdown_so_that_nothing_points_at_it()
    {
        Ten.Hide(new SegmentCounts([50, 20, 40, 30], [20, 20, 10, 10]), new bool[4]).ShouldBe([true, true, true, true]);
        Ten.Hide(new SegmentCounts([50, 6, 40, 5], [20, 6, 10, 5]), [false, true, false, true]).ShouldBe([true, true, true, true], "the hidden ones together");
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    [InlineData(21, false)]
    public void What_fewer_than_five_said_or_did_not_say_is_hidden_in_a_row_and_for_everyone(int counted, bool isShown)
    {
        Ten.MayShow(21, counted).ShouldBe(isShown);
        Ten.Hide(new SegmentCounts([50, 21, 40, 30], [20, counted, 10, 10]), new bool[4]).ShouldAllBe(hidden => hidden != isShown);
    }

    [Theory]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    [InlineData(209, 200)]
    [InlineData(999, 990)]
    [InlineData(1000, 1000)]
    [InlineData(1202, 1200)]
    [InlineData(1249, 1200)]
    [InlineData(1250, 1250)]
    public void Anyone_knows_the_answers_received_rounded_down(int received, int known) => PublicCount.AtLeast(received).ShouldBe(known);

    [Fact]
    public void An_empty_segment_is_said_to_be_so_only_where_subtraction_would_say_it()
    {
        SmallCells.HidesNobody(Table([50, 40, 0, 0]), [false, false, true, true]).ShouldBeTrue();
        SmallCells.HidesNobody(Table([50, 40, 0, 9]), [false, false, true, true]).ShouldBeFalse("who is in the others must not be narrowed");
        SmallCells.HidesNobody(Table([50, 40, 0, 0]), [true, true, true, true]).ShouldBeFalse();
    }

    [Fact]
    public void The_demonstration_keeps_most_of_its_breakdowns()
    {
        var breakdowns = KitStudy.Compute(KitStudy.Store(KitStudy.Answers())).Figures.SelectMany(f => f.By.Values).ToList();
        breakdowns.Count(b => b.All(s => s.Share is null)).ShouldBeLessThan(breakdowns.Count / 4);
    }

    [Fact]
    public void The_margin_of_a_breakdown_with_hidden_segments_shows_its_frame_only()
    {
        var answers = KitStudy.Answers();
        var portrait = KitStudy.Compute(KitStudy.Store([.. Of("employee", 80), .. Of("self_employed", 12), .. Of("organisation", 8)]), 10);
        portrait.Find("evolution")!.By["status"].Where(s => s.Share is not null).Select(s => s.Code).ShouldBeSubsetOf(["employee"], "eight people, and the twelve who would give them away");
        Languages.Use(Languages.French);
        var rows = MethodTables.Margins(portrait).Rows;
        rows.Where(r => r.Head is "Statut").ShouldAllBe(r => r.Cells[1] == "masqué" && r.Cells[2] == "masqué", "12 % of 100 people would tell that eight others are hidden");
        rows.Where(r => r.Head is "Âge").ShouldAllBe(r => r.Cells[1] != "masqué");

        IEnumerable<AnswerSet> Of(string status, int count) => answers.Where(a => a["status"].ToString() == status).Take(count);
    }

    [Fact]
    public void A_margin_with_a_category_under_the_threshold_shows_its_frame_only()
    {
        Languages.Use(Languages.French);
        var (inside, outside) = (KitStudy.Answers().Where(a => a["metro"].Text == "yes").Take(91), KitStudy.Answers().Where(a => a["metro"].Text == "no").Take(9));
        var portrait = KitStudy.Compute(KitStudy.Store([.. inside, .. outside]), 10);
        var rows = MethodTables.Margins(portrait).Rows.Where(r => r.Head is "Région métropolitaine de Montréal").ToList();
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(r => r.Cells[1] == "masqué" && r.Cells[2] == "masqué", "91 % of a hundred people gives the nine others");
        rows.Select(r => r.Cells[3]).ShouldBe(["67\u00a0%", "33\u00a0%"]);
    }

    [Fact]
    public void A_routed_figure_is_hidden_when_its_n_would_complete_a_subtraction()
    {
        SmallCells.MayShowAmong([1], [false, false, true, true]).ShouldBeTrue("hidden segments are not asked");
        SmallCells.MayShowAmong([2], [false, false, true, true]).ShouldBeFalse("one of two hidden segments is asked");
        SmallCells.MayShowAmong([2, 3], [false, false, true, true]).ShouldBeTrue("the hidden segments are asked together");
    }

    [Fact]
    public void Nothing_small_can_be_derived_from_any_combination_of_what_is_shown()
    {
        var random = new Random(20261122);
        for (var trial = 0; trial < Sample.Of(4000, 40_000); trial++)
        {
            var (bases, counted) = Draw(random, segments: random.Next(2, 9));
            var figures = bases.Zip(counted, (b, c) => new SegmentCounts(b, c)).ToList();
            var everywhere = Ten.HideEverywhere(figures);
            foreach (var figure in figures) CheckAttack(figure, Ten.Hide(figure, everywhere), 10);
        }
    }

    [Fact]
    public void The_demonstration_passes_the_attack_in_every_breakdown()
    {
        var store = KitStudy.Store(KitStudy.Answers());
        foreach (var figure in KitStudy.Compute(store).Figures.Where(f => f.Definition.Among is null))
            foreach (var (by, segments) in figure.By)
            {
                var counts = FigureColumn.Count(FigureColumn.Of(figure.Definition, store), FigureColumn.Segments(store.Column(by)), segments.Count + 1);
                bool[] hidden = [.. segments.Select(s => s.Share is null), true];
                CheckAttack(counts, hidden, 30);
                segments.Zip(counts.Bases).Where(s => s.Second < 30).ShouldAllBe(s => s.First.Share == null);
            }
    }

    [Fact]
    public void Regions_of_fewer_than_thirty_people_in_any_figure_are_hidden()
    {
        var regions = KitStudy.Compute(KitStudy.Store(KitStudy.Answers())).Find("evolution")!.By["region"];
        regions.Where(r => r.Share is null).Select(r => r.Code).ShouldBe(["r04", "r08", "r09", "r10", "r11", "r12", "r13", "r17"]);
    }

    [Fact]
    public void Shows_nothing_before_thirty_answers()
    {
        var portrait = KitStudy.Compute(KitStudy.Store(KitStudy.Answers().Take(29)));
        portrait.Respondents.ShouldBe(29);
        portrait.Weights.ShouldBeNull();
        portrait.Figures.ShouldBeEmpty();
        KitStudy.Compute(KitStudy.Store([])).Respondents.ShouldBe(0);
    }

    // Brute force: the total and each shown segment are known, so a group's numbers are known when it is a sum of those, up to sign. Every subset is tried.
    private static void CheckAttack(SegmentCounts figure, bool[] hidden, int threshold)
    {
        var segments = hidden.Length;
        for (var subset = 1; subset < 1 << Math.Min(segments, 18); subset++)
        {
            var inside = Enumerable.Range(0, segments).Where(s => s < 18 && (subset & (1 << s)) != 0).ToList();
            // Derivable exactly when it holds all hidden segments or none of them.
            var hiddenInside = inside.Count(s => hidden[s]);
            if (hiddenInside != 0 && hiddenInside != hidden.Count(h => h)) continue;
            var (people, yes) = (inside.Sum(s => figure.Bases[s]), inside.Sum(s => figure.Counted[s]));
            if (people == 0) continue;
            people.ShouldBeGreaterThanOrEqualTo(threshold);
            if (hidden.All(h => h)) continue;
            Math.Min(yes, people - yes).ShouldBeGreaterThanOrEqualTo(5);
            inside.Count(s => hidden[s] && figure.Bases[s] > 0).ShouldNotBe(1, "one hidden segment alone is its own subtraction");
        }
    }

    private static (List<int[]> Bases, List<int[]> Counted) Draw(Random random, int segments)
    {
        var size = Enumerable.Range(0, segments).Select(_ => random.Next(3) switch { 0 => random.Next(0, 12), 1 => random.Next(5, 40), _ => random.Next(20, 400) }).ToArray();
        // The whole is shown only from ten mixed answers on, which the last two segments see to.
        (size[^1], size[^2]) = (random.Next(15, 90), random.Next(15, 90));
        var bases = Enumerable.Range(0, 3).Select(_ => size.Select(s => Math.Max(0, s - random.Next(0, 3))).ToArray()).ToList();
        var counted = bases.Select(b => b.Select((n, s) => s >= segments - 2 ? n / 3 : random.Next(0, n + 1)).ToArray()).ToList();
        return (bases, counted);
    }

    private static int[] Hidden(int[] bases) => [.. Ten.HideEverywhere([Table(bases)]).Index().Where(h => h.Item).Select(h => h.Index)];

    private static SegmentCounts Table(int[] bases) => new(bases, [.. bases.Select(b => b / 2)]);
}
