using System.Globalization;
using System.Text.Encodings.Web;

namespace Diapason.Design;

/// <summary>Writes markup straight to the response: raw where we wrote it, encoded where anyone else did.</summary>
internal readonly struct Markup(TextWriter writer, HtmlEncoder encoder)
{
    public TextWriter Writer => writer;

    public HtmlEncoder Encoder => encoder;

    public Markup Raw(string html)
    {
        writer.Write(html);
        return this;
    }

    public Markup Text(string? text)
    {
        if (!string.IsNullOrEmpty(text)) encoder.Encode(writer, text);
        return this;
    }

    public Markup Number(int value)
    {
        Span<char> digits = stackalloc char[11];
        value.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        writer.Write(digits[..length]);
        return this;
    }

    /// <summary>Writes ` name="value"`, or nothing when there is no value.</summary>
    public Markup Attribute(string name, string? value)
    {
        if (value is null) return this;
        writer.Write(' ');
        writer.Write(name);
        writer.Write("=\"");
        encoder.Encode(writer, value);
        writer.Write('"');
        return this;
    }

    public Markup Flag(string name, bool on)
    {
        if (!on) return this;
        writer.Write(' ');
        writer.Write(name);
        return this;
    }

    /// <summary>Writes `&lt;tag class="…"&gt;text&lt;/tag&gt;`, or nothing when there is no text.</summary>
    public Markup Element(string tag, string? cssClass, string? text)
    {
        if (string.IsNullOrEmpty(text)) return this;
        return Raw("<").Raw(tag).Attribute("class", cssClass).Raw(">").Text(text).Raw("</").Raw(tag).Raw(">");
    }
}
