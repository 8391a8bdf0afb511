namespace Diapason.Forms;

/// <summary>An earlier answer quoted in a text: <c>${role}</c>, or <c>${role|your work}</c> with what is said when there is none.</summary>
/// <param name="Code">The code of a variable or of a calculation.</param>
/// <param name="Instead">What is said when there is no answer; empty when the text says nothing of it.</param>
public sealed record QuotedAnswer(string Code, string Instead);
