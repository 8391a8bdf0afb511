using Diapason.Platform.Language;

namespace Diapason.Web.Front;

/// <summary>How long something is kept, in words.</summary>
internal static class LifeWords
{
    /// <param name="life">Null until the browser is closed.</param>
    public static string Of(TimeSpan? life, Texts<Program> texts) => life switch
    {
        null => texts["privacy.life_browser"],
        { TotalDays: 365 } => texts["privacy.life_year"],
        { TotalDays: >= 1 } days => texts["privacy.life_days", (int)days.TotalDays],
        { } minutes => texts["privacy.life_minutes", (int)minutes.TotalMinutes],
    };
}
