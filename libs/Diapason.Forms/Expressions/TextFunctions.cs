using System.Text;

namespace Diapason.Forms;

/// <summary>Words.</summary>
internal static class TextFunctions
{
    // A few texts put together over and over would be as long as one likes.
    private const int Longest = 100_000;

    public static IEnumerable<ExpressionFunction> All { get; } =
    [
        new("string", 1, 1, ExpressionType.Text, [], (given, in _) => ExpressionValue.Of(given[0].AsText())),
        new("concat", 0, ExpressionFunction.Many, ExpressionType.Text, [], (given, in _) => Joined("", given)),
        new("join", 1, ExpressionFunction.Many, ExpressionType.Text, [], (given, in _) => Joined(given[0].AsText(), given[1..])),
        new("string-length", 1, 1, ExpressionType.Number, [], (given, in _) => ExpressionValue.Of(given[0].AsText().Length)),
        new("substr", 2, 3, ExpressionType.Text, [Wanted.Any, Wanted.Number], (given, in _) => Slice(given[0].AsText(), given[1].AsNumber(), given.Length > 2 ? given[2].AsNumber() : null)),
        new("substring-before", 2, 2, ExpressionType.Text, [], (given, in _) => Before(given[0].AsText(), given[1].AsText())),
        new("substring-after", 2, 2, ExpressionType.Text, [], (given, in _) => After(given[0].AsText(), given[1].AsText())),
        new("contains", 2, 2, ExpressionType.Boolean, [], (given, in _) => ExpressionValue.Of(given[0].AsText().Contains(given[1].AsText(), StringComparison.Ordinal))),
        new("starts-with", 2, 2, ExpressionType.Boolean, [], (given, in _) => ExpressionValue.Of(given[0].AsText().StartsWith(given[1].AsText(), StringComparison.Ordinal))),
        new("ends-with", 2, 2, ExpressionType.Boolean, [], (given, in _) => ExpressionValue.Of(given[0].AsText().EndsWith(given[1].AsText(), StringComparison.Ordinal))),
        new("normalize-space", 1, 1, ExpressionType.Text, [], (given, in _) => ExpressionValue.Of(string.Join(' ', given[0].AsText().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)))),
        new("translate", 3, 3, ExpressionType.Text, [], (given, in _) => Translated(given[0].AsText(), given[1].AsText(), given[2].AsText())),
    ];

    private static ExpressionValue Joined(string between, ReadOnlySpan<ExpressionValue> parts)
    {
        var text = new StringBuilder();
        foreach (var (i, part) in parts.ToArray().Index())
        {
            if (i > 0) text.Append(between);
            text.Append(part.AsText());
            if (text.Length > Longest) return ExpressionValue.Of(text.ToString(0, Longest));
        }

        return ExpressionValue.Of(text.ToString());
    }

    // From zero, the end left out, a negative place counted from the end.
    private static ExpressionValue Slice(string text, double from, double? to)
    {
        var (start, end) = (Place(from, text.Length), to is { } given ? Place(given, text.Length) : text.Length);
        return ExpressionValue.Of(start < end ? text[start..end] : "");
    }

    private static int Place(double at, int length)
    {
        if (double.IsNaN(at)) return 0;
        at = Math.Truncate(at);
        return (int)Math.Clamp(at < 0 ? at + length : at, 0, length);
    }

    private static ExpressionValue Before(string text, string mark) => ExpressionValue.Of(text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? text[..at] : "");

    private static ExpressionValue After(string text, string mark) => ExpressionValue.Of(text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? text[(at + mark.Length)..] : "");

    private static ExpressionValue Translated(string text, string from, string to)
    {
        var changed = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var at = from.IndexOf(c, StringComparison.Ordinal);
            if (at < 0) changed.Append(c);
            else if (at < to.Length) changed.Append(to[at]);
        }

        return ExpressionValue.Of(changed.ToString());
    }
}
