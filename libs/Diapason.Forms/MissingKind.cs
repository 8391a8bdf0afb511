namespace Diapason.Forms;

/// <summary>Why a variable holds no answer. Each kind is stored and exported apart: silence and refusal are not the same thing.</summary>
public enum MissingKind
{
    /// <summary>Not missing.</summary>
    None,

    /// <summary>The question was shown and passed, or its answer taken back.</summary>
    Skipped,

    /// <summary>The person said that they do not know.</summary>
    DontKnow,

    /// <summary>The person prefers not to say.</summary>
    PreferNot,

    /// <summary>The person said that it does not apply to them.</summary>
    NotApplicable,

    /// <summary>The question was routed away: its condition did not hold when the answer was sent.</summary>
    NotAsked,
}

/// <summary>The stable codes under which missing kinds are stored, posted and exported.</summary>
public static class MissingCodes
{
    private static readonly string[] Codes = ["", "skipped", "dont_know", "prefer_not", "not_applicable", "not_asked"];

    /// <summary>The code of a kind, such as <c>dont_know</c>; empty for <see cref="MissingKind.None"/>.</summary>
    public static string Of(MissingKind kind) => Codes[(int)kind];

    /// <summary>The kind of a code; <see cref="MissingKind.None"/> for anything else.</summary>
    public static MissingKind Parse(string? code)
    {
        var index = string.IsNullOrEmpty(code) ? 0 : Array.IndexOf(Codes, code);
        return index > 0 ? (MissingKind)index : MissingKind.None;
    }

    /// <summary>Whether a person can choose this kind on a form.</summary>
    public static bool CanBeChosen(MissingKind kind) => kind is MissingKind.DontKnow or MissingKind.PreferNot or MissingKind.NotApplicable;
}
