using System.Text;

namespace Diapason.Forms;

/// <summary>Writes a tree in XLSForm's language, with the parentheses it needs and no more, so that reading and writing again changes nothing.</summary>
internal sealed class ExpressionWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>How tightly what stands around binds: a looser form goes in parentheses.</summary>
    private int _around;

    public static string Write(ExpressionNode node)
    {
        var writer = new ExpressionWriter();
        node.Write(writer);
        return writer._text.ToString();
    }

    public void Add(string text) => _text.Append(text);

    public void Answer(VariableReference reference) => _text.Append("${").Append(reference.Code).Append('}');

    public void Literal(ExpressionValue value)
    {
        if (value.Type == ExpressionType.Number) Add(value.AsText());
        else if (!value.AsText().Contains('\'', StringComparison.Ordinal)) Quoted(value.AsText(), '\'');
        else if (!value.AsText().Contains('"', StringComparison.Ordinal)) Quoted(value.AsText(), '"');
        else BothQuotes(value.AsText());
    }

    public void Compare(VariableReference reference, string sign, ExpressionValue value) => Within(sign.Trim() is "=" or "!=" ? ExpressionNode.Equality : ExpressionNode.Order, () =>
    {
        Answer(reference);
        Add(sign);
        Literal(value);
    });

    public void Selected(VariableReference reference, string code)
    {
        Add("selected(");
        Answer(reference);
        Add(", ");
        Literal(ExpressionValue.Of(code));
        Add(")");
    }

    public void Call(string name, params IReadOnlyList<ExpressionNode> arguments) => Call(name, [.. arguments.Select<ExpressionNode, Action<ExpressionWriter>>(argument => argument.Write)]);

    public void Call(string name, params IReadOnlyList<Action<ExpressionWriter>> arguments)
    {
        Add(name + "(");
        foreach (var (i, argument) in arguments.Index())
        {
            if (i > 0) Add(", ");
            At(0, () => argument(this));
        }

        Add(")");
    }

    public void Both(int level, string sign, ExpressionNode left, ExpressionNode right, bool isStrict = false) => Within(level, () =>
    {
        At(level, () => left.Write(this));
        Add(sign);
        // What is subtracted, divided by or compared keeps its parentheses.
        At(isStrict ? level + 1 : level, () => right.Write(this));
    });

    public void Neither(int level, string sign, ExpressionNode left, ExpressionNode right) => Chain(level, sign, [left.WriteFalse, right.WriteFalse]);

    public void Chain(int level, string sign, IEnumerable<Action<ExpressionWriter>> parts)
    {
        var all = parts.ToList();
        if (all is [var only]) only(this);
        else Within(level, () =>
        {
            foreach (var (i, part) in all.Index())
            {
                if (i > 0) Add(sign);
                At(level, () => part(this));
            }
        });
    }

    public void Around(string sign, ExpressionNode inner)
    {
        Add(sign);
        At(ExpressionNode.Whole, () => inner.Write(this));
    }

    private void Quoted(string text, char mark) => _text.Append(mark).Append(text).Append(mark);

    // XPath has no way to write both quotes in one text.
    private void BothQuotes(string text)
    {
        Add("concat(");
        foreach (var (i, part) in text.Split('\'').Index())
        {
            if (i > 0) Add(", \"'\", ");
            Quoted(part, '\'');
        }

        Add(")");
    }

    private void Within(int level, Action write)
    {
        var isLooser = level < _around;
        if (isLooser) Add("(");
        write();
        if (isLooser) Add(")");
    }

    private void At(int level, Action write)
    {
        var before = _around;
        _around = level;
        write();
        _around = before;
    }
}
