using Diapason.Platform.Web;

namespace Diapason.Learning.Contracts;

/// <summary>Pages of this module, for itself and for those that build on it.</summary>
public static class LearningLinks
{
    /// <summary>The sessions to come, to be searched.</summary>
    public static readonly PageLink Start = new("/Learning/Index");

    /// <summary>Where the code of a place is typed.</summary>
    public static readonly PageLink Code = new("/Learning/Code");

    /// <summary>Saying what one waits for: an entry with <c>entry</c>, a competency with <c>competency</c>, or neither.</summary>
    public static readonly PageLink Interest = new("/Learning/Interest");

    /// <summary>What people wait for, for those who keep sessions.</summary>
    public static readonly PageLink Lists = new("/Manage/Sessions/Lists");

    /// <summary>What the council settles for its sessions.</summary>
    public static readonly PageLink Rules = new("/Manage/Sessions/Rules");

    /// <summary>A certificate of attendance, by its code; without one, where it is typed.</summary>
    public static readonly PageLink Certificate = new("/Learning/Certificate");

    /// <summary>What people ask for that nobody offers yet.</summary>
    public static readonly PageLink Board = new("/Manage/Board/Needs");

    /// <summary>What was given, for those who pay for it.</summary>
    public static readonly PageLink Report = new("/Manage/Board/Report");

    /// <summary>Every session of the council, for those who keep them.</summary>
    public static readonly PageLink Sessions = new("/Manage/Sessions/Index");

    /// <summary>Adding a session.</summary>
    public static readonly PageLink NewSession = new("/Manage/Sessions/Edit");

    /// <summary>One session, by its name in addresses.</summary>
    public static PageLink Session(string code) => new("/Learning/Session", ("code", code));

    /// <summary>One session, for those who keep it.</summary>
    public static PageLink Manage(Guid id) => new("/Manage/Sessions/Session", ("id", id));

    /// <summary>Who comes to it and who waits, for those who keep it.</summary>
    public static PageLink People(Guid id) => new("/Manage/Sessions/People", ("id", id));

    /// <summary>A place in a session, without an account.</summary>
    public static PageLink SignUp(string code) => new("/Learning/SignUp", ("code", code));

    /// <summary>Somebody’s place, by its seal.</summary>
    public static PageLink Place(string seal) => new("/Learning/Place", ("seal", seal));

    /// <summary>Asks before somebody’s place is given up.</summary>
    public static PageLink Leave(string seal) => new("/Learning/Leave", ("seal", seal), ("act", "leave"));

    /// <summary>Asks before their registration is erased.</summary>
    public static PageLink Erase(string seal) => new("/Learning/Leave", ("seal", seal), ("act", "erase"));

    /// <summary>Asks before the code of a place is replaced.</summary>
    public static PageLink NewCode(string seal) => new("/Learning/NewCode", ("seal", seal));

    /// <summary>Asks before a request is erased.</summary>
    public static PageLink Withdraw(string seal) => new("/Learning/Withdraw", ("seal", seal));

    /// <summary>Asks, of those who keep sessions, before a place is given up in somebody’s name.</summary>
    public static PageLink GiveUp(Guid id, Guid place) => new("/Manage/Sessions/GiveUp", ("id", id), ("place", place));

    /// <summary>What somebody waits for, by its seal.</summary>
    public static PageLink Waiting(string seal) => new("/Learning/Waiting", ("seal", seal));

    /// <summary>Who was at one meeting of a session, for those who keep it.</summary>
    public static PageLink Attendance(Guid id, int meeting) => new("/Manage/Sessions/Attendance", ("id", id), ("meeting", meeting));

    /// <summary>Three questions to somebody who was there, by the seal of their place.</summary>
    public static PageLink Feedback(string seal) => new("/Learning/Feedback", ("seal", seal));

    /// <summary>The same, to be changed.</summary>
    public static PageLink Edit(Guid id) => NewSession.With("id", id);
}
