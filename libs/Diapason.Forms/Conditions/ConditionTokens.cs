using System.Globalization;

namespace Diapason.Forms;

/// <summary>The kinds of words of a condition.</summary>
internal enum TokenKind
{
    Name,
    Text,
    Number,
    Sign,
    End,
    Wrong,
}

/// <summary>One word of a condition and where it starts.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, decimal Number, int Position);

/// <summary>Cuts a condition into words.</summary>
internal static class ConditionTokens
{
    private static readonly string[] Signs = ["<=", ">=", "!=", "<>", "==", "=", "<", ">", "(", ")", ","];

    public static List<Token> Cut(string text)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (true)
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
            if (at >= text.Length) break;
            var token = Next(text, ref at);
            tokens.Add(token);
            if (token.Kind == TokenKind.Wrong) return tokens;
        }

        tokens.Add(new(TokenKind.End, "", 0, text.Length));
        return tokens;
    }

    private static Token Next(string text, ref int at)
    {
        var start = at;
        var c = text[at];
        if (c is '\'' or '"') return Quoted(text, ref at);
        if (char.IsAsciiDigit(c) || (c == '-' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))) return Figure(text, ref at);
        if (char.IsAsciiLetter(c) || c == '_')
        {
            while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '_' or '.')) at++;
            return new(TokenKind.Name, text[start..at], 0, start);
        }

        foreach (var sign in Signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0) continue;
            at += sign.Length;
            return new(TokenKind.Sign, sign, 0, start);
        }

        return new(TokenKind.Wrong, "", 0, start);
    }

    private static Token Quoted(string text, ref int at)
    {
        var start = at;
        var end = text.IndexOf(text[at], at + 1);
        if (end < 0) return new(TokenKind.Wrong, "", 0, start);
        at = end + 1;
        return new(TokenKind.Text, text[(start + 1)..end], 0, start);
    }

    private static Token Figure(string text, ref int at)
    {
        var start = at++;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
        return decimal.TryParse(text.AsSpan(start, at - start), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? new(TokenKind.Number, text[start..at], number, start)
            : new(TokenKind.Wrong, "", 0, start);
    }
}
