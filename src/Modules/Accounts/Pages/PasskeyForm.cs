using Diapason.Accounts.Passkeys;

namespace Diapason.Accounts.Pages;

/// <summary>Where a key is asked for.</summary>
/// <param name="Action">What reads it.</param>
/// <param name="ReturnUrl">Where one was going.</param>
/// <param name="Interrupted">A form that waits for its sender.</param>
/// <param name="AsFile">1 when a file was asked for.</param>
public sealed record PasskeyAsked(string Action, string? ReturnUrl, string? Interrupted = null, int? AsFile = null);

/// <summary>What the form of a key holds, filled by its script.</summary>
public sealed record PasskeyForm
{
    public string? State { get; init; }
    public string? Credential { get; init; }

    internal PasskeyAnswer Answer => new(State, Credential);
}
