using Diapason.Platform.Outcomes;

namespace Diapason.Consultations.Campaigns;

/// <summary>What keeps several acts on a campaign from being done.</summary>
internal static class CampaignProblems
{
    private const string LastDay = "LastDay";

    /// <summary>It is already in that state: someone else acted, or the form was sent twice.</summary>
    public static readonly Problem AlreadySo = Problem.Lost("change.already");

    /// <summary>It is not open: open it first.</summary>
    public static readonly Problem NotOpen = Problem.Lost("change.not_open");

    /// <summary>Its answers are destroyed, and its portrait is final.</summary>
    public static readonly Problem Destroyed = Problem.Lost("change.destroyed");

    /// <summary>It holds a survey that was collected elsewhere: nobody was asked anything here.</summary>
    public static readonly Problem Held = Problem.Lost("change.held");

    /// <summary>Its last figures are published and the secret that protects them is gone: whoever answered now would be in none.</summary>
    public static readonly Problem Final = Problem.Lost("change.final");

    /// <summary>What is published of it is not kept yet: its answers wait.</summary>
    public static readonly Problem FiguresNotKept = Problem.Lost("change.figures_not_kept");

    /// <summary>The closing day is years away: surely a slip, which could not be taken back.</summary>
    public static readonly Problem DayTooFar = Problem.Invalid("change.day_too_far", LastDay);

    public static readonly Problem DayPast = Problem.Invalid("change.day_past", LastDay);

    public static readonly Problem DayNotLater = Problem.Invalid("change.day_not_later", LastDay);
}
