using Diapason.Platform.Web;

namespace Diapason.Platform.Audit;

/// <summary>
/// Names what acts of one kind were done on, at the moment the trail is read: the trail itself keeps ids only, so that what is erased stays erased.
/// Registered by the module that owns the kind.
/// </summary>
public interface IAuditSubjects
{
    /// <summary>The beginning of <see cref="AuditEntry.Subject"/>, <c>campaign</c>.</summary>
    string Kind { get; }

    /// <summary>A name, in the current language, for each id; those that are not of the current council, or no more, are named without saying who or what they are.</summary>
    Task<IReadOnlyDictionary<Guid, AuditSubject>> NameAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancel);
}

/// <summary>A name to show, and its page when it has one.</summary>
public sealed record AuditSubject(string Name, PageLink? Link = null)
{
    /// <summary>Enough of an id to see that two lines speak of the same thing. The end of it: its beginning is a moment.</summary>
    public static string Mark(Guid id) => id.ToString("N")[^6..];
}
