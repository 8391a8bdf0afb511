using System.Text;

namespace Diapason.Forms;

/// <summary>Writes keys and values as YAML: texts in double quotes, what is short on one line.</summary>
internal static class YamlText
{
    /// <param name="value">A text, a list of values, or keys with their values; an empty text, list or mapping is left out of a mapping.</param>
    public static string Write(IReadOnlyList<(string Key, object Value)> value)
    {
        var text = new StringBuilder();
        Keys(text, value, 0);
        return text.ToString();
    }

    // The first of an item's keys stands after its dash. What is long is never copied: a text of this size makes the collector look at the whole memory.
    private static void Keys(StringBuilder text, IReadOnlyList<(string Key, object Value)> keys, int indent, bool isAfterDash = false)
    {
        foreach (var (key, value) in keys)
        {
            if (IsEmpty(value)) continue;
            text.Append(' ', isAfterDash ? 0 : indent).Append(key).Append(':');
            Value(text, value, indent);
            isAfterDash = false;
        }
    }

    private static void Value(StringBuilder text, object value, int indent)
    {
        if (IsShort(value)) Flow(text.Append(' '), value).Append('\n');
        else if (value is IReadOnlyList<object> items)
        {
            text.Append('\n');
            foreach (var item in items) Item(text, item, indent + 2);
        }
        else
        {
            text.Append('\n');
            Keys(text, (IReadOnlyList<(string, object)>)value, indent + 2);
        }
    }

    private static void Item(StringBuilder text, object item, int indent)
    {
        text.Append(' ', indent).Append("- ");
        if (IsShort(item) || item is not IReadOnlyList<(string Key, object Value)> keys)
        {
            Flow(text, item).Append('\n');
            return;
        }

        Keys(text, keys, indent + 2, isAfterDash: true);
    }

    private static StringBuilder Flow(StringBuilder text, object value)
    {
        if (value is string words) return Quoted(text, words);
        if (value is IReadOnlyList<object> items)
        {
            text.Append('[');
            foreach (var (i, item) in items.Index()) Flow(i > 0 ? text.Append(", ") : text, item);
            return text.Append(']');
        }

        text.Append("{ ");
        foreach (var (i, (key, inner)) in ((IReadOnlyList<(string Key, object Value)>)value).Where(pair => !IsEmpty(pair.Value)).Index())
            Flow((i > 0 ? text.Append(", ") : text).Append(key).Append(": "), inner);
        return text.Append(" }");
    }

    // A text or texts by language, an option, a list of codes.
    private static bool IsShort(object value) => value switch
    {
        string => true,
        IReadOnlyList<object> items => items.All(item => item is string),
        IReadOnlyList<(string Key, object Value)> keys => keys.All(pair => pair.Value is string),
        _ => true,
    };

    internal static bool IsEmpty(object value) => value is "" or IReadOnlyList<object> { Count: 0 } or IReadOnlyList<(string Key, object Value)> { Count: 0 };

    private static StringBuilder Quoted(StringBuilder text, string words)
    {
        text.Append('"');
        foreach (var c in words)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c == '\n') text.Append("\\n");
            else if (c == '\t') text.Append("\\t");
            else if (c is < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFEFF') text.Append(' ');
            else text.Append(c);
        }

        return text.Append('"');
    }
}
