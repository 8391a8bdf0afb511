namespace Diapason.Statistics.Tests;

/// <summary>Tables by cross-tabulation beside the same figures one statistic at a time, on every kind of design.</summary>
public sealed class CrossTableTests
{
    public static TheoryData<string> Designs => new("srs", "strat", "stratN", "clus1", "clus2", "raked", "calibrated", "trimmed", "twice", "jackknife", "lonely", "synthetic");

    [Theory, MemberData(nameof(Designs))]
    public void Cells_equal_one_by_one_estimates(string name)
    {
        var (design, rows, columns, inside) = Of(name);
        foreach (var domain in new[] { null, inside })
        {
            var table = design.CrossTable(rows, columns, domain);
            var (people, cells, byRow, byColumn) = (table.People(), table.CellShares(), table.RowShares(), table.ColumnShares());
            var both = Domain.Where("both", Enumerable.Range(0, design.Rows).Select(r => rows[r] >= 0 && columns[r] >= 0 && (domain is null || domain.Mask[r])).ToArray());
            for (var i = 0; i < rows.Categories.Count; i++)
            {
                for (var j = 0; j < columns.Categories.Count; j++)
                {
                    var cell = NumericColumn.Indicator(rows.Cross(columns), rows.Cross(columns).Categories[(i * columns.Categories.Count) + j]);
                    Agree(people[i, j], design.Estimate(Statistic.Total(cell, both)));
                    Agree(cells[i, j], design.Estimate(Statistic.Share(rows.Cross(columns), rows.Cross(columns).Categories[(i * columns.Categories.Count) + j], both)));
                    AgreeOrBothMissing(byRow[i, j], design, columns, j, both.And(Domain.Of(rows, i)));
                    AgreeOrBothMissing(byColumn[i, j], design, rows, i, both.And(Domain.Of(columns, j)));
                }
            }
        }
    }

    [Theory, MemberData(nameof(Designs))]
    public void Covariances_of_cells_equal_those_of_influence_values(string name)
    {
        var (design, rows, columns, _) = Of(name);
        var crossed = rows.Cross(columns);
        var moments = new CellMoments(design, crossed);
        var (totals, shares) = (crossed.Categories.Select(c => Statistic.Count(crossed, c)).ToList(), Statistic.Shares(crossed));
        foreach (var (own, statistics) in new[] { (moments.CovarianceOfPeople, totals), (moments.CovarianceOfShares, shares) })
        {
            var expected = design.Estimate(statistics).Covariance;
            var scale = Enumerable.Range(0, totals.Count).Max(c => expected[c, c]);
            for (var a = 0; a < totals.Count; a++)
            {
                for (var b = 0; b < totals.Count; b++)
                    Math.Abs(own[a, b] - expected[a, b]).ShouldBeLessThan(1e-11 * scale, $"{a},{b}");
            }
        }
    }

    [Fact]
    public void A_table_of_nobody_is_refused_and_its_rows_are_empty()
    {
        var (design, rows, columns, _) = Of("strat");
        var nobody = design.CrossTable(rows, columns, Domain.Where("nobody", new bool[design.Rows]));
        Should.Throw<SurveyException>(() => nobody.CellShares()).Error.ShouldBe(SurveyError.EmptyDomain);
        Should.Throw<SurveyException>(() => nobody.People()).Error.ShouldBe(SurveyError.EmptyDomain);
        nobody.RowShares().Cast<Estimate?>().ShouldAllBe(e => e == null);
    }

    private static (IDesign Design, CategoricalColumn Rows, CategoricalColumn Columns, Domain Inside) Of(string name)
    {
        if (name == "synthetic")
        {
            var (synthetic, questions, segments) = Synthetic.Survey(2_000, 3);
            return (synthetic, questions[1], questions[2], Domain.Of(segments[2]!, 1));
        }
        var (source, survey) = name switch { "raked" or "calibrated" or "trimmed" or "twice" => ("stratN", true), "jackknife" => ("clus1", false), "lonely" => ("clus1", false), _ => (name, false) };
        var (data, plain) = (ApiDesigns.Data(source), ApiDesigns.Of(source));
        var raked = survey ? RakingTests.Rake(plain, data).Design : plain;
        IDesign design = name switch
        {
            "trimmed" => raked.Trim(new TrimmingOptions { Upper = raked.Weights.ToArray().Average() * 1.2 }).Design,
            "calibrated" => plain.Calibrate([Auxiliary.Size(6194), Auxiliary.Amount(data.Numeric("api99"), 3914069)]).Design,
            "twice" => RakingTests.Rake(raked.Calibrate([Auxiliary.Size(6194), Auxiliary.Amount(data.Numeric("api99"), 3914069)]).Design, data).Design,
            "jackknife" => plain.Jackknife(),
            "lonely" => SurveyDesign.Create(data.Rows, new DesignDescription { Weights = data.Numeric("pw"), Strata = [UnitColumn.Of("h", Enumerable.Range(0, data.Rows).Select(r => r == 0 ? 1 : 2 + (r % 3)).ToArray())], LonelyPsu = LonelyPsu.Average }),
            _ => raked,
        };
        var awards = data.Categorical("awards");
        var some = awards.Within(Domain.Where("some", Enumerable.Range(0, data.Rows).Select(r => r % 11 != 3).ToArray()));
        return (design, data.Categorical("stype"), some, Domain.Of(data.Categorical("sch.wide"), "Yes"));
    }

    private static void AgreeOrBothMissing(Estimate? own, IDesign design, CategoricalColumn column, int category, Domain domain)
    {
        if (domain.Mask.Contains(true))
            Agree(own.ShouldNotBeNull(), design.Estimate(Statistic.Share(column, column.Categories[category], domain)));
        else
            own.ShouldBeNull();
    }

    private static void Agree(Estimate own, Estimate expected)
    {
        own.Value.ShouldAgree(expected.Value, 1e-12, "value");
        Math.Abs(own.StandardError - expected.StandardError).ShouldBeLessThan(1e-10 * Math.Max(1, expected.Value));
        (own.N, own.DegreesOfFreedom).ShouldBe((expected.N, expected.DegreesOfFreedom));
        own.WeightedN.ShouldAgree(expected.WeightedN);
        if (expected.DesignEffect is > 1e-9)
            own.DesignEffect.ShouldNotBeNull().ShouldAgree(expected.DesignEffect.Value, 1e-7);
        (own.Interval?.Low ?? 0).ShouldAgree(expected.Interval?.Low ?? 0, 1e-7);
    }
}
