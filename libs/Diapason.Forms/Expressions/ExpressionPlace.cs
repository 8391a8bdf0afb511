namespace Diapason.Forms;

/// <summary>The place of a fault as a person finds it: the word or the sign, and what stands around it.</summary>
internal static class ExpressionPlace
{
    private const int Before = 18, After = 22, LongestSign = 20;
    private const string Cut = "…", Mark = "▸";

    /// <summary>The word or the sign at a place; at the end, the last one and an ellipsis.</summary>
    public static string Sign(string text, int position)
    {
        var end = text.TrimEnd().Length;
        if (position >= end) return end == 0 ? Cut : $"{Word(text, Start(text, end - 1))} {Cut}";
        while (char.IsWhiteSpace(text[position])) position++;
        return Word(text, position);
    }

    /// <summary>A stretch of the text, with a mark before the place.</summary>
    public static string Around(string text, int position)
    {
        position = Math.Clamp(position, 0, text.Length);
        var (from, to) = (Math.Max(0, position - Before), Math.Min(text.Length, position + After));
        // No half of a character, nor of a word where a space is near.
        if (from > 0 && text.IndexOf(' ', from, position - from) is >= 0 and var gap) from = gap + 1;
        if (to < text.Length && text.LastIndexOf(' ', to, to - position) is > 0 and var space && space > position) to = space;
        return $"{(from > 0 ? Cut : "")}{Plain(text[from..position])}{Mark}{Plain(text[position..to])}{(to < text.Length ? Cut : "")}";
    }

    private static string Word(string text, int at)
    {
        if (!IsPart(text[at])) return char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? text.Substring(at, 2) : text.Substring(at, 1);
        var end = at;
        while (end < text.Length && IsPart(text[end])) end++;
        return end - at <= LongestSign ? text[at..end] : string.Concat(text.AsSpan(at, LongestSign), Cut);
    }

    private static int Start(string text, int at)
    {
        while (at > 0 && IsPart(text[at]) && IsPart(text[at - 1])) at--;
        return at;
    }

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c is '_' or '.' or '-';

    private static string Plain(string text) => text.ReplaceLineEndings(" ");
}
