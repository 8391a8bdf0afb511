namespace Diapason.Learning.Days;

/// <summary>The boxes of a list as it is sent, and as it was shown: only what was changed in between is written, so that two phones undo nothing of each other.</summary>
internal sealed record Ticks(IReadOnlySet<Guid> Here, IReadOnlySet<Guid> Before)
{
    public static readonly Ticks None = new(new HashSet<Guid>(), new HashSet<Guid>());

    public Ticks With(Guid person) => this with { Here = Here.Append(person).ToHashSet() };

    public bool Adds(Guid person) => Here.Contains(person) && !Before.Contains(person);

    /// <summary>Whether somebody is there, who was or was not written so.</summary>
    public bool Of(Guid person, bool isWritten) => Here.Contains(person) == Before.Contains(person) ? isWritten : Here.Contains(person);
}
