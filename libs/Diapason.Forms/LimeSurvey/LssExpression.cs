namespace Diapason.Forms;

/// <summary>A relevance of LimeSurvey’s said in the language of expressions, or why it cannot be.</summary>
/// <param name="Text">In XLSForm’s language; empty for what is always so.</param>
/// <param name="RestsOn">The codes of the questions it asks about.</param>
internal sealed record LssRelevance(string Text, IReadOnlyList<string> RestsOn)
{
    public static readonly LssRelevance Always = new("", []);

    /// <summary>Nobody is ever shown it.</summary>
    public bool IsNever { get; init; }

    /// <summary>The code of what is wrong; empty when nothing is.</summary>
    public string Fault { get; init; } = "";

    public IReadOnlyList<(string Name, object? Value)> Facts { get; init; } = [];
}

/// <summary>Reads the simple expressions of LimeSurvey’s: answers compared, joined, counted. What is more is named with its column, never guessed.</summary>
internal sealed class LssExpression
{
    private const int Longest = 4_000, Deepest = 100;
    private static readonly string[] Values = ["NAOK", "value", "valueNAOK", "code"];
    private static readonly Dictionary<string, string> Same = new(StringComparer.Ordinal)
    {
        ["intval"] = "int", ["floor"] = "floor", ["ceil"] = "ceiling", ["round"] = "round", ["abs"] = "abs", ["sqrt"] = "sqrt", ["pow"] = "pow", ["min"] = "min", ["max"] = "max", ["strlen"] = "string-length",
    };

    private readonly LssNames _names;
    private readonly IReadOnlyList<LssToken> _tokens;
    private readonly List<string> _restsOn = [];
    private int _at;
    private int _depth;

    private LssExpression(IReadOnlyList<LssToken> tokens, LssNames names) => (_tokens, _names) = (tokens, names);

    private LssToken Now => _tokens[_at];

    public static LssRelevance Read(string written, LssNames names, bool isTruth = true)
    {
        var text = written.Trim();
        if (text is ['{', .. var inner, '}']) text = inner.Trim();
        if (text is "" or "1") return LssRelevance.Always;
        if (text is "0") return LssRelevance.Always with { IsNever = true };
        if (text.Length > Longest) return Wrong(text, "condition_too_long", 0);
        var (tokens, wrong) = LssTokens.Of(text);
        if (wrong >= 0) return Wrong(text, "condition_syntax", wrong);
        try
        {
            var reader = new LssExpression(tokens, names);
            var value = reader.Binary(0);
            if (reader.Now.Sign != LssSign.End) return Wrong(text, "condition_syntax", reader.Now.At);
            return Said(isTruth ? value.AsTruth : value.AsValue, reader._restsOn);
        }
        catch (LssRefused refused)
        {
            return Wrong(text, refused.Code, refused.At, refused.Name, refused.Option);
        }
    }

    // Written again by the one writer of expressions, without the parentheses that nobody needs.
    private static LssRelevance Said(string text, List<string> restsOn) =>
        Expression.TryParse(text, ExpressionUse.Decides, out var expression, out var fault) ? new(expression!.ToXlsForm(), [.. restsOn.Distinct()]) : Wrong(text, fault.Code, fault.Position, fault.Name);

    private static LssRelevance Wrong(string text, string code, int at, string? name = null, string? option = null) =>
        LssRelevance.Always with { Fault = code, Facts = [("position", at + 1), ("name", name), ("option", option), ("sign", ExpressionPlace.Sign(text, at)), ("around", ExpressionPlace.Around(text, at))] };

    private LssValue Binary(int level)
    {
        if (level == 5) return Unary();
        if (++_depth > Deepest * 6) throw new LssRefused("condition_too_deep", Now.At);
        var left = Binary(level + 1);
        while (Now.Sign == LssSign.Operator && LevelOf(Now.Text) == level)
        {
            var sign = _tokens[_at++];
            var right = Binary(level + 1);
            left = level switch
            {
                0 => new($"({left.AsTruth} or {right.AsTruth})") { IsTruth = true },
                1 => new($"({left.AsTruth} and {right.AsTruth})") { IsTruth = true },
                2 => Compare(left, right, sign),
                _ => new($"({left.AsValue} {(sign.Text == "/" ? "div" : sign.Text)} {right.AsValue})"),
            };
        }

        _depth--;
        return left;
    }

    private static int LevelOf(string sign) => sign switch
    {
        "||" => 0,
        "&&" => 1,
        "==" or "!=" or "<" or "<=" or ">" or ">=" => 2,
        "+" or "-" => 3,
        "*" or "/" => 4,
        _ => -1,
    };

    private LssValue Unary()
    {
        if (++_depth > Deepest * 6) throw new LssRefused("condition_too_deep", Now.At);
        var sign = Now;
        LssValue value;
        if (sign is { Sign: LssSign.Operator, Text: "!" or "-" or "+" })
        {
            _at++;
            var inner = Unary();
            value = sign.Text switch { "!" => Not(inner), "-" => new($"(-{inner.AsValue})"), _ => inner };
        }
        else value = Primary();

        _depth--;
        return value;
    }

    private LssValue Primary()
    {
        var token = _tokens[_at];
        if (token.Sign != LssSign.End) _at++;
        switch (token)
        {
            case { Sign: LssSign.Number }: return new(token.Text) { Literal = token.Text };
            case { Sign: LssSign.Words }: return new(Quoted(token.Text)) { Literal = token.Text };
            case { Sign: LssSign.Operator, Text: "(" }:
                var inner = Binary(0);
                Take(")");
                return inner;
            case { Sign: LssSign.Name } when Now is { Sign: LssSign.Operator, Text: "(" }: return Call(token);
            case { Sign: LssSign.Name }: return Answer(token);
            default: throw new LssRefused("condition_syntax", token.At);
        }
    }

    private LssValue Answer(LssToken token)
    {
        var (name, ending) = token.Text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? (token.Text[..dot], token.Text[(dot + 1)..]) : (token.Text, "");
        if (_names.Find(name) is not { } target) throw new LssRefused(FormNoticeCodes.NameUnknown, token.At, name);
        if (ending.Length > 0 && !Values.Contains(ending)) throw new LssRefused("condition_function_elsewhere", token.At, ending);
        _restsOn.Add(target.Question);
        return target.Option is { } option
            ? new($"selected(${{{target.Variable}}}, {Quoted(option)})") { Target = target, IsTruth = true }
            : new($"${{{target.Variable}}}") { Target = target };
    }

    private LssValue Call(LssToken name)
    {
        Take("(");
        var arguments = new List<LssValue>();
        while (Now is not { Sign: LssSign.Operator, Text: ")" })
        {
            if (arguments.Count > 0) Take(",");
            arguments.Add(Binary(0));
        }

        Take(")");
        return (name.Text, arguments) switch
        {
            ("is_empty" or "empty", [var one]) => Not(one),
            ("count", [_, ..]) => Count(arguments),
            ("sum", [_, ..]) => new($"({string.Join(" + ", arguments.Select(one => one.AsValue))})"),
            ("if", [var test, var yes, var no]) => new($"if({test.AsTruth}, {yes.AsValue}, {no.AsValue})"),
            ("regexMatch", [{ Literal: ['/', .. var pattern, '/'] }, var words]) => new($"regex({words.AsValue}, {Quoted(pattern)})") { IsTruth = true },
            (var known, [_, ..]) when Same.TryGetValue(known, out var same) => new($"{same}({string.Join(", ", arguments.Select(one => one.AsValue))})"),
            _ => throw new LssRefused("condition_function_elsewhere", name.At, name.Text),
        };
    }

    private static LssValue Count(List<LssValue> counted)
    {
        var targets = counted.Select(one => one.Target).OfType<LssTarget>().ToList();
        if (targets.Count == counted.Count && LssNames.AreAll(targets)) return new($"count-selected(${{{targets[0].Variable}}})");
        return new($"({string.Join(" + ", counted.Select(one => $"if({one.AsTruth}, 1, 0)"))})");
    }

    private static LssValue Compare(LssValue left, LssValue right, LssToken sign)
    {
        if (left is { Target: null, Literal: not null } && right.Target is not null) (left, right, sign) = (right, left, sign with { Text = Turned(sign.Text) });
        var isEqual = sign.Text == "==";
        if (right.Literal is { } literal && left.Target is { } target && sign.Text is "==" or "!=" && left.Target is not null)
        {
            if (target!.Option is not null)
                return literal is "Y" or "" ? new((literal == "Y") == isEqual ? left.Text : $"not({left.Text})") { IsTruth = true } : throw new LssRefused(FormNoticeCodes.OptionUnknown, sign.At, target.Variable, literal);
            if (target.Options is { } options)
                right = literal.Length == 0 ? right with { Text = "''" } : options.TryGetValue(literal, out var code) ? right with { Text = Quoted(code) } : throw new LssRefused(FormNoticeCodes.OptionUnknown, sign.At, target.Variable, literal);
        }

        return new($"({left.AsValue} {(isEqual ? "=" : sign.Text)} {right.AsValue})") { IsTruth = true };
    }

    private static LssValue Not(LssValue value) => new(value.Denied ?? $"not({value.AsTruth})") { IsTruth = true, Denied = value.AsTruth };

    private static string Turned(string sign) => sign switch { "<" => ">", "<=" => ">=", ">" => "<", ">=" => "<=", _ => sign };

    private void Take(string sign)
    {
        if (Now.Sign != LssSign.Operator || Now.Text != sign) throw new LssRefused("condition_syntax", Now.At);
        _at++;
    }

    private static string Quoted(string words) => words.Contains('\'', StringComparison.Ordinal) ? $"\"{words.Replace("\"", "", StringComparison.Ordinal)}\"" : $"'{words}'";

    /// <summary>A part of an expression as it is said here.</summary>
    private sealed record LssValue(string Text)
    {
        /// <summary>What it names, alone.</summary>
        public LssTarget? Target { get; init; }

        public string? Literal { get; init; }

        public bool IsTruth { get; init; }

        /// <summary>What is true where it is false, for what was denied already.</summary>
        public string? Denied { get; init; }

        public string AsValue => Target?.Option is not null ? $"if({Text}, 1, 0)" : Text;

        // An answer counts as true when there is one.
        public string AsTruth => IsTruth ? Text : Target is not null ? $"({Text} != '')" : $"boolean({Text})";
    }

    private sealed class LssRefused(string code, int at, string? name = null, string? option = null) : Exception
    {
        public string Code => code;

        public int At => at;

        public string? Name => name;

        public string? Option => option;
    }
}
