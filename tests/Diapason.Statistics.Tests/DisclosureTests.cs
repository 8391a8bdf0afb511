namespace Diapason.Statistics.Tests;

public sealed class DisclosureTests
{
    [Fact]
    public void A_small_cell_takes_another_with_it_in_its_row_and_column()
    {
        var (family, cells) = TwoWay(new[,] { { 3, 20, 30 }, { 12, 25, 40 }, { 50, 60, 70 } });
        var plan = family.Suppress(new ProtectionRule { Threshold = 5 });
        plan.Statuses[cells[0, 0]].ShouldBe(CellStatus.Primary);
        plan.PrimaryCount.ShouldBe(1);
        plan.SecondaryCount.ShouldBe(3);
        DisclosureAudit.Verify(plan, new ProtectionRule { Threshold = 5 });
    }

    [Fact]
    public void The_auditor_finds_what_subtraction_gives_away()
    {
        var (family, cells) = TwoWay(new[,] { { 3, 20 }, { 12, 25 } });
        var statuses = new CellStatus[family.Cells.Count];
        statuses[cells[0, 0]] = CellStatus.Primary;
        statuses[cells[0, 1]] = CellStatus.Secondary;
        var plan = new SuppressionPlan(family, statuses);
        DisclosureAudit.Intervals(plan).ShouldHaveSingleItem().ShouldBe(new DerivedInterval(cells[0, 0], 3, 3));
        Should.Throw<SurveyException>(() => DisclosureAudit.Verify(plan, new ProtectionRule())).Error.ShouldBe(SurveyError.Disclosure);
    }

    [Fact]
    public void The_auditor_refuses_a_small_cell_that_is_shown()
    {
        var (family, _) = TwoWay(new[,] { { 3, 20 }, { 12, 25 } });
        Should.Throw<SurveyException>(() => DisclosureAudit.Verify(new SuppressionPlan(family, new CellStatus[family.Cells.Count]), new ProtectionRule()));
    }

    [Fact]
    public void Subtracting_one_table_from_another_is_counted()
    {
        // Two codings of the same answer share their total: published side by side, 10 − 8 gives a cell of 2.
        var family = new AdditiveFamily();
        var total = family.Add(new DisclosureCell("all", 50, 50));
        var (a, b, c) = (family.Add(new DisclosureCell("a", 8, 8)), family.Add(new DisclosureCell("b", 2, 2)), family.Add(new DisclosureCell("c", 40, 40)));
        var ab = family.Add(new DisclosureCell("a or b", 10, 10));
        family.AddSum(total, [a, b, c]);
        family.AddSum(ab, [a, b]);
        family.AddSum(total, [ab, c]);
        var plan = family.Suppress();
        plan.IsShown(b).ShouldBeFalse();
        DisclosureAudit.Verify(plan, new ProtectionRule());
        (plan.IsShown(a) && plan.IsShown(ab)).ShouldBeFalse();
    }

    [Fact]
    public void Results_of_the_whole_stay_and_no_number_hidden_comes_with_a_result_shown()
    {
        var random = new Random(3);
        CategoricalColumn Column(string name, int k, double skew) => new(name, Enumerable.Range(0, k).Select(c => $"{c}").ToArray(),
            Enumerable.Range(0, 150).Select(_ => (byte)(Math.Pow(random.NextDouble(), skew) * k)).ToArray());
        var tables = SurveyDesign.Create(150).Portraits(Enumerable.Range(0, 6).Select(q => Column($"q{q}", 2 + (q % 5), 1.5)).ToList(), [null, Column("region", 17, 3)]);
        var safe = ProtectedTables.Protect(tables);
        DisclosureAudit.Verify(safe.Plan, new ProtectionRule());
        var hiddenBases = 0;
        foreach (var table in tables)
        {
            for (var s = 0; s < table.Segments; s++)
            {
                hiddenBases += safe.BaseStatus(table, s) == CellStatus.Published ? 0 : 1;
                for (var k = 0; k < table.Categories; k++)
                {
                    if (table.Segment is null && table.Count(s, k) >= 5)
                        safe.Shown(table, s, k).ShouldNotBeNull();
                    if (safe.BaseStatus(table, s) != CellStatus.Published)
                        safe.Shown(table, s, k).ShouldBeNull();
                }
            }
        }
        hiddenBases.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Intervals_of_two_way_tables_are_those_of_every_table_that_fits()
    {
        var random = new Random(7);
        for (var round = 0; round < 15; round++)
        {
            var counts = new int[3, 3];
            for (var i = 0; i < 9; i++)
                counts[i / 3, i % 3] = random.Next(4);
            var (family, cells) = TwoWay(counts);
            var statuses = new CellStatus[family.Cells.Count];
            foreach (var cell in cells)
                statuses[cell] = random.Next(3) > 0 ? CellStatus.Primary : CellStatus.Published;
            foreach (var interval in DisclosureAudit.Intervals(new SuppressionPlan(family, statuses)))
            {
                var values = Fitting(counts, cells, statuses).Select(t => t[interval.Cell]).ToList();
                (interval.Low, interval.High).ShouldBe((values.Min(), values.Max()));
            }
        }
    }

    [Fact]
    public void Tables_by_segment_published_with_their_whole_stay_safe()
    {
        var (design, questions, segments) = Synthetic.Survey(400, 6);
        var tables = design.Portraits(questions, [null, segments[1]]);
        var safe = ProtectedTables.Protect(tables, new ProtectionRule { Threshold = 5 });
        safe.Plan.PrimaryCount.ShouldBeGreaterThan(0);
        DisclosureAudit.Verify(safe.Plan, new ProtectionRule { Threshold = 5 });
        foreach (var table in tables)
        {
            for (var s = 0; s < table.Segments; s++)
            {
                for (var k = 0; k < table.Categories; k++)
                    (table.Count(s, k) is > 0 and < 5 && safe.Shown(table, s, k) is not null).ShouldBeFalse();
            }
        }
    }

    [Fact]
    public void A_study_of_many_questions_and_small_regions_is_protected()
    {
        var random = new Random(3);
        CategoricalColumn Column(string name, int k, double skew) => new(name, Enumerable.Range(0, k).Select(c => $"{c}").ToArray(),
            Enumerable.Range(0, 1500).Select(_ => random.NextDouble() < 0.03 ? CategoricalColumn.MissingCode(MissingKind.Skipped) : (byte)(Math.Pow(random.NextDouble(), skew) * k)).ToArray());
        var design = SurveyDesign.Create(1500);
        var tables = design.Portraits(Enumerable.Range(0, 30).Select(q => Column($"q{q}", 2 + (q % 5), 1.5)).ToList(), [null, Column("region", 17, 3), Column("role", 6, 2)]);
        var safe = ProtectedTables.Protect(tables);
        safe.Plan.PrimaryCount.ShouldBeGreaterThan(100);
        DisclosureAudit.Verify(safe.Plan, new ProtectionRule());
    }

    [Fact]
    public void Any_set_of_small_tables_can_be_protected_and_passes_the_audit()
    {
        for (var seed = 0; seed < Sample.Of(60, 600); seed++)
        {
            var random = new Random(seed);
            var rows = random.Next(8, 400);
            CategoricalColumn Column(string name) => Draw(random, name, random.Next(2, 8), rows);
            var (questions, segments) = (new[] { Column("q0"), Column("q1") }, new CategoricalColumn?[] { Column("s0"), Column("s1"), null });
            var rule = new ProtectionRule { Threshold = random.Next(2, 11) };
            DisclosureAudit.Verify(ProtectedTables.Protect(SurveyDesign.Create(rows).Portraits(questions, segments), rule).Plan, rule);
            DisclosureAudit.Verify(TableSet.Protect([[questions[0], segments[0]!], [questions[0], segments[1]!], [questions[0]], [questions[1], segments[0]!]], rule).Plan, rule);
        }
    }

    private static CategoricalColumn Draw(Random random, string name, int categories, int rows)
    {
        var skew = 1 + (3 * random.NextDouble());
        var codes = Enumerable.Range(0, rows).Select(_ => random.NextDouble() < 0.05 ? CategoricalColumn.MissingCode(MissingKind.Skipped) : (byte)(Math.Pow(random.NextDouble(), skew) * categories));
        return new CategoricalColumn(name, Enumerable.Range(0, categories).Select(c => $"{c}").ToArray(), codes.ToArray());
    }

    [Fact]
    public void Tables_over_declared_variables_share_their_margins()
    {
        var random = new Random(5);
        CategoricalColumn Column(string name, int k, double missing) => new(name, Enumerable.Range(0, k).Select(c => $"{c}").ToArray(),
            Enumerable.Range(0, 300).Select(_ => random.NextDouble() < missing ? CategoricalColumn.MissingCode(MissingKind.DontKnow) : (byte)(random.NextDouble() * random.NextDouble() * k)).ToArray());
        var (region, role, answer) = (Column("region", 5, 0), Column("role", 4, 0.05), Column("answer", 3, 0.1));
        IReadOnlyList<CategoricalColumn>[] tables = [[region, role], [region, answer], [role, answer], [answer], [region]];
        var set = TableSet.Protect(tables);
        set.Plan.PrimaryCount.ShouldBeGreaterThan(3);
        DisclosureAudit.Verify(set.Plan, new ProtectionRule());
        var count = Enumerable.Range(0, 300).Count(row => region[row] == 4 && role[row] == 3);
        set.Plan.Family.Cells[set.Find([region, role], new Dictionary<string, string> { ["region"] = "4", ["role"] = "3" })].Count.ShouldBe(count);
        // Without looking at the other tables, some cell would be given away.
        var alone = TableSet.Protect([tables[1]]);
        alone.Plan.Statuses.Count(s => s == CellStatus.Secondary).ShouldBeLessThanOrEqualTo(set.Plan.SecondaryCount);
    }

    [Fact]
    public void Amounts_dominated_by_one_contributor_are_protected()
    {
        var sector = CategoricalColumn.FromTexts("sector", Enumerable.Range(0, 30).Select(i => i < 10 ? "a" : i < 20 ? "b" : "c").ToList());
        var spending = new NumericColumn("spending", Enumerable.Range(0, 30).Select(i => i == 3 ? 1000.0 : 10 + i).ToArray());
        var rule = new ProtectionRule { DominantContributors = 1, DominantShare = 0.8, MinimumWidth = 50 };
        var set = TableSet.Protect([[sector]], rule, spending);
        set.Status([sector], new Dictionary<string, string> { ["sector"] = "a" }).ShouldBe(CellStatus.Primary);
        set.Plan.SecondaryCount.ShouldBe(1);
        DisclosureAudit.Verify(set.Plan, rule);
    }

    [Fact]
    public void A_dominated_cell_is_suppressed()
    {
        var family = new AdditiveFamily();
        var one = family.Add(new DisclosureCell("one", 10, 100) { Contributions = [90, 5, 5] });
        family.Add(new DisclosureCell("two", 10, 100) { Contributions = [20, 20, 20] });
        var plan = family.Suppress(new ProtectionRule { DominantContributors = 1, DominantShare = 0.8 });
        plan.Statuses.ShouldBe([CellStatus.Primary, CellStatus.Published]);
        plan.IsShown(one).ShouldBeFalse();
    }

    internal static (AdditiveFamily Family, int[,] Cells) TwoWay(int[,] counts)
    {
        var family = new AdditiveFamily();
        var (rows, columns) = (counts.GetLength(0), counts.GetLength(1));
        var cells = new int[rows, columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                cells[i, j] = family.Add(new DisclosureCell($"{i},{j}", counts[i, j], counts[i, j]));
        }
        var rowTotals = Enumerable.Range(0, rows).Select(i => Total($"row {i}", Enumerable.Range(0, columns).Select(j => cells[i, j]))).ToList();
        foreach (var j in Enumerable.Range(0, columns))
            Total($"column {j}", Enumerable.Range(0, rows).Select(i => cells[i, j]));
        Total("all", rowTotals);
        return (family, cells);

        int Total(string name, IEnumerable<int> parts)
        {
            var list = parts.ToList();
            var sum = list.Sum(p => family.Cells[p].Count);
            var total = family.Add(new DisclosureCell(name, sum, sum) { MayBeSecondary = false });
            family.AddSum(total, list);
            return total;
        }
    }

    /// <summary>Every table of whole numbers with the same margins and the same published cells.</summary>
    internal static IEnumerable<Dictionary<int, double>> Fitting(int[,] counts, int[,] cells, CellStatus[] statuses, int least = 0)
    {
        var values = new int[3, 3];
        return Fill(0);

        IEnumerable<Dictionary<int, double>> Fill(int at)
        {
            if (at == 9)
            {
                for (var i = 0; i < 3; i++)
                {
                    if (Enumerable.Range(0, 3).Sum(j => values[i, j]) != Enumerable.Range(0, 3).Sum(j => counts[i, j]) || Enumerable.Range(0, 3).Sum(j => values[j, i]) != Enumerable.Range(0, 3).Sum(j => counts[j, i]))
                        yield break;
                }
                yield return cells.Cast<int>().Select((c, n) => (c, Value: (double)values[n / 3, n % 3])).ToDictionary(t => t.c, t => t.Value);
                yield break;
            }
            var (r, k) = (at / 3, at % 3);
            var room = Enumerable.Range(0, 3).Sum(j => counts[r, j]) - Enumerable.Range(0, k).Sum(j => values[r, j]);
            var published = statuses[cells[r, k]] == CellStatus.Published;
            for (var v = published ? counts[r, k] : least; v <= (published ? counts[r, k] : room); v++)
            {
                values[r, k] = v;
                foreach (var table in Fill(at + 1))
                    yield return table;
            }
        }
    }
}
