using Diapason.Text;

namespace Diapason.Yaml;

/// <summary>A value of the file, with its place.</summary>
public abstract class YamlNode
{
    private protected YamlNode(int line, int column)
    {
        Line = line;
        Column = column;
    }

    /// <summary>The line where it starts, from one.</summary>
    public int Line { get; }

    /// <summary>The column where it starts, from one.</summary>
    public int Column { get; }

    /// <summary>Whether it was told to be of the wrong sort: what it holds is then not looked at.</summary>
    internal bool IsRefused { get; set; }
}

/// <summary>A text, a number, a date: anything that is neither a list nor a mapping.</summary>
internal sealed class YamlText(int line, int column, string value, bool isPlain) : YamlNode(line, column)
{
    /// <summary>What was written, without the blanks around nor the signs nobody sees; empty for nothing and for <c>~</c> or <c>null</c>.</summary>
    public string Value { get; } = isPlain && value is "~" or "null" ? "" : VisibleText.Of(value).Trim();
}

/// <summary>A list.</summary>
internal sealed class YamlList(int line, int column) : YamlNode(line, column)
{
    public List<YamlNode> Items { get; } = [];
}
