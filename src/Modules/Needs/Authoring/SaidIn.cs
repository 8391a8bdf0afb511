namespace Diapason.Needs.Authoring;

/// <summary>A text to type in each language of the council.</summary>
/// <param name="Field">Its name without the language, <c>contact.name</c>.</param>
internal sealed record SaidIn(EntrySheet Sheet, string Field)
{
    public string? Hint { get; init; }

    public bool Long { get; init; }

    public bool Optional { get; init; } = true;
}
