namespace Diapason.Forms;

/// <summary>Where an expression stands, which decides what it may name.</summary>
[Flags]
internal enum ExpressionUse
{
    /// <summary>Decides what is shown.</summary>
    Decides = 0,

    /// <summary>Judges a value, <c>.</c>.</summary>
    Judges = 1,

    /// <summary>Keeps some of a list's choices by the columns of that list, named barely.</summary>
    Filters = 2,
}

/// <summary>What a parser met on its way.</summary>
internal sealed class ParsedParts
{
    /// <summary>Every variable named, in order.</summary>
    public List<VariableReference> References { get; } = [];

    /// <summary>Every comparison of a variable with a code, to be checked against its options.</summary>
    public List<ComparedCode> Compared { get; } = [];
}

/// <summary>A code that a variable is compared with, and its place.</summary>
internal sealed record ComparedCode(VariableReference Variable, string Code, int Position)
{
    /// <summary>The code as it stands in the tree; <see langword="null"/> when it stands in a list.</summary>
    public LiteralNode? Literal { get; init; }
}
