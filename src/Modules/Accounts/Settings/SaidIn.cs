namespace Diapason.Accounts.Settings;

/// <summary>A text to type in each language of the council.</summary>
/// <param name="Field">Its name without the language, <c>words.heading</c>.</param>
internal sealed record SaidIn(SettingsSheet Sheet, string Field, string Label)
{
    public string? Hint { get; init; }

    public bool Long { get; init; }

    public bool Optional { get; init; } = true;
}
