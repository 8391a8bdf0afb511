using System.Text.Json;
using System.Text.Json.Serialization;
using Diapason.Text;

namespace Diapason.Learning.Sessions;

/// <summary>What is written of a session: kept as one document, replaced as a whole.</summary>
internal sealed record SessionContent
{
    public const int LongestTitle = 120;
    public const int LongestText = 4000;
    public const int LongestAccess = 1000;
    public const int LongestLine = 200;
    public const int MostSeats = 2000;
    public const int MostMeetings = 20;
    public const decimal MostDollars = 20_000;

    public required LocalizedText Title { get; init; }
    public required LocalizedText Text { get; init; }

    /// <summary>What is done so that everyone can follow.</summary>
    public LocalizedText Accessibility { get; init; } = LocalizedText.Empty;

    /// <summary>The entry of the offer it answers, if any.</summary>
    public string? Entry { get; init; }

    /// <summary>What is learnt: a code of the framework.</summary>
    public required string Competency { get; init; }

    public required string Provider { get; init; }

    /// <summary>An address or a number, for those who keep the session: never shown to the public.</summary>
    public string Contact { get; init; } = "";

    public required IReadOnlyList<Meeting> Meetings { get; init; }
    public required SessionFormat Format { get; init; }
    public string Place { get; init; } = "";

    /// <summary>By which people join from elsewhere: shown to those whose place is confirmed, and to nobody else. Empty when it is not known yet.</summary>
    public string Join { get; init; } = "";

    /// <summary>A code of the council’s regions; null when it is for all.</summary>
    public string? Region { get; init; }

    /// <summary>The language in which it is given.</summary>
    public required string Language { get; init; }

    public required int Seats { get; init; }
    public int Cents { get; init; }

    /// <summary>What is left to pay once the aid is taken off; null without an aid.</summary>
    public int? AidedCents { get; init; }

    /// <summary>The last day to sign up; the day of the first meeting when null.</summary>
    public DateOnly? Until { get; init; }

    [JsonIgnore]
    public int Minutes => Meetings.Sum(m => m.Minutes);

    /// <summary>What whoever was to come must know: another day, another hour, another place, another way of being there.</summary>
    public SessionChanges ChangesTo(SessionContent next) =>
        When(!Meetings.SequenceEqual(next.Meetings), SessionChanges.Days) | When(Place != next.Place, SessionChanges.Place) | When(Format != next.Format, SessionChanges.Format) | When(Join != next.Join, SessionChanges.Join);

    private static SessionChanges When(bool differs, SessionChanges change) => differs ? change : SessionChanges.None;

    public SessionContent Typeset() => this with { Title = Title.Typeset(), Text = Text.Typeset(), Accessibility = Accessibility.Typeset() };

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static SessionContent FromJson(string json) => JsonSerializer.Deserialize<SessionContent>(json, JsonSerializerOptions.Web)!;
}

/// <summary>What of a session is not as people were told.</summary>
[Flags]
internal enum SessionChanges
{
    None = 0,
    Days = 1,
    Place = 2,
    Format = 4,
    Join = 8,
}

/// <summary>Where people are.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SessionFormat>))]
internal enum SessionFormat
{
    InPerson,
    Online,

    /// <summary>Some in the room, some elsewhere.</summary>
    Both,
}
