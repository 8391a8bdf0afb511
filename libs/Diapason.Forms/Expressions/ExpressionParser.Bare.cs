namespace Diapason.Forms;

/// <content>What a questionnaire's conditions say of a variable by its bare name.</content>
internal sealed partial class ExpressionParser
{
    private ExpressionNode? Bare(Token name)
    {
        var variable = Refer(name, name.Position);
        if (TakeName("not")) return TakeName("in") ? Negate(Among(variable)) : Fail("condition_syntax");
        return TakeName("in") ? Among(variable) : Compare(variable);
    }

    // Both ways of naming a variable are understood here.
    private ExpressionNode? Answered()
    {
        if (Current.Kind is not (TokenKind.Name or TokenKind.Answer)) return Fail("condition_syntax");
        var variable = Refer(Current, Current.Position + (Current.Kind == TokenKind.Answer ? 2 : 0));
        _at++;
        return Closes() ? new AnsweredNode(variable) : null;
    }

    private ExpressionNode? BareSelected()
    {
        var variable = Refer(Current, Current.Position);
        _at += 2;
        var code = Current;
        if (code.Kind != TokenKind.Text) return Fail("condition_syntax");
        _at++;
        return Closes() ? OneOf(variable, [code]) : null;
    }

    private ExpressionNode? Among(VariableReference variable)
    {
        if (!TakeSign("(")) return Fail("condition_syntax");
        var values = new List<Token>();
        do
        {
            if (Literal() is not { } value) return Fail("condition_syntax");
            values.Add(value);
        }
        while (TakeSign(","));
        if (!Closes()) return null;
        if (values.Any(value => value.Kind != values[0].Kind)) return Fail("condition_mixed_list", values[0].Position);
        return Equal(variable, values);
    }

    private ExpressionNode? Compare(VariableReference variable)
    {
        if (LevelOf(Current) is not (ExpressionNode.Equality or ExpressionNode.Order)) return Fail("condition_syntax");
        var sign = Current.Text;
        _at++;
        if (Literal() is not { } value) return Fail("condition_syntax");
        if (sign is "=" or "!=") return sign == "=" ? Equal(variable, [value]) : Negate(Equal(variable, [value]));
        if (value.Kind == TokenKind.Number) return new WantedOrderNode(variable, sign, ExpressionValue.Of(value.Number));
        return DayText.TryRead(value.Text, out _) ? new WantedOrderNode(variable, sign, ExpressionValue.Of(value.Text)) : Fail("condition_order_of_words", value.Position, value.Text);
    }

    /// <summary>Words or a number, with its minus; nothing is taken when there is neither.</summary>
    private Token? Literal()
    {
        var (start, isMinus) = (_at, TakeSign("-"));
        if (Current.Kind == TokenKind.Number || (Current.Kind == TokenKind.Text && !isMinus))
        {
            var value = Current;
            _at++;
            return isMinus ? value with { Number = -value.Number, Position = _tokens[start].Position } : value;
        }

        _at = start;
        return null;
    }

    private AmongTextsNode OneOf(VariableReference variable, List<Token> codes)
    {
        _parts.Compared.AddRange(codes.Select(code => new ComparedCode(variable, code.Text, code.Position)));
        return new(variable, [.. codes.Select(code => code.Text)]);
    }

    private ExpressionNode Equal(VariableReference variable, List<Token> values) =>
        values[0].Kind == TokenKind.Text ? OneOf(variable, values) : new AmongNumbersNode(variable, [.. values.Select(value => value.Number)]);

    private static NotNode? Negate(ExpressionNode? node) => node is null ? null : new(node, node.Position);

    private bool TakeName(string word)
    {
        if (Current.Kind != TokenKind.Name || Current.Text != word) return false;
        _at++;
        return true;
    }
}
