namespace Diapason.Forms;

/// <summary>The signs of an expression of LimeSurvey’s.</summary>
internal enum LssSign
{
    Name,
    Number,
    Words,
    Operator,
    End,
}

/// <summary>One sign and its column, from nought.</summary>
internal readonly record struct LssToken(LssSign Sign, string Text, int At);

/// <summary>Cuts an expression in signs.</summary>
internal static class LssTokens
{
    private static readonly string[] Operators = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "(", ")", ",", "+", "-", "*", "/"];

    // What is said in letters is read as its sign.
    private static readonly Dictionary<string, string> Spelt = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = "&&",
        ["or"] = "||",
        ["not"] = "!",
        ["eq"] = "==",
        ["ne"] = "!=",
        ["lt"] = "<",
        ["le"] = "<=",
        ["gt"] = ">",
        ["ge"] = ">=",
    };

    /// <summary>The signs, the last one <see cref="LssSign.End"/>; or the column of what is none.</summary>
    public static (IReadOnlyList<LssToken> Tokens, int Wrong) Of(string text)
    {
        var tokens = new List<LssToken>();
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            if (c is '"' or '\'')
            {
                var end = text.IndexOf(c, at + 1);
                if (end < 0) return ([], at);
                tokens.Add(new(LssSign.Words, text[(at + 1)..end], at));
                at = end + 1;
            }
            else if (char.IsAsciiLetterOrDigit(c) || c == '_')
            {
                var end = at;
                while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' or '#')) end++;
                var word = text[at..end];
                tokens.Add(Spelt.TryGetValue(word, out var sign) ? new(LssSign.Operator, sign, at) : new(double.IsNaN(NumberText.Read(word)) ? LssSign.Name : LssSign.Number, word, at));
                at = end;
            }
            else if (Operators.FirstOrDefault(one => text.AsSpan(at).StartsWith(one, StringComparison.Ordinal)) is { } found)
            {
                tokens.Add(new(LssSign.Operator, found, at));
                at += found.Length;
            }
            else return ([], at);
        }

        tokens.Add(new(LssSign.End, "", text.Length));
        return (tokens, -1);
    }
}
