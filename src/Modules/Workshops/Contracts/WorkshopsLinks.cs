using Diapason.Platform.Web;

namespace Diapason.Workshops.Contracts;

/// <summary>Pages of this module, for itself and for those that build on it.</summary>
public static class WorkshopsLinks
{
    /// <summary>Where the number of a room is typed; what was said on former days.</summary>
    public static readonly PageLink Start = new("/Workshops/Index");

    /// <summary>Where somebody types the code of their card.</summary>
    public static readonly PageLink Code = new("/Workshops/Code");

    /// <summary>Every workshop of the council, for those who lead them.</summary>
    public static readonly PageLink All = new("/Manage/Workshops/Index");

    /// <summary>A workshop to be prepared.</summary>
    public static readonly PageLink New = new("/Manage/Workshops/Edit");

    /// <summary>A workshop that comes as a file.</summary>
    public static readonly PageLink File = new("/Manage/Workshops/File");

    /// <summary>The workshops that have sheets of paper to be typed.</summary>
    public static readonly PageLink Papers = new("/Manage/Papers/Index");

    /// <summary>The door of a room, by its six digits.</summary>
    public static PageLink Join(string room) => new("/Workshops/Join", ("room", room));

    /// <summary>What somebody does in a room, by their seal.</summary>
    public static PageLink Room(string seal) => new("/Workshops/Room", ("seal", seal));

    /// <summary>What somebody said and what becomes of it, by their seal.</summary>
    public static PageLink Card(string seal) => new("/Workshops/Card", ("seal", seal));

    /// <summary>The wall of a room.</summary>
    public static PageLink Screen(string code) => new("/Workshops/Screen", ("code", code));

    /// <summary>Every idea of a workshop, with its words and its destination.</summary>
    public static PageLink Ideas(string code) => new("/Workshops/Ideas", ("code", code));

    /// <summary>Leading one: what is open, what the room sees.</summary>
    public static PageLink Lead(Guid id) => new("/Manage/Workshops/Lead", ("id", id));

    /// <summary>Its title, its day, its place, to be changed.</summary>
    public static PageLink Edit(Guid id) => New.With("id", id);

    /// <summary>One of its activities; a new one without a code.</summary>
    public static PageLink Activity(Guid id, string? activity = null) => new("/Manage/Workshops/Activity", ("id", id), ("activity", activity));

    /// <summary>Words nobody has read yet.</summary>
    public static PageLink Words(Guid id) => new("/Manage/Workshops/Words", ("id", id));

    /// <summary>Sheets of paper, to be printed.</summary>
    public static PageLink Sheets(Guid id) => new("/Manage/Workshops/Sheets", ("id", id));

    /// <summary>Sheets of paper, to be typed.</summary>
    public static PageLink Typing(Guid id) => new("/Manage/Papers/Typing", ("id", id));

    /// <summary>Words grouped into ideas, and where each idea goes.</summary>
    public static PageLink Synthesis(Guid id) => new("/Manage/Workshops/Synthesis", ("id", id));

    /// <summary>One idea and its words.</summary>
    public static PageLink Idea(Guid id, int number) => new("/Manage/Workshops/Idea", ("id", id), ("number", number));
}
