using Diapason.Platform.Web;

namespace Diapason.Platform.Modules;

/// <summary>
/// What a module finds in a person's notebook (<i>mon carnet</i>): what this device holds, by codes kept in its cookies and nowhere else.
/// What the account holds is asked for apart: what an anonymous code opens never meets a name.
/// </summary>
public interface INotebook
{
    /// <summary>What the device of the request holds in the council of the request, in its language. It never looks at who is signed in.</summary>
    ValueTask<IReadOnlyList<NotebookEntry>> HeldAsync(CancellationToken cancel) => new([]);

    /// <summary>What an account holds in the council of the request. It never looks at the device.</summary>
    ValueTask<IReadOnlyList<NotebookEntry>> OfAccountAsync(Guid accountId, CancellationToken cancel) => new([]);

    /// <summary>Makes the device forget, and nothing else: what was sent or kept stays under its code.</summary>
    ValueTask ForgetAsync(CancellationToken cancel) => default;
}

/// <summary>One thing held.</summary>
public sealed record NotebookEntry
{
    /// <summary>What it is, in two or three words: « Brouillon », « Réponse envoyée ».</summary>
    public required string Kind { get; init; }

    public required string Title { get; init; }

    /// <summary>Where it stands, in one sentence.</summary>
    public required string Text { get; init; }

    /// <summary>The one act: « Reprendre la consultation ».</summary>
    public required string Act { get; init; }

    public required PageLink Link { get; init; }

    /// <summary>Something waits for the person: it comes first, and home opens on it.</summary>
    public bool IsUnfinished { get; init; }

    /// <summary>What stood here exists no more: the entry only says so, and no code opens it.</summary>
    public bool IsGone { get; init; }

    /// <summary>
    /// The code that opens or proves it on another device, with its word (<see cref="Security.SecretCodes.Write"/>); never written on a page where
    /// somebody is signed in.
    /// </summary>
    public string? Code { get; init; }

    /// <summary>A second code that opens nothing and only proves that the thing counts, with its word; written where <see cref="Code"/> is.</summary>
    public string? Proof { get; init; }
}
