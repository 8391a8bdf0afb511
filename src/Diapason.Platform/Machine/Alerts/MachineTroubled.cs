using Diapason.Platform.Outbox;

namespace Diapason.Platform.Machine.Alerts;

/// <summary>What administrators are told by mail, besides the clock (<see cref="Jobs.ClockJumped"/>).</summary>
public static class TroubleKind
{
    /// <summary>A job has failed for a day.</summary>
    public const string Job = "job";

    /// <summary>No backup was made for days.</summary>
    public const string Backup = "backup";

    /// <summary>The disk of the database is nearly full.</summary>
    public const string Disk = "disk";

    /// <summary>The certificate of the public address is near its end.</summary>
    public const string Certificate = "certificate";

    /// <summary>Outside Development, no folder of backups is set: nobody would see that none is made.</summary>
    public const string NoFolder = "no_folder";

    /// <summary>Answers set apart have waited for days for somebody's judgement.</summary>
    public const string Apart = "apart";

    /// <summary>One kind of error, many times in a day.</summary>
    public const string Errors = "errors";
}

/// <summary>Something of the machine has gone wrong, or still does: once a day at most for each kind.</summary>
/// <param name="Kind">One of <see cref="TroubleKind"/>.</param>
/// <param name="Moment">The last backup, or the end of the certificate; null when there is none.</param>
/// <param name="FreeBytes">What is left on the disk.</param>
/// <param name="Jobs">The keys of the words of the jobs that fail; of errors, who logged them and their kind.</param>
/// <param name="Count">How many answers wait.</param>
public sealed record MachineTroubled(string Kind, DateTime? Moment = null, long? FreeBytes = null, IReadOnlyList<string>? Jobs = null, int Count = 0) : IEvent;
