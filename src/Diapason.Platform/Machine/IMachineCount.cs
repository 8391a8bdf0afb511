namespace Diapason.Platform.Machine;

/// <summary>A number that a module tells the operator: what waits in all councils together. Nothing of anyone.</summary>
public interface IMachineCount
{
    /// <summary>The key of its words on the operator's page; null for what is only measured.</summary>
    string? TextKey { get; }

    /// <summary>Its name among what is measured, where it is rounded down to tens.</summary>
    string Measure { get; }

    ValueTask<int> CountAsync(CancellationToken cancel);
}
