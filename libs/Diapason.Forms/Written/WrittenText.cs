using System.Buffers;

namespace Diapason.Forms;

/// <summary>Words as people type them: kept verbatim but for line ends, the blanks around them and marks that turn a line round unseen; bytes that are not text are refused.</summary>
internal static class WrittenText
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(code => (char)code), '\u007F', .. Enumerable.Range(0x80, 32).Select(code => (char)code), '\uFFFD', '\uFFFE', '\uFFFF',
    ]);

    // Embeddings, overrides and isolates: no answer needs them, and they make the words of a file show in another order.
    private static readonly SearchValues<char> Turns = SearchValues.Create("\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");

    /// <summary>Cleans a text; <see langword="false"/> when it holds control characters, replacement characters or half characters.</summary>
    public static bool TryRead(string written, bool manyLines, out string text)
    {
        text = written.AsSpan().IndexOfAny(Turns) < 0 ? written.Trim() : string.Concat(written.Where(c => !Turns.Contains(c))).Trim();
        if (!IsWhole(text)) return false;
        if (text.AsSpan().IndexOfAny(Suspects) < 0) return true;
        // A word processor ends a line inside a paragraph by a vertical tab.
        text = text.Replace('\v', '\n').ReplaceLineEndings(manyLines ? "\n" : " ").Replace('\t', ' ');
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAny(Suspects); at >= 0; at = rest.IndexOfAny(Suspects))
        {
            if (rest[at] != '\n') return false;
            rest = rest[(at + 1)..];
        }

        return true;
    }

    // A half of a surrogate pair, or of a character that UTF-8 could not carry to the database.
    private static bool IsWhole(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 >= text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }
}
