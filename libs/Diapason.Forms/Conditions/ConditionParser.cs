namespace Diapason.Forms;

/// <summary>
/// Parses conditions by recursive descent: <c>or</c>, <c>and</c>, <c>not</c>, parentheses, <c>= != &lt; &lt;= &gt; &gt;=</c>,
/// <c>[not] in (…)</c>, <c>selected(x, 'code')</c>, <c>answered(x)</c>.
/// </summary>
internal sealed class ConditionParser(string text)
{
    private const int MaxDepth = 40;
    private const int MaxLength = 4000;
    private readonly List<VariableReference> _references = [];
    private readonly List<OneOfNode> _comparisons = [];
    private List<Token> _tokens = [];
    private ConditionError? _error;
    private int _at;
    private int _depth;

    private Token Current => _tokens[Math.Min(_at, _tokens.Count - 1)];

    public bool TryParse(out Condition? condition, out ConditionError error)
    {
        condition = null;
        error = new("condition_too_long", 0);
        if (text.Length > MaxLength) return false;
        _tokens = ConditionTokens.Cut(text);
        var root = Or();
        if (_error is null && Current.Kind != TokenKind.End) Fail("condition_syntax");
        error = _error ?? default;
        if (_error is not null) return false;
        condition = new(text, root!, new(_references, _comparisons));
        return true;
    }

    private ConditionNode? Or()
    {
        var left = And();
        while (left is not null && Take(TokenKind.Name, "or")) left = And() is { } right ? new OrNode(left, right) : null;
        return left;
    }

    private ConditionNode? And()
    {
        var left = Not();
        while (left is not null && Take(TokenKind.Name, "and")) left = Not() is { } right ? new AndNode(left, right) : null;
        return left;
    }

    private ConditionNode? Not()
    {
        if (++_depth > MaxDepth) return Fail("condition_too_deep");
        var node = Take(TokenKind.Name, "not") ? Not() is { } inner ? new NotNode(inner) : null : Primary();
        _depth--;
        return node;
    }

    private ConditionNode? Primary()
    {
        if (Take(TokenKind.Sign, "("))
        {
            var inner = Or();
            return inner is null || Take(TokenKind.Sign, ")") ? inner : Fail("condition_syntax");
        }

        if (Current.Kind != TokenKind.Name) return Fail("condition_syntax");
        var name = Current;
        _at++;
        if (Take(TokenKind.Sign, "(")) return Call(name);
        var variable = Refer(name);
        if (Take(TokenKind.Name, "not")) return Take(TokenKind.Name, "in") ? Negate(Among(variable)) : Fail("condition_syntax");
        return Take(TokenKind.Name, "in") ? Among(variable) : Compare(variable);
    }

    private ConditionNode? Call(Token function)
    {
        if (function.Text is not ("answered" or "selected")) return Fail("condition_unknown_function", function.Position);
        if (Current.Kind != TokenKind.Name) return Fail("condition_syntax");
        var variable = Refer(Current);
        _at++;
        if (function.Text == "answered") return Take(TokenKind.Sign, ")") ? new AnsweredNode(variable) : Fail("condition_syntax");
        if (!Take(TokenKind.Sign, ",") || Current.Kind != TokenKind.Text) return Fail("condition_syntax");
        var code = Current.Text;
        _at++;
        return Take(TokenKind.Sign, ")") ? OneOf(variable, [code]) : Fail("condition_syntax");
    }

    private ConditionNode? Among(VariableReference variable)
    {
        if (!Take(TokenKind.Sign, "(")) return Fail("condition_syntax");
        var values = new List<Token>();
        do
        {
            if (Current.Kind is not (TokenKind.Text or TokenKind.Number)) return Fail("condition_syntax");
            values.Add(Current);
            _at++;
        }
        while (Take(TokenKind.Sign, ","));
        if (!Take(TokenKind.Sign, ")")) return Fail("condition_syntax");
        if (values.Any(value => value.Kind != values[0].Kind)) return Fail("condition_mixed_list", values[0].Position);
        return Equal(variable, values);
    }

    private ConditionNode? Compare(VariableReference variable)
    {
        var sign = Current;
        if (sign.Kind != TokenKind.Sign || sign.Text is "(" or ")" or ",") return Fail("condition_syntax");
        _at++;
        var value = Current;
        if (value.Kind is not (TokenKind.Text or TokenKind.Number)) return Fail("condition_syntax");
        _at++;
        if (sign.Text is "=" or "==") return Equal(variable, [value]);
        if (sign.Text is "!=" or "<>") return new NotNode(Equal(variable, [value]));
        return value.Kind == TokenKind.Number ? new OrderNode(variable, sign.Text, value.Number) : Fail("condition_order_of_words", value.Position);
    }

    private OneOfNode OneOf(VariableReference variable, string[] codes)
    {
        var node = new OneOfNode(variable, codes);
        _comparisons.Add(node);
        return node;
    }

    private ConditionNode Equal(VariableReference variable, List<Token> values) => values[0].Kind == TokenKind.Text
        ? OneOf(variable, [.. values.Select(value => value.Text)])
        : new OneOfNumbersNode(variable, [.. values.Select(value => value.Number)]);

    private static NotNode? Negate(ConditionNode? node) => node is null ? null : new(node);

    private VariableReference Refer(Token name)
    {
        var reference = new VariableReference(name.Text, name.Position);
        _references.Add(reference);
        return reference;
    }

    private bool Take(TokenKind kind, string word)
    {
        if (Current.Kind != kind || Current.Text != word) return false;
        _at++;
        return true;
    }

    private ConditionNode? Fail(string code, int? position = null)
    {
        _error ??= new(code, position ?? Current.Position);
        return null;
    }
}
