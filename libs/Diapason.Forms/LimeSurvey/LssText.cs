using System.Net;
using System.Text;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>The words of a text written in a page's markup, with the answers it quotes. One pass over its letters, whatever they are.</summary>
internal static class LssText
{
    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase) { "p", "br", "div", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6" };

    /// <summary>The words.</summary>
    /// <param name="written">As the file holds it.</param>
    /// <param name="hasLines">Whether lines are kept; a title is one line.</param>
    public static LssWords Plain(string written, bool hasLines)
    {
        var (text, quoted, hadMarkup) = (new StringBuilder(written.Length), "", false);
        var (tagsEnd, bracesEnd) = (written.LastIndexOf('>'), written.LastIndexOf('}'));
        for (var at = 0; at < written.Length; at++)
        {
            var next = at + 1 < written.Length ? written[at + 1] : ' ';
            if (written[at] == '<' && at < tagsEnd && (char.IsAsciiLetter(next) || next is '/' or '!'))
            {
                hadMarkup = true;
                var end = written.IndexOf('>', at);
                if (IsBlock(written.AsSpan(at + 1, end - at - 1), out var isHidden)) text.Append('\n');
                at = isHidden && written.IndexOf("</", end, StringComparison.Ordinal) is > 0 and var close ? close - 1 : end;
            }
            else if (written[at] == '{' && at < bracesEnd && !char.IsWhiteSpace(next))
            {
                var end = written.IndexOf('}', at);
                if (quoted.Length == 0) quoted = written[(at + 1)..end];
                text.Append('…');
                at = end;
            }
            else text.Append(written[at]);
        }

        return new(Spaced(WebUtility.HtmlDecode(text.ToString()), hasLines), quoted, hadMarkup);
    }

    private static bool IsBlock(ReadOnlySpan<char> tag, out bool isHidden)
    {
        var name = tag.TrimStart('/');
        var length = name.IndexOfAnyExcept(Letters);
        if (length >= 0) name = name[..length];
        isHidden = tag is not ['/', ..] && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase));
        return Blocks.Contains(name.ToString());
    }

    // Lines of words, without what a page does not show; at most one blank line between two.
    private static string Spaced(string text, bool hasLines)
    {
        var lines = VisibleText.Of(text).Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Where(line => line.Length > 0);
        return string.Join(hasLines ? "\n\n" : " ", lines);
    }
}

/// <summary>Words without markup.</summary>
/// <param name="Text">The words.</param>
/// <param name="Quoted">The first answer or computation that the text quotes; empty for none.</param>
/// <param name="HadMarkup">Whether there was markup.</param>
internal readonly record struct LssWords(string Text, string Quoted, bool HadMarkup);
