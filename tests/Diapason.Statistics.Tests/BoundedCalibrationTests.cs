using System.Text.Json;

namespace Diapason.Statistics.Tests;

/// <summary>Calibration near its bounds or far from where it starts: what is feasible is solved, and only what is proved is refused as infeasible.</summary>
public sealed class BoundedCalibrationTests
{
    public static TheoryData<CalibrationDistance> Distances => new(Enum.GetValues<CalibrationDistance>());

    [Fact]
    public void Bounds_around_a_solution_do_not_hide_it()
    {
        var a = CategoricalColumn.FromTexts("a", ["a0", "a1", "a1", "a0"]);
        var design = SurveyDesign.Independent(new NumericColumn("w", new double[] { 10, 10, 10, 10 }));
        Auxiliary[] auxiliaries =
        [
            Auxiliary.Categories(Margin.Of(a, new Dictionary<string, double> { ["a0"] = 19.7, ["a1"] = 33.7 })),
            Auxiliary.Amount(new NumericColumn("x", new double[] { 6, 7, 4, 7 }), 306),
        ];
        var free = design.Calibrate(auxiliaries, new CalibrationOptions { Distance = CalibrationDistance.Raking });
        free.Report.MinimumRatio.ShouldBeGreaterThan(0.5);
        free.Report.MaximumRatio.ShouldBeLessThan(2);
        var bounded = design.Calibrate(auxiliaries, new CalibrationOptions { Distance = CalibrationDistance.Raking, LowerRatio = 0.5, UpperRatio = 2 });
        bounded.Design.Weights.ToArray().ShouldAgree(free.Design.Weights.ToArray());
    }

    [Theory, InlineData(1200, 800), InlineData(1.2e9, 0.8e9), InlineData(1.2, 0.8)]
    public void Weights_of_one_are_raked_to_totals_of_any_size(double first, double second)
    {
        var region = CategoricalColumn.FromTexts("region", ["n", "n", "s", "s", "s"]);
        var margin = Margin.Of(region, new Dictionary<string, double> { ["n"] = first, ["s"] = second });
        var options = new CalibrationOptions { Distance = CalibrationDistance.Raking };
        var alone = SurveyDesign.Create(5).Calibrate([Auxiliary.Categories(margin)], options);
        alone.Design.Weights.ToArray().ShouldAgree([first / 2, first / 2, second / 3, second / 3, second / 3]);
        alone.Report.Iterations.ShouldBeLessThan(15);
        // Without an intercept nothing says how far to start: the search along the step must find it.
        var amount = new NumericColumn("x", new double[] { 3, 1, 2, 5, 4 });
        var far = SurveyDesign.Create(5).Calibrate([Auxiliary.Amount(amount, first)], options);
        far.Design.Estimate(Statistic.Total(amount)).Value.ShouldAgree(first);
    }

    [Theory, MemberData(nameof(Distances))]
    public void Every_feasible_problem_near_its_bounds_is_solved(CalibrationDistance distance)
    {
        var compared = 0;
        foreach (var problem in Problems().Where(p => p.GetProperty("feasible").GetBoolean()))
        {
            var (design, auxiliaries, options) = Read(problem, distance);
            var weights = design.Calibrate(auxiliaries, options).Design.Weights.ToArray();
            ShouldBeOptimal(weights, problem, options);
            var fromR = problem.Numbers(distance.ToString().ToLowerInvariant());
            if (fromR.Length == 0)
                continue;
            compared++;
            weights.ShouldAgree(fromR, 1e-7, "weights");
        }
        compared.ShouldBe((int)Oracle.Of("given", "calibration").Numbers(distance.ToString().ToLowerInvariant())[0]);
    }

    [Theory, MemberData(nameof(Distances))]
    public void Larger_problems_drawn_at_their_bounds_are_solved(CalibrationDistance distance)
    {
        for (var seed = 0; seed < Sample.Of(120, 400); seed++)
        {
            var random = new Random(seed);
            var (n, low, high) = (random.Next(20, 250), 0.2 + (0.7 * random.NextDouble()), 1.1 + (3 * random.NextDouble()));
            CategoricalColumn Factor(string name, int k) => new(name, [.. Enumerable.Range(0, k).Select(c => $"{c}")], Enumerable.Range(0, n).Select(i => (byte)(i < k ? i : random.Next(k))).ToArray());
            NumericColumn Amount(string name) => new(name, Enumerable.Range(0, n).Select(_ => Math.Round(Math.Exp(3 * random.NextDouble()), 2)).ToArray());
            var d = new NumericColumn("d", Enumerable.Range(0, n).Select(_ => 1 + (9 * random.NextDouble())).ToArray());
            // Most ratios at a bound, as where a solution barely exists; the logit needs a little room inside.
            var room = distance == CalibrationDistance.Logit ? 0.01 : 0;
            var g = Enumerable.Range(0, n).Select(_ => random.NextDouble() is var at && at < .45 ? low + room : at < .9 ? high - room : low + ((high - low) * random.NextDouble())).ToArray();
            var auxiliaries = new List<Auxiliary>();
            foreach (var factor in new[] { Factor("a", 4), Factor("b", 3) })
                auxiliaries.Add(Auxiliary.Categories(Margin.Of(factor, factor.Categories.Select((c, k) => (c, Total: Enumerable.Range(0, n).Where(i => factor[i] == k).Sum(i => g[i] * d.Values[i]))).ToDictionary(t => t.c, t => t.Total))));
            foreach (var amount in new[] { Amount("x"), Amount("y") })
                auxiliaries.Add(Auxiliary.Amount(amount, Enumerable.Range(0, n).Sum(i => g[i] * d.Values[i] * amount.Values[i])));
            var report = SurveyDesign.Independent(d).Calibrate(auxiliaries, new CalibrationOptions { Distance = distance, LowerRatio = low, UpperRatio = high }).Report;
            report.Margins.ShouldAllBe(m => m.LargestGap <= 1e-10);
            (report.MinimumRatio >= low - 1e-12 && report.MaximumRatio <= high + 1e-12).ShouldBeTrue($"{seed}: {report.MinimumRatio} to {report.MaximumRatio}");
        }
    }

    [Theory, MemberData(nameof(Distances))]
    public void Problems_without_a_solution_are_refused_as_infeasible_with_a_proof(CalibrationDistance distance)
    {
        foreach (var problem in Problems().Where(p => !p.GetProperty("feasible").GetBoolean()))
        {
            var (design, auxiliaries, options) = Read(problem, distance);
            var refusal = Should.Throw<SurveyException>(() => design.Calibrate(auxiliaries, options));
            refusal.Error.ShouldBe(SurveyError.Infeasible, refusal.Message);
            refusal.Message.ShouldContain($"{options.LowerRatio}");
            refusal.Variable.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Margins_that_contradict_each_other_are_proved_infeasible_without_bounds_too()
    {
        // Everyone in a is in x: a cannot weigh 60 % while x weighs 50 %.
        var first = CategoricalColumn.FromTexts("first", ["a", "a", "b", "b"]);
        var second = CategoricalColumn.FromTexts("second", ["x", "x", "x", "y"]);
        Auxiliary[] margins =
        [
            Auxiliary.Categories(Margin.Of(first, new Dictionary<string, double> { ["a"] = 60, ["b"] = 40 })),
            Auxiliary.Categories(Margin.Of(second, new Dictionary<string, double> { ["x"] = 50, ["y"] = 50 })),
        ];
        Should.Throw<SurveyException>(() => SurveyDesign.Create(4).Calibrate(margins, new CalibrationOptions { Distance = CalibrationDistance.Raking })).Error.ShouldBe(SurveyError.Infeasible);
        // The same column twice with two totals is a contradiction of the totals, whatever the distance.
        var x = new NumericColumn("x", new double[] { 1, 2, 3, 4 });
        var twice = new NumericColumn("twice", new double[] { 2, 4, 6, 8 });
        foreach (var distance in Enum.GetValues<CalibrationDistance>())
        {
            var refusal = Should.Throw<SurveyException>(() => SurveyDesign.Create(4).Calibrate([Auxiliary.Amount(x, 10), Auxiliary.Amount(twice, 21)], new CalibrationOptions { Distance = distance, LowerRatio = 0.1, UpperRatio = 9 }));
            refusal.Error.ShouldBe(SurveyError.Singular, refusal.Message);
        }
    }

    [Fact]
    public void What_did_not_converge_is_not_called_infeasible()
    {
        var problem = Problems().First(p => p.GetProperty("feasible").GetBoolean() && p.Numbers("raking").Length == 0);
        var (design, auxiliaries, options) = Read(problem, CalibrationDistance.Raking);
        var refusal = Should.Throw<SurveyException>(() => design.Calibrate(auxiliaries, options with { MaxIterations = 0 }));
        refusal.Error.ShouldBe(SurveyError.NotConverged);
        refusal.Message.ShouldContain("not known");
    }

    private static List<JsonElement> Problems() => [.. Oracle.Of("cases", "calibration").EnumerateArray()];

    private static (SurveyDesign Design, List<Auxiliary> Auxiliaries, CalibrationOptions Options) Read(JsonElement problem, CalibrationDistance distance)
    {
        var total = problem.Numbers("total");
        var factor = CategoricalColumn.FromTexts("a", problem.GetProperty("a").EnumerateArray().Select(e => e.GetString()).ToList());
        var levels = factor.Categories.Count;
        var margin = factor.Categories.Select((c, k) => (c, Total: k == 0 ? total[0] - total[1..levels].Sum() : total[k])).ToDictionary(t => t.c, t => t.Total);
        List<Auxiliary> auxiliaries = [levels > 1 ? Auxiliary.Categories(Margin.Of(factor, margin)) : Auxiliary.Size(total[0])];
        auxiliaries.AddRange(problem.GetProperty("x").EnumerateArray().Select((x, j) => Auxiliary.Amount(new NumericColumn($"x{j}", x.Numbers()), total[levels + j])));
        var options = new CalibrationOptions { Distance = distance, LowerRatio = problem.Numbers("low")[0], UpperRatio = problem.Numbers("high")[0] };
        return (SurveyDesign.Independent(new NumericColumn("d", problem.Numbers("d"))), auxiliaries, options);
    }

    /// <summary>Feasible, and no feasible move shortens the distance: a check that knows nothing of how the weights were found.</summary>
    private static void ShouldBeOptimal(double[] weights, JsonElement problem, CalibrationOptions options)
    {
        var (d, total, columns) = (problem.Numbers("d"), problem.Numbers("total"), Columns(problem));
        var ratios = weights.Zip(d, (w, own) => w / own).ToArray();
        ratios.ShouldAllBe(g => g >= options.LowerRatio - 1e-12 && g <= options.UpperRatio + 1e-12);
        for (var j = 0; j < columns.Length; j++)
            (Math.Abs(columns[j].Zip(weights, (x, w) => x * w).Sum() - total[j]) / (1 + Math.Abs(total[j]))).ShouldBeLessThan(1e-9);
        // Moves that keep every total and touch only rows inside their bounds leave the distance flat: its gradient there is a combination of the columns.
        var inside = Enumerable.Range(0, d.Length).Where(i => ratios[i] > options.LowerRatio + 1e-6 && ratios[i] < options.UpperRatio - 1e-6).ToArray();
        var gradient = inside.Select(i => Predictor(ratios[i], options)).ToArray();
        var left = Residual(inside.Select(i => columns.Select(c => c[i]).ToArray()).ToArray(), gradient);
        left.ShouldBeLessThan(1e-5 * (1 + gradient.Select(Math.Abs).DefaultIfEmpty(0).Max()));
    }

    private static double Predictor(double g, CalibrationOptions o) => o.Distance switch
    {
        CalibrationDistance.Linear => g - 1,
        CalibrationDistance.Raking => Math.Log(g),
        _ => Math.Log((o.UpperRatio - 1) * (g - o.LowerRatio) / ((1 - o.LowerRatio) * (o.UpperRatio - g))),
    };

    private static double[][] Columns(JsonElement problem)
    {
        var factor = problem.GetProperty("a").EnumerateArray().Select(e => e.GetString()!).ToArray();
        return [Enumerable.Repeat(1.0, factor.Length).ToArray(),
            .. factor.Distinct().Order(StringComparer.Ordinal).Skip(1).Select(level => factor.Select(f => f == level ? 1.0 : 0).ToArray()),
            .. problem.GetProperty("x").EnumerateArray().Select(x => x.Numbers())];
    }

    /// <summary>Length of what Gram–Schmidt leaves of y beside the columns of a matrix given by rows.</summary>
    private static double Residual(double[][] rows, double[] y)
    {
        var basis = new List<double[]>();
        for (var j = 0; j < (rows.Length == 0 ? 0 : rows[0].Length); j++)
        {
            var column = rows.Select(r => r[j]).ToArray();
            var norm = Math.Sqrt(column.Sum(v => v * v));
            Project(column, basis);
            var left = Math.Sqrt(column.Sum(v => v * v));
            if (left > 1e-9 * norm)
                basis.Add(column.Select(v => v / left).ToArray());
        }
        var rest = y.ToArray();
        Project(rest, basis);
        return Math.Sqrt(rest.Sum(v => v * v));

        static void Project(double[] vector, List<double[]> basis)
        {
            foreach (var b in basis.Concat(basis))
            {
                var dot = vector.Zip(b, (p, q) => p * q).Sum();
                for (var i = 0; i < vector.Length; i++)
                    vector[i] -= dot * b[i];
            }
        }
    }
}
