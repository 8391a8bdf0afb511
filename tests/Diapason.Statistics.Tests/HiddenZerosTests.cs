namespace Diapason.Statistics.Tests;

/// <summary>What an attacker knows beside the sums: that zeros are shown, and who contributes most to what is hidden together.</summary>
public sealed class HiddenZerosTests
{
    [Fact]
    public void Where_zeros_are_published_a_hidden_cell_is_at_least_one()
    {
        // 10, 3, 1 and 1 of 15: two hidden cells that add up to 2 are 1 each, since a 0 would have been shown.
        var (family, cells) = Row(10, 3, 1, 1);
        var rule = new ProtectionRule { Threshold = 2 };
        var statuses = new CellStatus[family.Cells.Count];
        (statuses[cells[2]], statuses[cells[3]]) = (CellStatus.Primary, CellStatus.Primary);
        var both = new SuppressionPlan(family, statuses);
        DisclosureAudit.Exposed(both, rule).ShouldBe([new DerivedInterval(cells[2], 1, 1), new DerivedInterval(cells[3], 1, 1)]);
        DisclosureAudit.Intervals(both).ShouldAllBe(i => i.Low == 0 && i.High == 2);
        DisclosureAudit.Intervals(both, rule).ShouldAllBe(i => i.Low == 1 && i.High == 1);
        Should.Throw<SurveyException>(() => DisclosureAudit.Verify(both, rule)).Error.ShouldBe(SurveyError.Disclosure);
        var plan = family.Suppress(rule);
        DisclosureAudit.Verify(plan, rule);
        plan.Statuses[cells[1]].ShouldBe(CellStatus.Secondary);
        DisclosureAudit.Intervals(plan, rule).ShouldAllBe(i => i.Low == 1 && i.High == 3);
    }

    [Fact]
    public void A_zero_hidden_for_want_of_another_cell_leaves_zero_possible()
    {
        // 7 and 2 of 9 beside a zero: only the zero may be hidden, or the 7.
        var family = new AdditiveFamily();
        var (large, small, none) = (family.Add(new DisclosureCell("large", 7, 7) { MayBeSecondary = false }), family.Add(new DisclosureCell("small", 2, 2)), family.Add(new DisclosureCell("none", 0, 0)));
        var total = family.Add(new DisclosureCell("all", 9, 9) { MayBeSecondary = false });
        family.AddSum(total, [large, small, none]);
        var rule = new ProtectionRule { Threshold = 3, MinimumWidth = 2 };
        var plan = family.Suppress(rule);
        plan.Statuses.ShouldBe([CellStatus.Published, CellStatus.Primary, CellStatus.Secondary, CellStatus.Published]);
        DisclosureAudit.Intervals(plan, rule).ShouldHaveSingleItem().ShouldBe(new DerivedInterval(small, 0, 2));
    }

    [Fact]
    public void Intervals_are_those_of_every_table_without_a_zero_that_fits()
    {
        var random = new Random(9);
        for (var round = 0; round < 15; round++)
        {
            var counts = new int[3, 3];
            for (var i = 0; i < 9; i++)
                counts[i / 3, i % 3] = 1 + random.Next(4);
            var (family, cells) = DisclosureTests.TwoWay(counts);
            var statuses = new CellStatus[family.Cells.Count];
            foreach (var cell in cells)
                statuses[cell] = random.Next(3) > 0 ? CellStatus.Primary : CellStatus.Published;
            foreach (var interval in DisclosureAudit.Intervals(new SuppressionPlan(family, statuses), new ProtectionRule()))
            {
                var values = DisclosureTests.Fitting(counts, cells, statuses, 1).Select(t => t[interval.Cell]).ToList();
                (interval.Low, interval.High).ShouldBe((values.Min(), values.Max()));
            }
        }
    }

    [Fact]
    public void Zero_remains_possible_when_asked()
    {
        var rule = new ProtectionRule { Threshold = 3, ZerosArePublished = false, ZeroMustRemainPossible = true };
        var least = 0;
        for (var seed = 0; seed < Sample.Of(20, 200); seed++)
        {
            var random = new Random(seed);
            var counts = new int[3, 4];
            for (var i = 0; i < 12; i++)
                counts[i / 4, i % 4] = (int)(20 * random.NextDouble() * random.NextDouble());
            var (family, cells) = DisclosureTests.TwoWay(counts);
            // The totals are always shown here: tables whose total is small itself cannot be.
            if (family.Cells.Any(c => !c.MayBeSecondary && c.Count < 3))
                continue;
            SuppressionPlan plan;
            try
            {
                plan = family.Suppress(rule);
            }
            catch (SurveyException e) when (e.Error == SurveyError.Disclosure)
            {
                continue;
            }
            DisclosureAudit.Verify(plan, rule);
            foreach (var interval in DisclosureAudit.Intervals(plan, rule))
                (interval.Low, interval.Width >= 3).ShouldBe((0, true));
            foreach (var cell in cells)
                (family.Cells[cell].Count == 0 && plan.IsShown(cell)).ShouldBeFalse();
            least++;
        }
        least.ShouldBeGreaterThan(8);
        Should.Throw<SurveyException>(() => Row(5, 4, 1).Family.Suppress(new ProtectionRule { ZeroMustRemainPossible = true })).Error.ShouldBe(SurveyError.InvalidValue);
        // Without the option a width is enough: the cell is known to hold someone.
        var (wide, own) = Row(2, 6, 9);
        var statuses = new CellStatus[wide.Cells.Count];
        (statuses[own[0]], statuses[own[1]]) = (CellStatus.Primary, CellStatus.Secondary);
        DisclosureAudit.Exposed(new SuppressionPlan(wide, statuses), rule with { ZeroMustRemainPossible = false }).ShouldBeEmpty();
    }

    [Fact]
    public void A_sum_of_hidden_cells_that_one_contributor_makes_is_protected_too()
    {
        // Hidden with b, a is still given by the total less c and d: 912, of which one contributor made 900.
        var family = new AdditiveFamily();
        int Add(string name, params double[] parts) => family.Add(new DisclosureCell(name, parts.Length, parts.Sum()) { Contributions = parts, HasFractions = true });
        var (a, b, c, d) = (Add("a", 900, 2, 2, 2), Add("b", 2, 2, 2), Add("c", 60, 60, 60, 60), Add("d", 70, 70, 70, 70));
        var total = family.Add(new DisclosureCell("all", 15, 1432) { Contributions = [900, 70, 70], HasFractions = true, MayBeSecondary = false });
        family.AddSum(total, [a, b, c, d]);
        var rule = new ProtectionRule { Threshold = 0, DominantContributors = 1, DominantShare = 0.85, MinimumWidth = 5 };
        var statuses = new CellStatus[family.Cells.Count];
        (statuses[a], statuses[b]) = (CellStatus.Primary, CellStatus.Secondary);
        var pair = new SuppressionPlan(family, statuses);
        DisclosureAudit.Exposed(pair, rule).ShouldBeEmpty();
        DisclosureAudit.DominatedSums(pair, rule).ShouldHaveSingleItem().Cells.ShouldBe([a, b]);
        Should.Throw<SurveyException>(() => DisclosureAudit.Verify(pair, rule)).Category.ShouldBe("a");
        var plan = family.Suppress(rule);
        DisclosureAudit.Verify(plan, rule);
        DisclosureAudit.DominatedSums(plan, rule).ShouldBeEmpty();
        (plan.IsShown(c) && plan.IsShown(d)).ShouldBeFalse();
        // Where nothing else may be hidden the refusal says why.
        var held = new AdditiveFamily();
        var parts = family.Cells.Take(4).Select((cell, i) => held.Add(cell with { MayBeSecondary = i == 1 })).ToList();
        held.AddSum(held.Add(family.Cells[total]), parts);
        var refusal = Should.Throw<SurveyException>(() => held.Suppress(rule));
        (refusal.Error, refusal.Category).ShouldBe((SurveyError.Disclosure, "a"));
        refusal.Message.ShouldContain("dominated");
    }

    [Fact]
    public void Random_amounts_are_protected_with_their_sums()
    {
        var (planned, needed) = (0, 0);
        for (var seed = 0; seed < Sample.Of(40, 400); seed++)
        {
            var random = new Random(seed);
            CategoricalColumn Column(string name, int k) => new(name, [.. Enumerable.Range(0, k).Select(c => $"{c}")], Enumerable.Range(0, 120).Select(_ => (byte)(random.NextDouble() * random.NextDouble() * k)).ToArray());
            var amount = new NumericColumn("amount", Enumerable.Range(0, 120).Select(_ => Math.Round(Math.Exp(3 * random.NextDouble()) * (random.Next(25) == 0 ? 100 : 1), 2)).ToArray());
            IReadOnlyList<CategoricalColumn> table = [Column("a", 4), Column("b", 4)];
            var rule = new ProtectionRule { Threshold = 3, DominantContributors = 1, DominantShare = 0.8, MinimumWidth = 10 };
            try
            {
                var plan = TableSet.Protect([table], rule, amount).Plan;
                DisclosureAudit.Verify(plan, rule);
                DisclosureAudit.DominatedSums(plan, rule).ShouldBeEmpty();
                planned++;
                needed += plan.PrimaryCount;
            }
            catch (SurveyException e) when (e.Error == SurveyError.Disclosure)
            {
            }
        }
        planned.ShouldBeGreaterThan(30);
        needed.ShouldBeGreaterThan(100);
    }

    private static (AdditiveFamily Family, int[] Cells) Row(params int[] counts)
    {
        var family = new AdditiveFamily();
        var cells = counts.Select((n, i) => family.Add(new DisclosureCell($"{i}", n, n))).ToArray();
        family.AddSum(family.Add(new DisclosureCell("all", counts.Sum(), counts.Sum()) { MayBeSecondary = false }), cells);
        return (family, cells);
    }
}
