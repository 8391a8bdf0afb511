namespace Diapason.Consultations.Campaigns;

/// <summary>What came of an administrator's act on a campaign.</summary>
internal enum ChangeOutcome
{
    Done,

    /// <summary>The council has no such campaign.</summary>
    Absent,

    /// <summary>It is already in that state: someone else acted, or the form was sent twice.</summary>
    AlreadySo,

    /// <summary>The closing day is not in the future, or not later than the one it replaces.</summary>
    DayTooEarly,

    /// <summary>The closing day is years away: surely a slip, which could not be taken back.</summary>
    DayTooFar,

    /// <summary>The council has not said whom to write to, or how long it keeps answers.</summary>
    SettingsLacking,

    /// <summary>It is not open: open it rather than extend it.</summary>
    NotOpen,
}
