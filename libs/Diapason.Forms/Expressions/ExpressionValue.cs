using System.Globalization;

namespace Diapason.Forms;

/// <summary>
/// What an expression gave. Values turn into one another as XPath 1.0 and the OpenRosa forms have it: nothing is the empty text, the number of what is no
/// number is NaN, a day is the days since 1 January 1970.
/// </summary>
public readonly struct ExpressionValue : IEquatable<ExpressionValue>
{
    private readonly double _number;
    private readonly object? _content;

    private ExpressionValue(ExpressionType type, double number, object? content) => (Type, _number, _content) = (type, number, content);

    /// <summary>Nothing: the empty text.</summary>
    public static ExpressionValue Empty { get; } = Of("");

    /// <summary>What it holds; never <see cref="ExpressionType.Any"/> but for the default value, which is empty.</summary>
    public ExpressionType Type { get; }

    /// <summary>Words.</summary>
    public static ExpressionValue Of(string text) => new(ExpressionType.Text, 0, text);

    /// <summary>A number.</summary>
    public static ExpressionValue Of(double number) => new(ExpressionType.Number, number, null);

    /// <summary>True or false.</summary>
    public static ExpressionValue Of(bool truth) => new(ExpressionType.Boolean, truth ? 1 : 0, null);

    /// <summary>Codes of options.</summary>
    public static ExpressionValue Of(IReadOnlyList<string> codes) => new(ExpressionType.Set, 0, codes);

    /// <summary>A day or a moment, as days since 1 January 1970; NaN for none.</summary>
    public static ExpressionValue OfDays(double days) => new(ExpressionType.Date, days, null);

    /// <summary>The text: codes apart by a space, a point for decimals, <c>2026-11-30</c>, <c>true</c>.</summary>
    public string AsText() => Type switch
    {
        ExpressionType.Number => NumberText.Write(_number),
        ExpressionType.Boolean => _number != 0 ? "true" : "false",
        ExpressionType.Date => DayText.Write(_number),
        ExpressionType.Set => string.Join(' ', (IReadOnlyList<string>)_content!),
        _ => _content as string ?? "",
    };

    /// <summary>The number; NaN when there is none.</summary>
    public double AsNumber() => Type switch
    {
        ExpressionType.Number or ExpressionType.Boolean or ExpressionType.Date => _number,
        _ => AsText() is var text && DayText.TryRead(text, out var days) ? days : NumberText.Read(text),
    };

    /// <summary>Whether it counts as true: a number other than zero, words that are not empty.</summary>
    public bool AsTruth() => Type switch
    {
        ExpressionType.Number or ExpressionType.Boolean => _number != 0 && !double.IsNaN(_number),
        ExpressionType.Date => !double.IsNaN(_number),
        ExpressionType.Set => ((IReadOnlyList<string>)_content!).Count > 0,
        _ => !string.IsNullOrEmpty(_content as string),
    };

    /// <summary>The codes: the words of the text.</summary>
    public IReadOnlyList<string> AsCodes() => _content as IReadOnlyList<string> ?? AsText().Split(' ');

    /// <summary>The days since 1 January 1970; NaN for what is no day.</summary>
    public double AsDays() => Type == ExpressionType.Boolean ? double.NaN : AsNumber();

    /// <summary>Equality of expressions: of truths when either is one, of numbers when either is one or a day, of texts otherwise.</summary>
    internal bool Matches(ExpressionValue other)
    {
        if (Type == ExpressionType.Boolean || other.Type == ExpressionType.Boolean) return AsTruth() == other.AsTruth();
        if (IsNumeric || other.IsNumeric) return AsNumber() == other.AsNumber();
        var (left, right) = (AsText(), other.AsText());
        return left == right || (DayText.TryRead(left, out var from) && DayText.TryRead(right, out var to) && from == to);
    }

    private bool IsNumeric => Type is ExpressionType.Number or ExpressionType.Date;

    /// <inheritdoc/>
    public bool Equals(ExpressionValue other) => Type == other.Type && _number.Equals(other._number) && AsText() == other.AsText();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ExpressionValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, AsText());

    /// <summary>Compares two values by type and content.</summary>
    public static bool operator ==(ExpressionValue left, ExpressionValue right) => left.Equals(right);

    /// <summary>Compares two values by type and content.</summary>
    public static bool operator !=(ExpressionValue left, ExpressionValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Type} {AsText()}");
}
