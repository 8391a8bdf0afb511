namespace Diapason.Platform.Machine;

/// <summary>What the operator's page says: what the server does by itself, and what keeps it from doing so. Nothing of a person.</summary>
public sealed record MachineState
{
    public required ClockState Clock { get; init; }
    public required IReadOnlyList<JobState> Jobs { get; init; }

    /// <summary>Events committed and not handled yet, mails among them, by kind.</summary>
    public required IReadOnlyList<WaitingEvents> Waiting { get; init; }

    /// <summary>What waits for a person.</summary>
    public required IReadOnlyList<WaitingCount> Counts { get; init; }

    public required bool SendsMail { get; init; }
    public required DiskState Disk { get; init; }

    /// <summary>Null when no folder of copies is set.</summary>
    public required BackupState? Backup { get; init; }

    public required CertificateState Certificate { get; init; }

    /// <summary>When this process began to count.</summary>
    public required DateTime ErrorsSince { get; init; }

    public required IReadOnlyList<ErrorKind> Errors { get; init; }
}

/// <param name="Since">Since when it has gone on without a jump; null before the first look.</param>
/// <param name="JumpedFrom">What it said before the last jump.</param>
/// <param name="SteadyAt">When what cannot be undone is done again; null when nothing waits.</param>
public sealed record ClockState(DateTime? Since, DateTime? JumpedFrom, DateTime? SteadyAt);

/// <param name="Name">Its stable name.</param>
/// <param name="TextKey">The key of its words.</param>
/// <param name="LastDoneAt">When it last went well.</param>
/// <param name="Failures">In a row since then, of which <paramref name="LastFailure"/> is the kind of the last.</param>
/// <param name="IsWaiting">For the clock to be steady.</param>
public sealed record JobState(string Name, string TextKey, DateTime? LastDoneAt, DateTime? DueAt, int Failures, string? LastFailure, bool IsWaiting);

/// <param name="Of">What is counted.</param>
public sealed record WaitingCount(IMachineCount Of, int Count);

/// <param name="Kind">The event's own name.</param>
/// <param name="Failing">Those tried at least once.</param>
public sealed record WaitingEvents(string Kind, int Count, int Failing, DateTime Oldest);

/// <summary>The disk of the database, or of the program when the database is elsewhere; nothing when it cannot be asked.</summary>
public sealed record DiskState(long? FreeBytes, long? TotalBytes)
{
    private const long Giga = 1_000_000_000;

    /// <summary>Under one gigabyte, or under ten that are less than a twentieth of it.</summary>
    public bool IsNearlyFull => FreeBytes is { } free && (free < Giga || (free < 10 * Giga && TotalBytes is { } total && free < total / 20));
}

/// <summary>The certificate by which the public address is known, as it was last asked.</summary>
/// <param name="EndsAt">Its last moment; null when it was not asked yet, or could not be.</param>
/// <param name="AskedAt">When it was last asked; null before the first time.</param>
/// <param name="Trouble">Why it could not be asked, end of a text's key.</param>
public sealed record CertificateState(DateTime? EndsAt, DateTime? AskedAt, string? Trouble)
{
    /// <summary>Programs that renew certificates do it thirty days before: later, they have stopped.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromDays(15);

    public bool IsNearAt(DateTime now) => EndsAt - now < Near;
}

/// <param name="NewestAt">When the newest file of the folder was written; null when there is none.</param>
/// <param name="IsReadable">Whether the server may look into the folder.</param>
/// <param name="InClear">How many copies of the folder anybody who has the file can read.</param>
public sealed record BackupState(DateTime? NewestAt, bool IsReadable, int InClear = 0)
{
    /// <summary>One is made each night: after this, the last ones were not.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromDays(3);

    public bool IsLateAt(DateTime now) => !(NewestAt > now - Late);
}

/// <param name="Where">Who logged it.</param>
/// <param name="What">The kind of exception, or nothing.</param>
public sealed record ErrorKind(string Where, string What, int Count, DateTime LastAt)
{
    /// <summary>From how many in a day on administrators are told.</summary>
    public const int Many = 20;

    /// <summary>Of the day of the last one.</summary>
    public int OfDay { get; init; } = 1;

    public bool IsManyAt(DateTime now) => OfDay >= Many && LastAt.Date == now.Date;
}
