namespace Diapason.Needs.Contracts;

/// <summary>
/// The object every module produces or answers: who, in which context, needs which competency, from which level to which, held back by what,
/// heard where. Codes only; the framework of the council names them.
/// </summary>
/// <param name="FromLevel">0 (none of the anchored sentences) to 2.</param>
/// <param name="ToLevel">1 to 3, above <paramref name="FromLevel"/>.</param>
public sealed record Need(NeedHolder Who, NeedContext Context, string Competency, int FromLevel, int ToLevel, string? Obstacle, NeedOrigin Heard);

/// <summary>Whose need it is, without a name: codes of status and role when they are known.</summary>
public sealed record NeedHolder(NeedHolderKind Kind, string? Status = null, string? Role = null);

/// <summary>The task at hand and the link of the creation–production–dissemination–management chain.</summary>
public sealed record NeedContext(string? Task = null, string? Link = null);

/// <summary>One person, one organisation, or all those who share some traits.</summary>
public enum NeedHolderKind
{
    Person,
    Organisation,
    Segment,
}

/// <summary>Where a need was heard.</summary>
public enum NeedOrigin
{
    SurveyAnswer,
    QuickQuestions,
    WorkshopContribution,
    CoachNote,
    OwnWords,
}
