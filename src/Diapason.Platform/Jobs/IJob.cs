namespace Diapason.Platform.Jobs;

/// <summary>An act on a set, run again and again: closing due campaigns, erasing expired drafts. Must be idempotent: it may be cut short and run twice.</summary>
public interface IJob
{
    /// <summary>Stable name, the key of its row: <c>consultations.close-due-campaigns</c>.</summary>
    string Name { get; }

    /// <summary>The key of its words in its module's texts, for whoever runs the server: <c>job.close_due_campaigns</c>.</summary>
    string TextKey { get; }

    TimeSpan Every { get; }

    /// <summary>Whether what it does by dates cannot be undone (closes, publishes, erases): it then waits until the clock has gone on for a day without a jump.</summary>
    bool IsIrreversible => false;

    Task RunAsync(CancellationToken cancel);
}
