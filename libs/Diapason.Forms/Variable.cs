using System.Collections.Frozen;
using Diapason.Text;

namespace Diapason.Forms;

/// <summary>What a variable holds when it is answered.</summary>
public enum VariableType
{
    /// <summary>One option's code.</summary>
    Choice,

    /// <summary>Several options' codes.</summary>
    Choices,

    /// <summary>A number.</summary>
    Number,

    /// <summary>Words, kept as they were written.</summary>
    Text,
}

/// <summary>One thing kept from a question: a column of the export, a line of the codebook.</summary>
public sealed class Variable
{
    private readonly FrozenDictionary<string, Option> _options;

    internal Variable(string code, VariableType type, Question question, IReadOnlyList<Option> options)
    {
        Code = code;
        Type = type;
        Question = question;
        Options = options;
        _options = options.ToFrozenDictionary(option => option.Code, StringComparer.Ordinal);
    }

    /// <summary>The stable code, such as <c>status</c>, <c>piles.email</c> or <c>comp.risk.importance</c>.</summary>
    public string Code { get; }

    /// <summary>What it holds.</summary>
    public VariableType Type { get; }

    /// <summary>The question that asks for it.</summary>
    public Question Question { get; }

    /// <summary>The true options, in order; empty for numbers and words.</summary>
    public IReadOnlyList<Option> Options { get; }

    /// <summary>The statement, task or competency it is about; <see langword="null"/> when the question has no items.</summary>
    public QuestionItem? Item { get; init; }

    /// <summary>Which side of its question or item: <c>importance</c>, <c>mastery</c>, <c>other</c>, <c>version</c>; empty for the answer itself.</summary>
    public string Aspect { get; init; } = "";

    /// <summary>What it is about: the item's words, or the question.</summary>
    public LocalizedText Label => Item?.Label ?? Question.Title;

    /// <summary>The option of a code, missing kinds left out; <see langword="null"/> when unknown.</summary>
    public Option? FindOption(string code) => _options.GetValueOrDefault(code);

    /// <summary>What a person reads of a value in a language: options by their labels, chosen missing kinds by theirs, numbers with that language's decimal mark.</summary>
    public IReadOnlyList<string> Say(AnswerValue value, string language) => value.Kind switch
    {
        AnswerKind.Text => [Type == VariableType.Choice ? SayOption(value.Text, language) : value.Text],
        AnswerKind.Codes => [.. value.Codes.Select(code => SayOption(code, language))],
        AnswerKind.Number => [WrittenNumber.Write(value.Number, language)],
        AnswerKind.Missing => SayMissing(value.Missing, language),
        _ => [],
    };

    private string SayOption(string code, string language) => FindOption(code)?.Label.In(language) ?? code;

    private IReadOnlyList<string> SayMissing(MissingKind missing, string language)
    {
        foreach (var option in Question.MissingOptions)
            if (option.Missing == missing) return [option.Label.In(language)];
        return [];
    }
}
