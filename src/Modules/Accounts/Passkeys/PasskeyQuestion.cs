namespace Diapason.Accounts.Passkeys;

/// <summary>What a page asks a browser to have signed, and what it must bring back with the answer.</summary>
/// <param name="Options">JSON, as <c>navigator.credentials</c> reads it.</param>
/// <param name="State">Encrypted, good for ten minutes: what was asked, of whom and when.</param>
internal sealed record PasskeyQuestion(string Options, string State);

/// <summary>What a form brings back.</summary>
/// <param name="State">That of the question.</param>
/// <param name="Credential">JSON of the credential; empty from a browser that has no key.</param>
internal sealed record PasskeyAnswer(string? State, string? Credential);
