namespace Diapason.Platform.Startup;

/// <summary>What a module adds to a demonstration installation once its kit is loaded. Repeatable.</summary>
public interface IDemonstration
{
    /// <summary>Why this database is no place for a demonstration; null when it is one.</summary>
    Task<string?> RefusalAsync(CancellationToken cancel);

    /// <summary>Lines printed under the address: demonstration accounts and the like.</summary>
    Task<IReadOnlyList<string>> PrepareAsync(CancellationToken cancel);
}

/// <summary>A reason not to start, such as demonstration accounts outside Development.</summary>
public interface IStartupCheck
{
    /// <summary>Null when all is well; otherwise one sentence for the operator.</summary>
    Task<string?> RefusalAsync(CancellationToken cancel);
}
