namespace Diapason.Words;

/// <summary>One word of a text: where it was written, and what it is compared as.</summary>
/// <param name="At">Where it begins in the text, in characters.</param>
/// <param name="Length">How many characters of the text it was written with; several words that were written as one (« chu ») share their place.</param>
/// <param name="Plain">Without accents or capitals, after repair.</param>
/// <param name="Clause">Counts the clauses, the end of a sentence twice: a refusal does not cross into the next clause, nor a phrase into the next sentence.</param>
/// <param name="IsName">Capital in mid-sentence: a name, which no spelling repairs.</param>
internal sealed record Token(int At, int Length, string Plain, int Clause, bool IsName)
{
    public int End => At + Length;
}

/// <summary>Cuts a text in words: apostrophes and hyphens part them, clauses are counted.</summary>
internal static class Tokens
{
    /// <summary>The text is at most as long as the caller allows; a contraction such as <c>don't</c> may stay one word.</summary>
    public static List<Token> Of(string text, Func<string, bool> keepsApostrophe)
    {
        var tokens = new List<Token>();
        var (clause, opens, i) = (0, true, 0);
        while (i < text.Length)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                // The end of a sentence counts twice: what touches across a comma does not across a full stop.
                if (text[i] is '.' or '!' or '?' or '\n' or '…') clause += 2;
                else if (text[i] is ',' or ';' or ':' or '(' or ')' or '«' or '»') clause++;
                if (text[i] is '.' or '!' or '?' or '\n' or ':') opens = true;
                i++;
                continue;
            }

            var start = i;
            while (i < text.Length && IsInside(text, i)) i++;
            Add(tokens, text, start, i, clause, !opens && char.IsUpper(text[start]), keepsApostrophe);
            opens = false;
        }

        return tokens;
    }

    private static bool IsInside(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i]) == System.Globalization.UnicodeCategory.NonSpacingMark
        || (i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]) && (text[i] is '\'' or '’' || (text[i] == '.' && IsInitial(text, i))));

    /// <summary>I.A. is one word.</summary>
    private static bool IsInitial(string text, int i) =>
        i > 0 && char.IsUpper(text[i - 1]) && (i == 1 || !char.IsLetterOrDigit(text[i - 2])) && char.IsUpper(text[i + 1]) && (i + 2 >= text.Length || !char.IsLetterOrDigit(text[i + 2]));

    private static void Add(List<Token> tokens, string text, int start, int end, int clause, bool isName, Func<string, bool> keepsApostrophe)
    {
        var plain = Plain.Of(text[start..end]).Replace(".", "", StringComparison.Ordinal);
        if (!plain.Contains('\'', StringComparison.Ordinal) || keepsApostrophe(plain))
        {
            tokens.Add(new Token(start, end - start, plain, clause, isName));
            return;
        }

        // Parted at the apostrophes; each part keeps its own place when the plain text is as long as the written one.
        var (at, same) = (start, plain.Length == end - start);
        foreach (var part in plain.Split('\''))
        {
            if (part.Length > 0) tokens.Add(same ? new Token(at, part.Length, part, clause, isName && part.Length > 2) : new Token(start, end - start, part, clause, isName));
            at += part.Length + 1;
        }
    }
}
