using System.Text;

namespace Diapason.Forms;

/// <summary>Names of a form spelt as codes: lower case, figures and <c>_</c>, none twice.</summary>
internal sealed class FormCodes(CodeKind kind)
{
    private const int Longest = 50;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    public string Take(string name)
    {
        var code = Spell(name, kind);
        var free = code;
        // The same name a thousand times is counted on from where it was left.
        for (var next = _next.GetValueOrDefault(code, 2); !_taken.Add(free); _next[code] = ++next) free = $"{code}_{next}";
        return free;
    }

    public static string Spell(string name, CodeKind kind)
    {
        var plain = new StringBuilder();
        if (name.Length > Longest) name = name[..Longest];
        foreach (var (i, c) in name.Index())
        {
            var letter = PlainLetters.Of(c.ToString());
            if (char.IsAsciiLetterUpper(c) && i > 0 && char.IsAsciiLetterLower(name[i - 1])) plain.Append('_');
            plain.Append(letter is [>= 'a' and <= 'z' or >= '0' and <= '9'] ? letter[0] : c == '.' && kind == CodeKind.Question && i > 0 && plain[^1] != '.' ? '.' : '_');
        }

        var code = plain.ToString().TrimEnd('.');
        if (code.Length > Longest) code = code[..Longest].TrimEnd('.');
        if (code.Length == 0 || !(char.IsAsciiLetterLower(code[0]) || (kind == CodeKind.Option && char.IsAsciiDigit(code[0])))) code = "q" + code;
        if (code.EndsWith(".missing", StringComparison.Ordinal) || (kind != CodeKind.Question && IsReserved(MissingCodes.Parse(code), kind))) code += "_";
        return code;
    }

    // A choice may say « I don't know » under the code that says so here.
    private static bool IsReserved(MissingKind missing, CodeKind kind) => missing != MissingKind.None && !(kind == CodeKind.Option && MissingCodes.CanBeChosen(missing));
}
