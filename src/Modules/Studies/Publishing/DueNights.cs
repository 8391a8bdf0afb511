using Diapason.Consultations.Contracts;
using Diapason.Platform.Language;
using Diapason.Studies.Data;

namespace Diapason.Studies.Publishing;

/// <summary>Which nights a call decides: tonight; or those gone by, the first time a campaign is met.</summary>
internal static class DueNights
{
    /// <summary>Days between the two nights that must find a row.</summary>
    private const int Week = 7;

    /// <summary>More days at once are a clock that moved, or a server that was off: they count as this many.</summary>
    private const int MostPassed = 2;

    public static IEnumerable<NightToDecide> Of(CampaignFacts campaign, StoredPublication publication, AnsweredPeople people, NightCall call)
    {
        var (today, isOver) = (call.Today, IsOver(campaign, call.Today.AddDays(1)));
        if (people.PlaysAgain) return Played(campaign, people.FirstDay ?? today, today);
        if (publication.LastNight is not { } last) return Met(today, isOver);
        var passed = call.Call is PublicationCall.Night or PublicationCall.Loaded ? Math.Clamp(today.DayNumber - last.DayNumber, call.Call == PublicationCall.Night ? 1 : 0, MostPassed) : 0;
        return [new NightToDecide(today, null, passed, isOver)];
    }

    /// <summary>Every night since the first answer, each with the answers of the days before.</summary>
    private static IEnumerable<NightToDecide> Played(CampaignFacts campaign, DateOnly first, DateOnly today)
    {
        for (var day = first < today ? first.AddDays(1) : today; day <= today; day = day.AddDays(1)) yield return new NightToDecide(day, day, 1, IsOver(campaign, day));
    }

    /// <summary>
    /// A campaign under way when this rule came: who answered a week ago is known by the day, so that what was public does not disappear for a week. That night itself
    /// publishes nothing.
    /// </summary>
    private static NightToDecide[] Met(DateOnly today, bool isOver) =>
        [new(today.AddDays(-Week), today.AddDays(-Week), 1, false), new(today, null, Week, isOver)];

    private static bool IsOver(CampaignFacts campaign, DateOnly before) =>
        campaign.StateAt(TimeZoneInfo.ConvertTimeToUtc(before.ToDateTime(TimeOnly.MinValue), LocalDates.Zone).AddTicks(-1)) == CampaignState.Closed;
}
