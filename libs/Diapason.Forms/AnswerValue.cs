using System.Globalization;

namespace Diapason.Forms;

/// <summary>What an <see cref="AnswerValue"/> holds.</summary>
public enum AnswerKind
{
    /// <summary>Nothing: the variable was never met.</summary>
    None,

    /// <summary>An option's code, or words.</summary>
    Text,

    /// <summary>Several options' codes.</summary>
    Codes,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A reason for holding no answer.</summary>
    Missing,
}

/// <summary>The value of one variable: a code, words, several codes, a number, or a reason for being missing.</summary>
public readonly struct AnswerValue : IEquatable<AnswerValue>
{
    private readonly object? _value;
    private readonly decimal _number;

    private AnswerValue(AnswerKind kind, object? value, decimal number = 0)
    {
        Kind = kind;
        _value = value;
        _number = number;
    }

    /// <summary>What this value holds.</summary>
    public AnswerKind Kind { get; }

    /// <summary>Whether it holds an answer rather than a reason for being missing, or nothing.</summary>
    public bool IsAnswered => Kind is AnswerKind.Text or AnswerKind.Codes or AnswerKind.Number;

    /// <summary>Whether the person said something: an answer, or that they do not know, prefer not to say, or are not concerned.</summary>
    public bool IsGiven => IsAnswered || MissingCodes.CanBeChosen(Missing);

    /// <summary>The code or the words; empty for another kind.</summary>
    public string Text => _value as string ?? "";

    /// <summary>The codes chosen; empty for another kind.</summary>
    public IReadOnlyList<string> Codes => _value as string[] ?? [];

    /// <summary>The number; zero for another kind.</summary>
    public decimal Number => _number;

    /// <summary>Why there is no answer; <see cref="MissingKind.None"/> when there is one.</summary>
    public MissingKind Missing => Kind == AnswerKind.Missing ? (MissingKind)(int)_number : MissingKind.None;

    /// <summary>A value made of one option's code, or of words.</summary>
    public static AnswerValue Of(string text) => new(AnswerKind.Text, text);

    /// <summary>A value made of several options' codes.</summary>
    public static AnswerValue Of(params string[] codes) => new(AnswerKind.Codes, codes);

    /// <summary>A numeric value.</summary>
    public static AnswerValue Of(decimal number) => new(AnswerKind.Number, null, number);

    /// <summary>A value missing for a reason.</summary>
    public static AnswerValue Of(MissingKind missing) => new(AnswerKind.Missing, null, (int)missing);

    /// <summary>Whether a code is among those chosen.</summary>
    public bool Selects(string code) =>
        Kind == AnswerKind.Text ? Text == code : _value is string[] codes && Array.IndexOf(codes, code) >= 0;

    /// <inheritdoc/>
    public bool Equals(AnswerValue other) =>
        Kind == other.Kind && _number == other._number && Text == other.Text && Codes.SequenceEqual(other.Codes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AnswerValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Text, _number, Codes.Count);

    /// <summary>Compares two values by their content.</summary>
    public static bool operator ==(AnswerValue left, AnswerValue right) => left.Equals(right);

    /// <summary>Compares two values by their content.</summary>
    public static bool operator !=(AnswerValue left, AnswerValue right) => !left.Equals(right);

    /// <summary>The stored form, for tests and exports: codes joined by a space, a point for decimals, a missing kind's code.</summary>
    public override string ToString() => Kind switch
    {
        AnswerKind.Text => Text,
        AnswerKind.Codes => string.Join(' ', Codes),
        AnswerKind.Number => _number.ToString(CultureInfo.InvariantCulture),
        AnswerKind.Missing => MissingCodes.Of(Missing),
        _ => "",
    };
}
