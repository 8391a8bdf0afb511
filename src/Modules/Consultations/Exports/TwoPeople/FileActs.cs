using Diapason.Platform.Audit;

namespace Diapason.Consultations.Exports.TwoPeople;

/// <summary>What two people do to let a file of words go, as the trail keeps it; that it was taken is <c>campaign.answers_taken</c>.</summary>
internal static class FileActs
{
    /// <summary>Null for a file that speaks codes.</summary>
    public static string? Spoken(string language) => language.Length == 0 ? null : language;

    [Recorded("campaign.file_asked", "campaign")]
    internal sealed record Asked(Guid Subject, string File, string? Language) : Act(Subject);

    /// <param name="Account">Who asked.</param>
    [Recorded("campaign.file_allowed", "campaign")]
    internal sealed record Allowed(Guid Subject, string File, string? Language, Guid Account) : Act(Subject);

    /// <param name="Account">Who asked.</param>
    [Recorded("campaign.file_declined", "campaign")]
    internal sealed record Declined(Guid Subject, string File, string? Language, Guid Account) : Act(Subject);
}
