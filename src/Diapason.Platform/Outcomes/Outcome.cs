namespace Diapason.Platform.Outcomes;

/// <summary>
/// What came of a use case: done, or refused with a problem. <c>return Outcome.Done;</c> and <c>return Problem.Absent();</c> are both outcomes.
/// Anything else that goes wrong is a bug or broken infrastructure, and an exception.
/// </summary>
public record Outcome
{
    public static readonly Outcome Done = new();

    private protected Outcome()
    {
    }

    /// <summary>All that is wrong, the first the one that gives a page its status; empty when it is done.</summary>
    public IReadOnlyList<Problem> Problems { get; private protected init; } = [];

    /// <summary>Why it was refused; null when it is done.</summary>
    public Problem? Refusal => Problems.Count == 0 ? null : Problems[0];

    public bool IsDone => Problems.Count == 0;

    /// <summary>Done when nothing is wrong.</summary>
    public static Outcome Of(IReadOnlyList<Problem> problems) => problems.Count == 0 ? Done : new Outcome { Problems = problems };

    public static implicit operator Outcome(Problem refusal) => new() { Problems = [refusal] };
}

/// <summary>What came of a use case that gives something back: <c>return value;</c> is done, <c>return Problem.…;</c> is refused.</summary>
public sealed record Outcome<T> : Outcome
{
    private readonly T? _value;

    /// <summary>What was done; asking it of a refusal is a bug.</summary>
    public T Value => IsDone ? _value! : throw new InvalidOperationException($"Nothing was done: {Refusal!.Code}.");

    public static implicit operator Outcome<T>(T value) => new(value);

    public static implicit operator Outcome<T>(Problem refusal) => new(default) { Problems = [refusal] };

    private Outcome(T? value) => _value = value;
}
