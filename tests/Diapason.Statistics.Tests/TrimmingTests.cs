namespace Diapason.Statistics.Tests;

public sealed class TrimmingTests
{
    [Fact]
    public void The_report_says_what_was_cut_and_what_it_cost()
    {
        var region = CategoricalColumn.FromTexts("region", ["n", "n", "s", "s", "s", "s", "s", "s"]);
        var age = CategoricalColumn.FromTexts("age", ["y", "o", "y", "o", "o", "o", "o", "o"]);
        var raked = SurveyDesign.Create(8).Rake([Margin.Of(region, new Dictionary<string, double> { ["n"] = 60, ["s"] = 40 }), Margin.Of(age, new Dictionary<string, double> { ["y"] = 45, ["o"] = 55 })]);
        var options = TrimmingOptions.AroundMedian(raked.Design, 0.5, 2.5);
        var sorted = raked.Design.Weights.ToArray().Order().ToArray();
        options.Upper.ShouldAgree(2.5 * (sorted[3] + sorted[4]) / 2);
        var trimmed = raked.Design.Trim(options);
        var report = trimmed.Report.Trimming.ShouldNotBeNull();
        (report.Lower, report.Upper).ShouldBe((options.Lower, options.Upper));
        (report.Cut + report.Raised).ShouldBe(trimmed.Report.Trimmed);
        report.Cut.ShouldBe(sorted.Count(w => w > options.Upper));
        (report.KishDesignEffectBefore, report.EffectiveNBefore).ShouldBe((raked.Report.KishDesignEffect, raked.Report.EffectiveN));
        trimmed.Report.EffectiveN.ShouldBeGreaterThan(report.EffectiveNBefore);
        var moved = trimmed.Design.Weights.ToArray().Zip(raked.Design.Weights.ToArray(), (a, b) => Math.Max(0, a - b)).Sum();
        report.ShareMoved.ShouldAgree(moved / 100);
        // The margins met by the raking, and how far they are now.
        var north = trimmed.Design.Estimate(Statistic.Count(region, "n")).Value;
        var gap = trimmed.Report.Margins.Single(m => m.Margin == "region");
        gap.LargestGap.ShouldAgree(Math.Max(Math.Abs((north / 60) - 1), Math.Abs(((100 - north) / 40) - 1)));
        gap.Category.ShouldBeOneOf("n", "s");
        raked.Report.Trimming.ShouldBeNull();
    }

    [Fact]
    public void Amounts_drift_too_and_weights_never_calibrated_have_no_margin()
    {
        var x = new NumericColumn("x", new double[] { 1, 2, 3, 40 });
        var design = SurveyDesign.Independent(new NumericColumn("w", new double[] { 10, 1, 1, 1 }));
        var plain = design.Trim(new TrimmingOptions { Upper = 5 });
        plain.Report.Margins.ShouldBeEmpty();
        plain.Report.Trimming!.ShareMoved.ShouldAgree(5 / 13.0);
        var calibrated = design.Calibrate([Auxiliary.Size(13), Auxiliary.Amount(x, 70)]);
        var drift = calibrated.Design.Trim(new TrimmingOptions { Upper = 5 }).Report.Margins.ShouldHaveSingleItem();
        (drift.Margin, drift.LargestGap > 0.1).ShouldBe(("x", true));
        Should.Throw<SurveyException>(() => TrimmingOptions.AroundMedian(design, 1, 3)).Error.ShouldBe(SurveyError.InvalidValue);
    }
}
