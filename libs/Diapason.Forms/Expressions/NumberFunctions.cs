namespace Diapason.Forms;

/// <summary>Numbers.</summary>
internal static class NumberFunctions
{
    public static IEnumerable<ExpressionFunction> All { get; } =
    [
        new("number", 1, 1, ExpressionType.Number, [], (given, in _) => ExpressionValue.Of(given[0].AsNumber())),
        Of("int", Math.Truncate),
        new("round", 1, 2, ExpressionType.Number, [Wanted.Number], (given, in _) => ExpressionValue.Of(given.Length > 1 ? Rounded(given[0].AsNumber(), given[1].AsNumber()) : Nearest(given[0].AsNumber()))),
        Of("floor", Math.Floor), Of("ceiling", Math.Ceiling), Of("abs", Math.Abs), Of("sqrt", Math.Sqrt),
        Of("exp", Math.Exp), Of("exp10", power => Math.Pow(10, power)), Of("log", Math.Log), Of("log10", Math.Log10),
        Of("sin", Math.Sin), Of("cos", Math.Cos), Of("tan", Math.Tan), Of("asin", Math.Asin), Of("acos", Math.Acos), Of("atan", Math.Atan),
        new("atan2", 2, 2, ExpressionType.Number, [Wanted.Number], (given, in _) => ExpressionValue.Of(Math.Atan2(given[0].AsNumber(), given[1].AsNumber()))),
        new("pow", 2, 2, ExpressionType.Number, [Wanted.Number], (given, in _) => ExpressionValue.Of(Math.Pow(given[0].AsNumber(), given[1].AsNumber()))),
        new("pi", 0, 0, ExpressionType.Number, [], (_, in _) => ExpressionValue.Of(Math.PI)),
        Over("min", numbers => numbers.Any(double.IsNaN) ? double.NaN : numbers.Min()),
        Over("max", numbers => numbers.Any(double.IsNaN) ? double.NaN : numbers.Max()),
        Over("sum", numbers => numbers.Sum()),
    ];

    private static ExpressionFunction Of(string name, Func<double, double> body) =>
        new(name, 1, 1, ExpressionType.Number, [Wanted.Number], (given, in _) => ExpressionValue.Of(body(given[0].AsNumber())));

    private static ExpressionFunction Over(string name, Func<List<double>, double> body) =>
        new(name, 1, ExpressionFunction.Many, ExpressionType.Number, [Wanted.Number], (given, in _) => ExpressionValue.Of(body([.. given.ToArray().Select(value => value.AsNumber())])));

    // Halves go away from zero.
    private static double Nearest(double number) => Math.Round(number, MidpointRounding.AwayFromZero);

    private static double Rounded(double number, double digits)
    {
        var power = Math.Pow(10, Math.Abs(Math.Truncate(digits)));
        return digits > 0 ? Nearest(number * power) / power : power * Nearest(number / power);
    }
}
