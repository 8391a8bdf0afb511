namespace Diapason.Platform.Mail;

/// <summary>A mail to one of many.</summary>
public sealed record Letter(string To, string Subject, string Text)
{
    /// <summary>Where its reader, or their mail program with one press (RFC 8058), says that they want no more.</summary>
    public string? Unsubscribe { get; init; }
}

/// <summary>What the server said of a mail.</summary>
public enum MailFate
{
    Sent,

    /// <summary>No mail reaches this address, now or later (5xx).</summary>
    Refused,

    /// <summary>Not now (4xx).</summary>
    Later,

    /// <summary>Taken or not, nobody can say: the server did not end its answer.</summary>
    Unknown,

    /// <summary>There was no server to take it.</summary>
    Away,
}
