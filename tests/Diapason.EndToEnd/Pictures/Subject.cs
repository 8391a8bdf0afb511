using Microsoft.Playwright;

namespace Diapason.EndToEnd.Pictures;

/// <summary>One thing that is pictured, at every width, light and dark.</summary>
/// <param name="Name">Of its folder of stored pictures, and of its line in <c>docs/pictures.md</c>.</param>
/// <param name="Area">The elements that its pictures hold together, as a selector.</param>
internal sealed record Subject(string Name, string Area)
{
    /// <summary>The kind of question it shows, as a questionnaire's file names it.</summary>
    public string? Kind { get; init; }

    /// <summary>What it shows is refused.</summary>
    public bool IsError { get; init; }

    public override string ToString() => Name;
}

/// <summary>Whose browser a page is opened in.</summary>
internal enum Eyes
{
    /// <summary>Somebody who holds nothing.</summary>
    Visitor,

    /// <summary>Somebody who answers the council that asks one question of every kind.</summary>
    Respondent,

    /// <summary>Who administers the demonstration council.</summary>
    Administrator,
}

/// <summary>A page in a state, and what is pictured of it.</summary>
internal sealed record Sheet(Eyes Eyes, Func<IPage, Task> Bring, params IReadOnlyList<Subject> Subjects);
