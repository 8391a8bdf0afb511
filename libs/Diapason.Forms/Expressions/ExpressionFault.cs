namespace Diapason.Forms;

/// <summary>Where an expression stops making sense, and a stable code telling why.</summary>
/// <param name="Code">The stable code, such as <c>condition_syntax</c>.</param>
/// <param name="Position">The place in the text, from zero.</param>
/// <param name="Name">The name or the words concerned; empty when there are none.</param>
/// <param name="Nearest">The known name that was probably meant; empty when there is none.</param>
public readonly record struct ExpressionFault(string Code, int Position, string Name = "", string Nearest = "")
{
    /// <summary>The column in the text, from one, as a person counts.</summary>
    public int Column => Position + 1;
}
