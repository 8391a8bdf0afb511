namespace Diapason.Platform.Outcomes;

/// <summary>What kind of refusal it is; a page answers with the status of the same number.</summary>
public enum ProblemKind
{
    /// <summary>Not something this person may do.</summary>
    Forbidden = 403,

    /// <summary>There is none, or none that this council or person may see.</summary>
    Absent = 404,

    /// <summary>Somebody else acted first.</summary>
    Lost = 409,

    /// <summary>It was possible, and is over.</summary>
    Over = 410,

    /// <summary>What was typed cannot be taken.</summary>
    Invalid = 422,
}

/// <summary>
/// Why a use case refused: a stable code, which is also the key of its sentence in the texts of the module that refuses, and the facts that
/// fill the sentence's <c>{named}</c> places.
/// </summary>
public sealed record Problem
{
    private Problem(ProblemKind kind, string code, string? field, ReadOnlySpan<(string Name, object? Value)> facts) =>
        (Kind, Code, Field, Facts) = (kind, code, field, [.. facts]);

    public ProblemKind Kind { get; }

    public string Code { get; }

    /// <summary>The input it is about, by its name in the use case; null when it is about the whole.</summary>
    public string? Field { get; }

    public IReadOnlyList<(string Name, object? Value)> Facts { get; }

    /// <summary>The page that is not there says enough: no sentence of its own.</summary>
    public static Problem Absent() => new(ProblemKind.Absent, "absent", null, []);

    public static Problem Forbidden(string code) => new(ProblemKind.Forbidden, code, null, []);

    public static Problem Over(string code) => new(ProblemKind.Over, code, null, []);

    public static Problem Lost(string code, params ReadOnlySpan<(string Name, object? Value)> facts) => new(ProblemKind.Lost, code, null, facts);

    public static Problem Invalid(string code, string? field = null, params ReadOnlySpan<(string Name, object? Value)> facts) => new(ProblemKind.Invalid, code, field, facts);
}
