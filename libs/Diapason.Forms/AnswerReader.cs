using System.Text;
using System.Text.Json;

namespace Diapason.Forms;

/// <summary>Walks stored answers one variable at a time without making an <see cref="AnswerSet"/>: for readers of very many.</summary>
/// <remarks>The spans point into the JSON given, which must outlive them.</remarks>
public ref struct AnswerReader
{
    private Utf8JsonReader _json;

    /// <summary>Starts before the first variable.</summary>
    /// <exception cref="JsonException">The text is not an object.</exception>
    public AnswerReader(ReadOnlySpan<byte> utf8Json)
    {
        _json = new Utf8JsonReader(utf8Json);
        if (!_json.Read() || _json.TokenType != JsonTokenType.StartObject) throw AnswerJson.Unexpected();
    }

    /// <summary>The variable's code, in UTF-8.</summary>
    public ReadOnlySpan<byte> Variable { get; private set; }

    /// <summary>Goes to the next variable; false after the last one.</summary>
    public bool Read()
    {
        // A value that nobody read is passed over.
        if (_json.TokenType == JsonTokenType.PropertyName) _json.Skip();
        if (!_json.Read() || _json.TokenType != JsonTokenType.PropertyName) return false;
        Variable = Text();
        return true;
    }

    /// <summary>Reads the variable's value, once: one code or words, in UTF-8, or why it is missing. False for any other kind.</summary>
    public bool TryReadOne(out ReadOnlySpan<byte> text, out MissingKind missing)
    {
        text = default;
        missing = MissingKind.None;
        _json.Read();
        switch (_json.TokenType)
        {
            case JsonTokenType.String:
                text = Text();
                return true;
            case JsonTokenType.StartObject:
                missing = AnswerJson.ReadMissing(ref _json);
                return true;
            default:
                _json.Skip();
                return false;
        }
    }

    private readonly ReadOnlySpan<byte> Text() => _json.ValueIsEscaped ? Encoding.UTF8.GetBytes(_json.GetString()!) : _json.ValueSpan;
}
