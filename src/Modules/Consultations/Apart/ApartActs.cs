using Diapason.Platform.Audit;
using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Apart;

/// <summary>What is judged of answers set apart, as the trail keeps it: groups, numbers and the reason given, never an answer.</summary>
internal static class ApartActs
{
    [Recorded("answers.accepted", "campaign")]
    internal sealed record Accepted(Guid Subject, string SetApartFor, DateOnly? Day, int Judged, string Why) : Act(Subject);

    [Recorded("answers.set_aside", "campaign")]
    internal sealed record SetAside(Guid Subject, string SetApartFor, DateOnly? Day, int Judged, string Why) : Act(Subject);
}

/// <summary>What keeps a group from being judged.</summary>
internal static class ApartProblems
{
    /// <summary>Somebody judged it, or everyone took their answers back.</summary>
    public static readonly Problem AlreadyJudged = Problem.Lost("apart.already");

    /// <summary>Under five: it would be somebody.</summary>
    public static readonly Problem TooFew = Problem.Lost("apart.too_few");
}
