namespace Diapason.Platform.Machine;

/// <summary>A number that a module tells the operator: what waits for a person in all councils together. Nothing of anyone.</summary>
public interface IMachineCount
{
    /// <summary>The key of its words.</summary>
    string TextKey { get; }

    ValueTask<int> CountAsync(CancellationToken cancel);
}
