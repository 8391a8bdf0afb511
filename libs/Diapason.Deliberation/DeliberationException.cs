namespace Diapason.Deliberation;

/// <summary>What kind of input was refused. One code per kind, stable across versions.</summary>
public enum DeliberationError
{
    /// <summary>A vote is none of disagree, pass and agree.</summary>
    UnknownVote,

    /// <summary>An identifier is empty.</summary>
    EmptyId,

    /// <summary>A statement is named that nobody voted on.</summary>
    UnknownStatement,

    /// <summary>A number is not finite, or outside what the function takes.</summary>
    InvalidValue,

    /// <summary>A ballot does not hold one entry an option.</summary>
    LengthMismatch,
}

/// <summary>A refusal of the library: a stable code, the row it is about, and a sentence in English.</summary>
public sealed class DeliberationException : Exception
{
    /// <summary>Builds a refusal.</summary>
    /// <param name="error">Stable code.</param>
    /// <param name="message">Sentence for a developer.</param>
    /// <param name="row">Position of the vote or ballot concerned, from 0, when there is one.</param>
    public DeliberationException(DeliberationError error, string message, int? row = null)
        : base(row is { } at ? $"{message} Row {at}." : message)
    {
        Error = error;
        Row = row;
    }

    /// <summary>Stable code.</summary>
    public DeliberationError Error { get; }

    /// <summary>Position of the vote or ballot concerned, from 0, when there is one.</summary>
    public int? Row { get; }
}
