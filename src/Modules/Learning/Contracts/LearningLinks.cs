using Diapason.Platform.Web;

namespace Diapason.Learning.Contracts;

/// <summary>Pages of this module, for itself and for those that build on it.</summary>
public static class LearningLinks
{
    /// <summary>The sessions to come, to be searched.</summary>
    public static readonly PageLink Start = new("/Learning/Index");

    /// <summary>Every session of the council, for those who keep them.</summary>
    public static readonly PageLink Sessions = new("/Manage/Sessions/Index");

    /// <summary>Adding a session.</summary>
    public static readonly PageLink NewSession = new("/Manage/Sessions/Edit");

    /// <summary>One session, by its name in addresses.</summary>
    public static PageLink Session(string code) => new("/Learning/Session", ("code", code));

    /// <summary>One session, for those who keep it.</summary>
    public static PageLink Manage(Guid id) => new("/Manage/Sessions/Session", ("id", id));

    /// <summary>The same, to be changed.</summary>
    public static PageLink Edit(Guid id) => NewSession.With("id", id);
}
