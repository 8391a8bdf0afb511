namespace Diapason.Forms;

/// <summary>The kinds of words of an expression.</summary>
internal enum TokenKind
{
    Name,
    Answer,
    Text,
    Number,
    Sign,

    /// <summary><c>.</c>, the value being judged.</summary>
    Self,
    End,
    Wrong,
}

/// <summary>One word of an expression and where it starts.</summary>
internal readonly record struct Token(TokenKind Kind, string Text, double Number, int Position);

/// <summary>
/// Cuts an expression into words. What word processors make of quotes, spaces and minus signs is understood; an opening quote of theirs closes at the
/// next mark of its family, a plain one at the next plain one.
/// </summary>
internal sealed class ExpressionTokens(string text)
{
    private const string Singles = "'‘’‚‛′´`";
    private const string Doubles = "\"“”„‟″";
    private const string Dashes = "-−–—‐‑﹣－";
    private static readonly (string Written, string Sign)[] Signs =
    [
        ("<=", "<="), (">=", ">="), ("!=", "!="), ("<>", "!="), ("==", "="), ("≤", "<="), ("≥", ">="), ("≠", "!="), ("=", "="), ("<", "<"), (">", ">"),
        ("(", "("), (")", ")"), (",", ","), ("+", "+"), ("*", "*"), ("×", "*"), ("÷", "div"), ("/", "/"), ("[", "["), ("]", "]"), ("@", "@"), ("|", "|"), (":", ":"),
    ];

    private int _at;

    /// <summary>Where a mark of a word processor stands inside plain quotes, which it may have been meant to close; -1 for nowhere.</summary>
    public int Suspect { get; private set; } = -1;

    public List<Token> Cut()
    {
        var tokens = new List<Token>();
        while (true)
        {
            while (_at < text.Length && IsBlank(text[_at])) _at++;
            if (_at >= text.Length) break;
            var token = Next();
            tokens.Add(token);
            if (token.Kind == TokenKind.Wrong) return tokens;
        }

        tokens.Add(new(TokenKind.End, "", 0, text.Length));
        return tokens;
    }

    // No-break, thin and zero-width spaces come with what is pasted.
    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format;

    private Token Next()
    {
        var (start, c) = (_at, text[_at]);
        if (Singles.Contains(c, StringComparison.Ordinal)) return Quoted(Singles);
        if (Doubles.Contains(c, StringComparison.Ordinal)) return Quoted(Doubles);
        if (c == '«') return Guillemets();
        if (c == '$' && At(1) == '{') return Answer();
        if (char.IsAsciiDigit(c) || (c == '.' && char.IsAsciiDigit(At(1)))) return Figure();
        if (c == '.') return Dots();
        if (char.IsLetter(c) || c == '_') return Name();
        if (Dashes.Contains(c, StringComparison.Ordinal)) return Sign("-", 1, start);
        foreach (var (written, sign) in Signs)
            if (string.CompareOrdinal(text, _at, written, 0, written.Length) == 0) return Sign(sign, written.Length, start);
        return new(TokenKind.Wrong, "", 0, start);
    }

    private char At(int further) => _at + further < text.Length ? text[_at + further] : '\0';

    private Token Sign(string sign, int length, int start)
    {
        _at += length;
        return sign == "div" ? new(TokenKind.Name, sign, 0, start) : new(TokenKind.Sign, sign, 0, start);
    }

    private Token Quoted(string family)
    {
        var (start, open) = (_at, text[_at]);
        var end = open == family[0] ? text.IndexOf(open, start + 1) : -1;
        if (end < 0) end = text.AsSpan(start + 1).IndexOfAny(family) is >= 0 and var step ? start + 1 + step : -1;
        if (end < 0) return new(TokenKind.Wrong, open == family[0] ? "" : "quotes", 0, start);
        _at = end + 1;
        var content = text[(start + 1)..end];
        if (open == family[0] && Suspect < 0 && content.AsSpan().IndexOfAny(family.AsSpan(1)) is >= 0 and var inside) Suspect = start + 1 + inside;
        return new(TokenKind.Text, content, 0, start);
    }

    private Token Guillemets()
    {
        var (start, end) = (_at, text.IndexOf('»', _at));
        if (end < 0) return new(TokenKind.Wrong, "quotes", 0, start);
        _at = end + 1;
        return new(TokenKind.Text, text[(start + 1)..end].Trim(), 0, start);
    }

    private Token Answer()
    {
        var (start, end) = (_at, text.IndexOf('}', _at));
        if (end < 0) return new(TokenKind.Wrong, "", 0, start);
        _at = end + 1;
        return new(TokenKind.Answer, text[(start + 2)..end].Trim(), 0, start);
    }

    private Token Figure()
    {
        var start = _at;
        while (char.IsAsciiDigit(At(0))) _at++;
        if (At(0) == '.') _at++;
        while (char.IsAsciiDigit(At(0))) _at++;
        return NumberText.TryFigures(text.AsSpan(start, _at - start), out var number)
            ? new(TokenKind.Number, text[start.._at], number, start)
            : new(TokenKind.Wrong, "", 0, start);
    }

    private Token Dots()
    {
        var start = _at++;
        if (At(0) is not ('.' or '/')) return new(TokenKind.Self, ".", 0, start);
        return Sign("/", 1, start);
    }

    // A dash inside a name belongs to it, as in count-selected.
    private Token Name()
    {
        var start = _at++;
        while (char.IsLetterOrDigit(At(0)) || At(0) is '_' or '.' || (Dashes.Contains(At(0), StringComparison.Ordinal) && char.IsLetterOrDigit(At(1)))) _at++;
        var name = text[start.._at];
        foreach (var dash in Dashes) name = name.Replace(dash, '-');
        return new(TokenKind.Name, name, 0, start);
    }
}
