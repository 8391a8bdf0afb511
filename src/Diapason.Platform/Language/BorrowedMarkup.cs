using System.Text;

namespace Diapason.Platform.Language;

/// <summary>Turns the two characters of <see cref="BorrowedTexts"/> into elements where HTML allows one, and drops them elsewhere: in tags, titles, drawings.</summary>
internal static class BorrowedMarkup
{
    /// <summary>Elements whose content holds no element, or none of HTML's.</summary>
    private static readonly string[] Closed = ["title", "textarea", "option", "script", "style", "svg"];

    public static string Write(string html, string culture)
    {
        html = html.Replace("&#xE000;", "\uE000", StringComparison.Ordinal).Replace("&#xE001;", "\uE001", StringComparison.Ordinal);
        if (!html.Contains(BorrowedTexts.Open, StringComparison.Ordinal)) return html;
        var output = new StringBuilder(html.Length + 4096);
        var (inside, start) = ("", $"<span lang=\"{culture}\">");
        for (var at = 0; at < html.Length; at++)
        {
            if (html[at] == '<' && EndOfTag(html, at) is var end and > 0)
            {
                var tag = html.AsSpan(at, end - at);
                inside = Enter(tag, inside);
                foreach (var c in tag)
                    if (!IsMark(c)) output.Append(c);
                at = end - 1;
            }
            else if (!IsMark(html[at])) output.Append(html[at]);
            else if (inside.Length == 0) output.Append(html[at] == BorrowedTexts.Open ? start : "</span>");
        }

        return output.ToString();
    }

    private static bool IsMark(char c) => c is BorrowedTexts.Open or BorrowedTexts.Close;

    /// <summary>The element that is open and holds no other, empty when there is none.</summary>
    private static string Enter(ReadOnlySpan<char> tag, string inside)
    {
        if (inside.Length > 0) return tag.StartsWith($"</{inside}>", StringComparison.OrdinalIgnoreCase) ? "" : inside;
        foreach (var name in Closed)
            if (tag.Length > name.Length + 1 && tag[1..].StartsWith(name, StringComparison.OrdinalIgnoreCase) && tag[name.Length + 1] is '>' or ' ') return name;
        return "";
    }

    /// <summary>After the <c>&gt;</c> that ends the tag, quotes passed over; 0 when it is no tag.</summary>
    private static int EndOfTag(string html, int at)
    {
        if (at + 1 >= html.Length || !(char.IsAsciiLetter(html[at + 1]) || html[at + 1] is '/' or '!')) return 0;
        var quote = '\0';
        for (var i = at + 1; i < html.Length; i++)
        {
            if (quote != '\0') quote = html[i] == quote ? '\0' : quote;
            else if (html[i] is '"' or '\'') quote = html[i];
            else if (html[i] == '>') return i + 1;
        }

        return 0;
    }
}
