using System.Collections.Frozen;
using Diapason.Text;

namespace Diapason.Forms;

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

    /// <summary>Which side of its question or item: <c>importance</c>, <c>mastery</c>, <c>other</c>, <c>version</c>, <c>first</c>, <c>order</c>; empty for the answer itself.</summary>
    public string Aspect { get; init; } = "";

    /// <summary>It is the line of words that specifies an “other”: asked only of those who chose it.</summary>
    public bool SpecifiesOther => Aspect == FieldNames.Other;

    /// <summary>It says again what another says, or what the page did: the option ranked first, the order of the options.</summary>
    public bool IsSaidAgain => Aspect is FieldNames.First or FieldNames.Order;

    /// <summary>What it is about: the item's words, or the question.</summary>
    public LocalizedText Label => Item?.Label ?? Question.Title;

    /// <summary>The option of a code, missing kinds left out; <see langword="null"/> when unknown.</summary>
    public Option? FindOption(string code) => _options.GetValueOrDefault(code);

    /// <summary>Its value among the answers that one person sent; <see cref="MissingKind.NotAsked"/> for what their other answers kept from being asked.</summary>
    public AnswerValue In(AnswerSet answers) => Question.Asks(this, answers) ? answers[Code] : AnswerValue.Of(MissingKind.NotAsked);

    /// <summary>What a person reads of a value in a language: options by their labels, chosen missing kinds by theirs, numbers with that language's decimal mark.</summary>
    public IReadOnlyList<string> Say(AnswerValue value, string language) => value switch
    {
        { IsAnswered: true } => Type.Say(this, value, language),
        { Kind: AnswerKind.Missing } => SayMissing(value.Missing, language),
        _ => [],
    };

    /// <summary>Reads back from a file what <see cref="AnswerValue.ToString"/> wrote; <see langword="null"/> when this variable cannot hold it.</summary>
    public AnswerValue? Read(string written)
    {
        if (written.Length == 0) return null;
        var missing = MissingCodes.Parse(written);
        if (missing != MissingKind.None) return CanMiss(missing) ? AnswerValue.Of(missing) : null;
        return Type.Read(this, written) is { } value && Question.Allows(value) ? value : null;
    }

    internal string SayOption(string code, string language) => FindOption(code)?.Label.In(language) ?? code;

    private bool CanMiss(MissingKind missing) => !MissingCodes.CanBeChosen(missing) || Question.MissingOptions.Any(option => option.Missing == missing);

    private IReadOnlyList<string> SayMissing(MissingKind missing, string language)
    {
        foreach (var option in Question.MissingOptions)
            if (option.Missing == missing) return [option.Label.In(language)];
        return [];
    }
}
