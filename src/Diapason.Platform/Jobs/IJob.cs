namespace Diapason.Platform.Jobs;

/// <summary>An act on a set, run again and again: closing due campaigns, erasing expired drafts. Must be idempotent: it may be cut short and run twice.</summary>
public interface IJob
{
    /// <summary>Stable name, the key of its row: <c>consultations.close-due-campaigns</c>.</summary>
    string Name { get; }

    TimeSpan Every { get; }

    Task RunAsync(CancellationToken cancel);
}
