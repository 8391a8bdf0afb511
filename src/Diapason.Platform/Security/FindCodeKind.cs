using Diapason.Platform.Councils;

namespace Diapason.Platform.Security;

/// <summary>Says which code was typed in the wrong box, and where it goes.</summary>
public sealed class FindCodeKind(IEnumerable<ICodeHolder> holders, CurrentCouncil council)
{
    /// <summary>The kind of a code that opened nothing where it was typed; null when nobody knows it.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="expected">What the box asks for.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<CodeKind?> RunAsync(TypedCode typed, CodeKind expected, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(typed);
        if (typed.Kind is { } said && said != expected) return said;
        if (council.OrNull is not { } here) return null;
        foreach (var holder in holders)
            if (holder.Kind != expected && await holder.HoldsAsync(here.Id, typed.Code, cancel)) return holder.Kind;
        return null;
    }
}
