namespace Diapason.Platform.Privacy;

/// <summary>What a module holds about an account: exported and erased with it, in one transaction.</summary>
public interface IPersonalData
{
    /// <summary>Key of the section in the export, <c>accounts</c>.</summary>
    string Section { get; }

    /// <summary>Everything held about the person, ready to be written as JSON; null when nothing is.</summary>
    Task<object?> ExportAsync(Guid userId, CancellationToken cancel);

    /// <summary>Erases or detaches it. Called inside the transaction that removes the account.</summary>
    Task EraseAsync(Guid userId, CancellationToken cancel);
}
