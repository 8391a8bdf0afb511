using System.Text.Json.Serialization;
using Diapason.Text;

namespace Diapason.Platform.Councils;

/// <summary>What a council settles for itself, besides its name: edited on its page or loaded by a kit, always through <see cref="ChangeCouncil"/>.</summary>
public sealed record CouncilSettings
{
    /// <summary>No council may publish a row of fewer people, whatever it asks: the rule of publication (ADR 34).</summary>
    public const int LowestRowThreshold = 30;

    public const int DefaultRowThreshold = LowestRowThreshold;

    public const int HighestRowThreshold = 1000;

    /// <summary>Ten years: longer than any survey of skills stays of use.</summary>
    public const int LongestRetentionMonths = 120;

    /// <summary>A council that has settled nothing: a first kit may settle it, and no campaign can open yet.</summary>
    public static CouncilSettings None { get; } = new();

    /// <summary>How many people a row needs before it is published, as it is settled; under thirty for a council that settled it before thirty was the rule.</summary>
    public int RowThreshold { get; init; } = DefaultRowThreshold;

    /// <summary>The same as it is kept, shown and promised: never under thirty.</summary>
    [JsonIgnore]
    public int FewestInRow => Math.Max(RowThreshold, LowestRowThreshold);

    /// <summary>Rows of fewer than a hundred people appear in the closing edition only: prudent where anybody may answer (ADR 34). Not written while it is off, so that settings of before keep their stamp.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool SmallRowsAtTheClose { get; init; }

    /// <summary>Files that hold what people typed leave by two people: one asks, another allows (ADR 70). Not written while it is off.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FourEyes { get; init; }

    public CouncilContact Contact { get; init; } = new();

    /// <summary>How long answers are kept after their campaign; null until it is settled.</summary>
    public int? RetentionMonths { get; init; }

    /// <summary>The languages it speaks to its people, by code, the one it falls back to first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [LocalizedText.FrenchCode, LocalizedText.EnglishCode];

    public CouncilWords Words { get; init; } = new();

    public CouncilLook Look { get; init; } = new();

    /// <summary>What an earlier study of the sector said; a home page without one is complete.</summary>
    public PublishedStudy? Study { get; init; }

    /// <summary>What must still be settled before a campaign opens, as stable codes.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LackingToOpen => [.. Lacking()];

    private IEnumerable<string> Lacking()
    {
        if (!Contact.CanBeReached) yield return "settings.contact_missing";
        if (Contact.Officer.IsEmpty) yield return "settings.officer_missing";
        if (RetentionMonths is null) yield return "settings.retention_missing";
    }
}

/// <summary>Whom a person may write to or call.</summary>
public sealed record CouncilContact
{
    /// <summary>A name, a role, or both.</summary>
    public LocalizedText Name { get; init; } = LocalizedText.Empty;

    public string Email { get; init; } = "";

    public string Phone { get; init; } = "";

    /// <summary>The person in charge of the protection of personal information, whose title the Loi 25 asks to publish.</summary>
    public LocalizedText Officer { get; init; } = LocalizedText.Empty;

    /// <summary>Empty when the officer is reached as the contact is.</summary>
    public string OfficerEmail { get; init; } = "";

    [JsonIgnore]
    public bool CanBeReached => !Name.IsEmpty && (Email.Length > 0 || Phone.Length > 0);
}

/// <summary>The council's own words. Each that is empty gives way to a sentence that suits any sector.</summary>
public sealed record CouncilWords
{
    /// <summary>The title of its home page.</summary>
    public LocalizedText Heading { get; init; } = LocalizedText.Empty;

    /// <summary>What is offered to people, under the title.</summary>
    public LocalizedText Promise { get; init; } = LocalizedText.Empty;

    /// <summary>For search engines: what the site is, in a sentence.</summary>
    public LocalizedText Description { get; init; } = LocalizedText.Empty;

    /// <summary>Who is invited to answer.</summary>
    public LocalizedText Invitation { get; init; } = LocalizedText.Empty;

    /// <summary>What is found among the next steps.</summary>
    public LocalizedText NextSteps { get; init; } = LocalizedText.Empty;

    /// <summary>Questions its people ask, added to the help page.</summary>
    public IReadOnlyList<HelpAnswer> Help { get; init; } = [];
}

/// <summary>A question of the help page and its answer.</summary>
public sealed record HelpAnswer(LocalizedText Question, LocalizedText Answer);

/// <summary>How a council is told from another at a glance.</summary>
public sealed record CouncilLook
{
    /// <summary>One to four letters drawn before its name.</summary>
    public string Mark { get; init; } = "";

    public CouncilAccent Accent { get; init; } = CouncilAccent.Fir;
}

/// <summary>The colours a mark may have: each is read on its ground, light and dark.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<CouncilAccent>))]
public enum CouncilAccent
{
    Fir,
    Slate,
    Madder,
    Brass,
}

/// <summary>A study that was published elsewhere, with real figures: never marked as invented.</summary>
public sealed record PublishedStudy
{
    /// <summary>What it says, in a sentence.</summary>
    public required LocalizedText Lead { get; init; }

    /// <summary>Its title, its author and what is known of its method.</summary>
    public required LocalizedText Source { get; init; }

    /// <summary>The day it was published.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Where it can be read; empty when it is not on the web.</summary>
    public string Link { get; init; } = "";

    public required IReadOnlyList<PublishedFigure> Figures { get; init; }
}

/// <summary>A share in points of a hundred, and the rest of the sentence: « 83 % », « s’attendent à ce que leur métier change ».</summary>
public sealed record PublishedFigure(double Percent, LocalizedText Says);
