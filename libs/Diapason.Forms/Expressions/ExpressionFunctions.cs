using System.Collections.Frozen;

namespace Diapason.Forms;

/// <summary>The functions of XLSForm that are understood, and those that are known and not.</summary>
internal static class ExpressionFunctions
{
    /// <summary>What forms call, and a questionnaire without files, repeats, chance or devices has no answer to.</summary>
    private static readonly FrozenSet<string> Elsewhere = new[]
    {
        "once", "random", "randomize", "pulldata", "indexed-repeat", "position", "last", "count", "count-non-empty", "instance", "current", "area", "distance", "geofence",
        "uuid", "version", "jr:choice-name", "jr:itext", "property", "digest", "checklist", "weighted-checklist", "username", "email", "phonenumber", "deviceid", "search",
        "extract-signed", "base64-decode", "intersects", "decimal-time", "name", "local-name", "namespace-uri", "id", "lang",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, ExpressionFunction> All =
        new[] { LogicFunctions.All, TextFunctions.All, NumberFunctions.All, DateFunctions.All }.SelectMany(some => some).ToFrozenDictionary(function => function.Name, StringComparer.Ordinal);

    /// <summary>Every name that may be called.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Keys.Append("not").Append("regex").Append("answered").Order(StringComparer.Ordinal)];

    public static ExpressionFunction? Find(string name) => All.GetValueOrDefault(name);

    public static bool IsElsewhere(string name) => Elsewhere.Contains(name);
}

/// <summary>Truth, choices and several options.</summary>
internal static class LogicFunctions
{
    public static IEnumerable<ExpressionFunction> All { get; } =
    [
        new("true", 0, 0, ExpressionType.Boolean, [], (_, in _) => ExpressionValue.Of(true)),
        new("false", 0, 0, ExpressionType.Boolean, [], (_, in _) => ExpressionValue.Of(false)),
        new("boolean", 1, 1, ExpressionType.Boolean, [], (given, in _) => ExpressionValue.Of(given[0].AsTruth())),
        new("boolean-from-string", 1, 1, ExpressionType.Boolean, [], (given, in _) => ExpressionValue.Of(given[0].AsText() is "1" or "true")),
        new("if", 3, 3, ExpressionType.Any, [], (given, in _) => given[0].AsTruth() ? given[1] : given[2]),
        new("coalesce", 2, 2, ExpressionType.Text, [], (given, in _) => ExpressionValue.Of(given[0].AsText() is { Length: > 0 } first ? first : given[1].AsText())),
        new("selected", 2, 2, ExpressionType.Boolean, [Wanted.Codes, Wanted.Any], (given, in _) => ExpressionValue.Of(given[0].AsCodes() is var codes && Holds(codes, given[1].AsText().Trim()))),
        new("selected-at", 2, 2, ExpressionType.Text, [Wanted.Codes, Wanted.Number], (given, in _) => ExpressionValue.Of(At(given[0].AsCodes(), given[1].AsNumber()))),
        new("count-selected", 1, 1, ExpressionType.Number, [Wanted.Codes], (given, in _) => ExpressionValue.Of(given[0].AsCodes().Count(code => code.Length > 0))),
    ];

    // No code at all is one empty code, as in the forms.
    private static bool Holds(IReadOnlyList<string> codes, string code) => codes.Contains(code, StringComparer.Ordinal) || (codes.Count == 0 && code.Length == 0);

    private static string At(IReadOnlyList<string> codes, double index) => index >= 0 && index < codes.Count ? codes[(int)index] : "";
}
