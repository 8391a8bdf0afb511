namespace Diapason.Forms;

/// <summary>
/// Parses expressions: XLSForm's language, which says <c>${q}</c>, and what a questionnaire's conditions say of a variable by its bare name:
/// <c>x = 'a'</c>, <c>x [not] in ('a', 'b')</c>, <c>selected(x, 'a')</c>, <c>answered(x)</c>. Depth and length are bounded.
/// </summary>
internal sealed partial class ExpressionParser(string text, ExpressionUse use)
{
    public const int MaxDepth = 100;
    public const int MaxLength = 4000;
    private const int MaxOperators = 400;

    private readonly ParsedParts _parts = new();
    private List<Token> _tokens = [];
    private ExpressionFault? _fault;
    private int _suspect;
    private int _at;
    private int _depth;
    private int _operators;

    public ParsedParts Parts => _parts;

    private Token Current => _tokens[Math.Min(_at, _tokens.Count - 1)];

    public ExpressionNode? Parse(out ExpressionFault fault)
    {
        fault = new("condition_too_long", 0);
        if (text.Length > MaxLength) return null;
        var cut = new ExpressionTokens(text);
        (_tokens, _suspect) = (cut.Cut(), cut.Suspect);
        var root = Level(ExpressionNode.Or);
        if (_fault is null && Current.Kind != TokenKind.End) Fail("condition_syntax");
        fault = _fault ?? default;
        return _fault is null ? root : null;
    }

    private ExpressionNode? Level(int least)
    {
        if (++_depth > MaxDepth) return Fail("condition_too_deep");
        var left = Operand();
        while (left is not null && LevelOf(Current) is var level && level >= least)
        {
            var sign = Current.Text;
            _at++;
            if (++_operators > MaxOperators) return Fail("condition_too_long", 0);
            left = Level(level + 1) is { } right ? Operation(sign, left, right) : null;
        }

        _depth--;
        return left;
    }

    private static int LevelOf(Token token) => (token.Kind, token.Text) switch
    {
        (TokenKind.Name, "or") => ExpressionNode.Or,
        (TokenKind.Name, "and") => ExpressionNode.And,
        (TokenKind.Sign, "=" or "!=") => ExpressionNode.Equality,
        (TokenKind.Sign, "<" or "<=" or ">" or ">=") => ExpressionNode.Order,
        (TokenKind.Sign, "+" or "-") => ExpressionNode.Sum,
        (TokenKind.Sign, "*") or (TokenKind.Name, "div" or "mod") => ExpressionNode.Product,
        _ => 0,
    };

    private ExpressionNode Operation(string sign, ExpressionNode left, ExpressionNode right)
    {
        if (sign is "=" or "!=") Note(left, right);
        return sign switch
        {
            "or" => new OrNode(left, right),
            "and" => new AndNode(left, right),
            "=" or "!=" => new EqualNode(left, right, sign == "!="),
            "<" or "<=" or ">" or ">=" => new OrderNode(sign, left, right),
            _ => new ArithmeticNode(sign, left, right),
        };
    }

    private void Note(ExpressionNode left, ExpressionNode right)
    {
        if (left is LiteralNode) (left, right) = (right, left);
        if (left is AnswerNode answer && right is LiteralNode { Value.Type: ExpressionType.Text } code) _parts.Compared.Add(new(answer.Reference, code.Value.AsText(), code.Position) { Literal = code });
    }

    private ExpressionNode? Operand()
    {
        var token = Current;
        if (token.Kind is TokenKind.Wrong or TokenKind.End) return Fail("condition_syntax");
        _at++;
        switch (token.Kind)
        {
            case TokenKind.Text: return new LiteralNode(ExpressionValue.Of(token.Text), token.Position);
            case TokenKind.Number: return new LiteralNode(ExpressionValue.Of(token.Number), token.Position);
            case TokenKind.Answer: return new AnswerNode(Refer(token, token.Position + 2));
            case TokenKind.Self: return use.HasFlag(ExpressionUse.Judges) ? new SelfNode(token.Position) : Fail("condition_no_value", token.Position);
            case TokenKind.Sign when token.Text == "(": return Level(ExpressionNode.Or) is { } inner && Closes() ? inner : null;
            case TokenKind.Sign when token.Text == "-": return Level(ExpressionNode.Minus) is { } number ? new MinusNode(number, token.Position) : null;
            case TokenKind.Name when token.Text == "not" && !IsSign("("): return Level(ExpressionNode.Equality) is { } negated ? new NotNode(negated, token.Position) : null;
            case TokenKind.Name when IsSign("("): return Call(token);
            case TokenKind.Name when IsSign(":"): return CallElsewhere(token);
            case TokenKind.Name when use.HasFlag(ExpressionUse.Filters): return new ColumnNode(token.Text, token.Position);
            case TokenKind.Name when LevelOf(token) == 0: return Bare(token);
            case TokenKind.Sign when token.Text is "/" or "*" or "@" or "[": return Fail("condition_path", token.Position);
            default: return Fail("condition_syntax", token.Position);
        }
    }

    private ExpressionNode? Call(Token name)
    {
        if (ExpressionFunctions.IsElsewhere(name.Text)) return Fail("condition_function_elsewhere", name.Position, name.Text);
        var function = ExpressionFunctions.Find(name.Text);
        if (function is null && name.Text is not ("not" or "regex" or "answered"))
        {
            return Text.Slip.Nearest(name.Text, ExpressionFunctions.Names) is { } nearest
                ? Fail("condition_mistyped_function", name.Position, name.Text, nearest)
                : Fail("condition_unknown_function", name.Position, name.Text);
        }

        _at++;
        if (name.Text == "answered") return Answered();
        if (name.Text == "selected" && Current.Kind == TokenKind.Name && _tokens[Math.Min(_at + 1, _tokens.Count - 1)] is { Kind: TokenKind.Sign, Text: "," }) return BareSelected();
        if (Arguments() is not { } arguments) return null;
        if (arguments.Count < (function?.Least ?? (name.Text == "regex" ? 2 : 1)) || arguments.Count > (function?.Most ?? (name.Text == "regex" ? 2 : 1))) return Fail("condition_arguments", name.Position, name.Text);
        if (name.Text == "not") return new NotNode(arguments[0], name.Position);
        return name.Text == "regex" ? Pattern(name, arguments) : Called(function!, arguments, name.Position);
    }

    private CallNode Called(ExpressionFunction function, List<ExpressionNode> arguments, int position)
    {
        if (function.Name == "selected" && arguments is [AnswerNode answer, LiteralNode { Value.Type: ExpressionType.Text } code]) _parts.Compared.Add(new(answer.Reference, code.Value.AsText(), code.Position) { Literal = code });
        return new(function, arguments, position);
    }

    private ExpressionNode? Pattern(Token name, List<ExpressionNode> arguments)
    {
        if (arguments[1] is not LiteralNode { Value.Type: ExpressionType.Text } pattern || RegexNode.Compile(pattern.Value.AsText()) is not { } regex) return Fail("condition_pattern", arguments[1].Position);
        return new RegexNode(arguments[0], pattern, regex, name.Position);
    }

    private List<ExpressionNode>? Arguments()
    {
        var arguments = new List<ExpressionNode>();
        if (TakeSign(")")) return arguments;
        do
        {
            if (Level(ExpressionNode.Or) is not { } argument) return null;
            arguments.Add(argument);
        }
        while (TakeSign(","));
        return Closes() ? arguments : null;
    }

    // A prefix names a function of some device or server: jr:choice-name(…).
    private ExpressionNode? CallElsewhere(Token prefix)
    {
        _at++;
        return Fail("condition_function_elsewhere", prefix.Position, $"{prefix.Text}:{Current.Text}");
    }

    private VariableReference Refer(Token name, int position)
    {
        var reference = new VariableReference(name.Text, position);
        _parts.References.Add(reference);
        return reference;
    }

    private bool Closes()
    {
        if (TakeSign(")")) return true;
        Fail("condition_syntax");
        return false;
    }

    private bool IsSign(string sign) => Current.Kind == TokenKind.Sign && Current.Text == sign;

    private bool TakeSign(string sign)
    {
        if (!IsSign(sign)) return false;
        _at++;
        return true;
    }

    private ExpressionNode? Fail(string code, int? position = null, string name = "", string nearest = "")
    {
        var at = position ?? Current.Position;
        // A mark of a word processor that closes nothing is the likelier culprit than where the reading stumbled.
        if (code == "condition_syntax" && Current is { Kind: TokenKind.Wrong, Text: "quotes" }) _fault ??= new("condition_quotes", Current.Position);
        if (code == "condition_syntax" && _suspect >= 0 && _suspect < at) _fault ??= new("condition_quotes", _suspect);
        _fault ??= new(code, at, name, nearest);
        return null;
    }
}
