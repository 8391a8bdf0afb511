namespace Diapason.Forms;

/// <summary>A value worked out from answers under a name of its own, for conditions and other calculations. It is not kept with the answers.</summary>
/// <param name="Code">The stable code, apart from those of variables.</param>
/// <param name="Value">How it is worked out: from answers, and from calculations that come before it.</param>
public sealed record Calculation(string Code, Expression Value)
{
    internal int Index { get; set; }

    /// <summary>How many calculations are worked out one within the other to know it.</summary>
    internal int Depth { get; set; } = 1;
}
