using System.Collections.Frozen;

namespace Diapason.Forms;

/// <summary>One named control of a form. The page that shows it and the validation that reads it share this object, so they cannot disagree.</summary>
public sealed class Field
{
    private readonly FrozenDictionary<string, Option> _choices;

    internal Field(string name, Variable variable, IReadOnlyList<Option> choices)
    {
        Name = name;
        Variable = variable;
        Choices = choices;
        _choices = choices.ToFrozenDictionary(choice => choice.Code, StringComparer.Ordinal);
    }

    /// <summary>The name under which it is posted.</summary>
    public string Name { get; }

    /// <summary>The variable it fills.</summary>
    public Variable Variable { get; }

    /// <summary>The choices to show, missing kinds last; empty for words and numbers.</summary>
    public IReadOnlyList<Option> Choices { get; }

    /// <summary>Whether it only carries the missing kinds of a number or of words, beside the field where they are typed.</summary>
    public bool IsMissingMark { get; init; }

    /// <summary>Whether it is the line that specifies an “other” option.</summary>
    public bool IsOther => Variable.Aspect == FieldNames.Other;

    /// <summary>The option whose rank it holds; <see langword="null"/> for most fields.</summary>
    public Option? Ranked { get; init; }

    /// <summary>The most characters of a text; zero for none.</summary>
    public int MaxLength { get; init; }

    /// <summary>The choice of a posted code, missing kinds included; <see langword="null"/> when unknown.</summary>
    public Option? FindChoice(string? code) => code is null ? null : _choices.GetValueOrDefault(code);

    /// <summary>What the control holds for stored answers: the codes to mark, or the words to fill in.</summary>
    public IReadOnlyList<string> Values(AnswerSet answers, string language)
    {
        var value = answers[Variable.Code];
        return value.Kind switch
        {
            AnswerKind.Missing => FindChoice(MissingCodes.Of(value.Missing)) is { } choice ? [choice.Code] : [],
            _ when IsMissingMark => [],
            AnswerKind.Text => [value.Text],
            AnswerKind.Codes when Ranked is { } option => value.Codes.Index().Where(one => one.Item == option.Code).Select(one => Choices[one.Index].Code).ToList(),
            AnswerKind.Codes => value.Codes,
            AnswerKind.Number => [WrittenNumber.Write(value.Number, language)],
            _ => [],
        };
    }
}

/// <summary>The last parts of field names and variable codes.</summary>
internal static class FieldNames
{
    public const string Other = "other";
    public const string Missing = "missing";
    public const string Importance = "importance";
    public const string Mastery = "mastery";
    public const string Version = "version";
    public const string First = "first";
    public const string Order = "order";
    public const string Yes = "yes";
}
