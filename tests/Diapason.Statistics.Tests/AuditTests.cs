using System.Numerics;

namespace Diapason.Statistics.Tests;

/// <summary>What the auditor sees, beside another solver's intervals and every choice on small tables.</summary>
public sealed class AuditTests
{
    // Raised by hand to measure what the README says.
    private const int Tables = 40;

    [Fact]
    public void A_number_shown_in_two_tables_is_one_unknown()
    {
        // n is hidden in both tables, but the second gives it: 15 + 7 − 20 leaves 2.
        var family = new AdditiveFamily();
        var (small, large, n) = (family.Add(new DisclosureCell("small", 2, 2)), family.Add(new DisclosureCell("large", 20, 20)), family.Add(new DisclosureCell("n", 22, 22)));
        var (left, right, again) = (family.Add(new DisclosureCell("left", 15, 15)), family.Add(new DisclosureCell("right", 7, 7)), family.Add(new DisclosureCell("n again", 22, 22)));
        family.AddSum(n, [small, large]);
        family.AddSum(again, [left, right]);
        family.AddSame(n, again);
        var statuses = new CellStatus[6];
        (statuses[small], statuses[n], statuses[again]) = (CellStatus.Primary, CellStatus.Secondary, CellStatus.Secondary);
        DisclosureAudit.Exposed(new SuppressionPlan(family, statuses), new ProtectionRule()).ShouldHaveSingleItem().ShouldBe(new DerivedInterval(small, 2, 2));
        DisclosureAudit.Verify(family.Suppress(), new ProtectionRule());
        Should.Throw<SurveyException>(() => family.AddSame(small, large)).Category.ShouldBe("small");
    }

    [Fact]
    public void A_small_cell_hidden_for_another_reason_is_audited_too()
    {
        var (family, cells) = DisclosureTests.TwoWay(new[,] { { 3, 20 }, { 12, 25 } });
        var statuses = new CellStatus[family.Cells.Count];
        (statuses[cells[0, 0]], statuses[cells[0, 1]]) = (CellStatus.Secondary, CellStatus.Secondary);
        Should.Throw<SurveyException>(() => DisclosureAudit.Verify(new SuppressionPlan(family, statuses), new ProtectionRule())).Category.ShouldBe("0,0");
        Should.Throw<SurveyException>(() => DisclosureAudit.Intervals(new SuppressionPlan(family, [CellStatus.Primary]))).Error.ShouldBe(SurveyError.LengthMismatch);
        Should.Throw<SurveyException>(() => family.Add(new DisclosureCell("loss", 3, -4))).Category.ShouldBe("loss");
        Should.Throw<SurveyException>(() => family.Add(new DisclosureCell("none", 3, double.NaN))).Category.ShouldBe("none");
    }

    [Fact]
    public void Intervals_of_linked_tables_equal_those_of_another_solver()
    {
        foreach (var oracle in Oracle.Of("cases", "disclosure").EnumerateArray())
        {
            var (fractions, values, hidden) = (oracle.GetProperty("fractions").GetBoolean(), oracle.Numbers("values"), oracle.Numbers("hidden").Select(v => (int)v).ToList());
            var cells = oracle.Numbers("cells").Select(v => (int)v).ToList();
            var family = new AdditiveFamily();
            for (var c = 0; c < values.Length; c++)
                family.Add(new DisclosureCell($"{c}", (int)values[c], values[c]) { HasFractions = fractions });
            foreach (var sum in oracle.GetProperty("sums").EnumerateArray())
                family.AddSum(sum.GetProperty("total").GetInt32(), sum.Numbers("parts").Select(v => (int)v).ToList());
            family.AddSame((int)oracle.Numbers("same")[0], (int)oracle.Numbers("same")[1]);
            var statuses = values.Select((_, c) => !hidden.Contains(c) ? CellStatus.Published : cells.Contains(c) ? CellStatus.Primary : CellStatus.Secondary).ToArray();
            var plan = new SuppressionPlan(family, statuses);
            var intervals = DisclosureAudit.Intervals(plan);
            intervals.Select(i => i.Cell).ShouldBe(cells.Order());
            var exposed = DisclosureAudit.Exposed(plan, new ProtectionRule { Threshold = 0, MinimumWidth = 5, ZerosArePublished = false }).Select(i => i.Cell).ToHashSet();
            for (var i = 0; i < cells.Count; i++)
            {
                var own = intervals.Single(interval => interval.Cell == cells[i]);
                Agree(own.Low, oracle.Numbers(fractions ? "low" : "lowWhole")[i], values.Max());
                Agree(own.High, oracle.Numbers(fractions ? "high" : "highWhole")[i], values.Max());
                exposed.Contains(cells[i]).ShouldBe(own.Width < 5, $"cell {cells[i]}");
            }
        }

        static void Agree(double own, double other, double scale)
        {
            if (double.IsNaN(other))
                own.ShouldBe(double.PositiveInfinity);
            else
                own.ShouldBe(other, 1e-9 * scale);
        }
    }

    [Fact]
    public void Hiding_is_near_the_least_possible_on_small_tables()
    {
        var (hidden, least, same, tables) = (0, 0, 0, 0);
        for (var seed = 0; seed < Tables; seed++)
        {
            var random = new Random(seed);
            var counts = new int[2 + random.Next(2), 3 + random.Next(2)];
            for (var i = 0; i < counts.Length; i++)
                counts[i / counts.GetLength(1), i % counts.GetLength(1)] = 1 + (int)(30 * random.NextDouble() * random.NextDouble());
            var (family, cells) = DisclosureTests.TwoWay(counts);
            if (family.Cells.Where(c => !c.MayBeSecondary).Any(c => c.Count < 5))
                continue;
            var statuses = family.Cells.Select(c => c.Count is > 0 and < 5 ? CellStatus.Primary : CellStatus.Published).ToArray();
            var free = cells.Cast<int>().Where(c => statuses[c] != CellStatus.Primary).ToArray();
            if (!Passes(new SuppressionPlan(family, statuses), free, (1 << free.Length) - 1))
            {
                // Not even hiding everything inside is enough, since the margins are shown.
                Should.Throw<SurveyException>(() => family.Suppress()).Error.ShouldBe(SurveyError.Disclosure);
                continue;
            }
            var plan = family.Suppress();
            var best = BitOperations.PopCount((uint)Enumerable.Range(0, 1 << free.Length).OrderBy(m => BitOperations.PopCount((uint)m)).First(mask => Passes(plan, free, mask)));
            (hidden, least, same, tables) = (hidden + plan.SecondaryCount, least + best, same + (plan.SecondaryCount == best ? 1 : 0), tables + 1);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{tables} tables: {hidden} hidden, {least} at least, the same in {same}");
        least.ShouldBeGreaterThan(20);
        hidden.ShouldBeLessThanOrEqualTo(least + (least / 16));

        static bool Passes(SuppressionPlan plan, int[] free, int mask)
        {
            var statuses = plan.Statuses.ToArray();
            for (var b = 0; b < free.Length; b++)
                statuses[free[b]] = (mask >> b & 1) == 1 ? CellStatus.Secondary : CellStatus.Published;
            return DisclosureAudit.Exposed(plan with { Statuses = statuses }, new ProtectionRule()).Count == 0;
        }
    }

    [Fact]
    public void Tables_that_make_no_set_are_refused_by_name()
    {
        var (answer, amount) = (CategoricalColumn.FromTexts("q", ["a", "b"]), new NumericColumn("amount", new[] { 1.0, 2 }));
        Refused(() => TableSet.Protect([[answer]]).Find([CategoricalColumn.FromTexts("other", ["a"])], new Dictionary<string, string>())).ShouldBe((SurveyError.UnknownVariable, "other"));
        Refused(() => ProtectedTables.Protect([]).Status(SurveyDesign.Create(2).Portraits([answer], [null])[0], 0, 0)).ShouldBe((SurveyError.UnknownVariable, "q"));
        Refused(() => TableSet.Protect([])).ShouldBe((SurveyError.TooFew, null));
        Refused(() => TableSet.Protect([[answer, answer]])).ShouldBe((SurveyError.Duplicate, "q"));
        Refused(() => TableSet.Protect([[answer], [CategoricalColumn.FromTexts("q", ["b", "a"])]])).ShouldBe((SurveyError.Duplicate, "q"));
        Refused(() => TableSet.Protect([[answer]], new ProtectionRule { MinimumWidth = 1 }, new NumericColumn("amount", new[] { 1.0 }))).ShouldBe((SurveyError.LengthMismatch, "amount"));
        // A threshold counts people: it says nothing of how wide a doubt about dollars must be.
        Refused(() => TableSet.Protect([[answer]], null, amount)).ShouldBe((SurveyError.InvalidValue, "amount"));
        Refused(() => TableSet.Protect([[answer]], new ProtectionRule { MinimumWidth = double.NaN })).ShouldBe((SurveyError.InvalidValue, null));
        Refused(() => ProtectedTables.Protect([], new ProtectionRule { DominantContributors = 1, DominantShare = 85 })).ShouldBe((SurveyError.InvalidValue, null));

        static (SurveyError, string?) Refused(Action act) => Should.Throw<SurveyException>(act) is var e ? (e.Error, e.Variable) : default;
    }
}
