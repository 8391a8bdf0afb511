namespace Diapason.Statistics.Tests;

public sealed class DistributionTests
{
    [Fact]
    public void Distributions_and_their_inverses_equal_R()
    {
        var oracle = Oracle.Of("distributions");
        new[] { .6, .9, .975, .995, .9999 }.Select(p => Distributions.StudentQuantile(p, 3.7)).ShouldAgree(oracle.Numbers("t"), 1e-12, "t");
        new[] { Distributions.StudentQuantile(.975, 1), Distributions.StudentQuantile(.995, 1e5) }.ShouldAgree(oracle.Numbers("t2"), 1e-12, "t2");
        new[] { 1e-10, .01, .3, .975, .999999 }.Select(Distributions.NormalQuantile).ShouldAgree(oracle.Numbers("z"), 1e-12, "z");
        new[] { (.01, 2.0), (1, 14), (5, 184), (40, 7) }.Select(a => Distributions.StudentUpper(a.Item1, a.Item2)).ShouldAgree(oracle.Numbers("pt"), 1e-11, "pt");
        new[] { (.2, 1.4, 20.0), (1.5, 3, 7.7), (4, 5, 1e6), (30, 2, 15) }.Select(a => Distributions.FUpper(a.Item1, a.Item2, a.Item3)).ShouldAgree(oracle.Numbers("pf"), 1e-11, "pf");
        new[] { (.1, 1.0), (3, 2.5), (30, 10), (200, 150) }.Select(a => Distributions.ChiSquareUpper(a.Item1, a.Item2)).ShouldAgree(oracle.Numbers("chi"), 1e-11, "chi");
        new[] { (.025, .6, 3.0), (.5, 12, 90.5), (.975, 4000, 55) }.Select(a => BetaFunction.Quantile(a.Item2, a.Item3, a.Item1)).ShouldAgree(oracle.Numbers("beta"), 1e-11, "beta");
    }

    [Fact]
    public void Arguments_outside_their_range_are_refused()
    {
        foreach (var act in new Func<double>[]
        {
            () => Distributions.NormalQuantile(0), () => Distributions.NormalQuantile(1), () => Distributions.StudentQuantile(double.NaN, 3), () => Distributions.StudentQuantile(.5, 0),
            () => Distributions.StudentUpper(1, -1), () => Distributions.FUpper(double.NaN, 1, 2), () => Distributions.FUpper(1, 2, 0), () => Distributions.ChiSquareUpper(1, double.NaN), () => Distributions.NormalUpper(double.NaN),
        })
            Should.Throw<SurveyException>(() => _ = act()).Error.ShouldBe(SurveyError.InvalidValue);
        (Distributions.FUpper(-1, 1, 2), Distributions.ChiSquareUpper(0, 3), Distributions.StudentUpper(0, double.PositiveInfinity)).ShouldBe((1, 1, .5));
    }
}
