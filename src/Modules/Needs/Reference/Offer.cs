using Diapason.Platform.Expiry;
using Diapason.Text;

namespace Diapason.Needs.Reference;

/// <summary>Everything a person may be led to, the choice of doing without AI included.</summary>
internal sealed record Offer
{
    public static readonly Offer None = new() { Version = "", IsSynthetic = false, Prices = [], Entries = [] };

    public required string Version { get; init; }

    /// <summary>Invented for a demonstration: every page that shows it says so.</summary>
    public required bool IsSynthetic { get; init; }

    public required IReadOnlyList<PriceNote> Prices { get; init; }
    public required IReadOnlyList<OfferEntry> Entries { get; init; }

    public OfferEntry? Entry(string? code) => Entries.FirstOrDefault(e => e.Code == code);

    /// <summary>Every file it hands out, those of withdrawn entries included: an entry may come back.</summary>
    public IEnumerable<StoredFile> Files => Entries.SelectMany(e => e.Acts.Documents).SelectMany(d => d.Files.Values);

    public PriceNote? Price(OfferEntry entry) => Prices.FirstOrDefault(p => p.Code == entry.Price);

    public bool IsFree(OfferEntry entry) => Price(entry)?.Costs == Cost.Nothing;

    public bool IsAtFullPrice(OfferEntry entry) => Price(entry)?.Costs == Cost.Full;
}

/// <summary>What it costs, in words.</summary>
internal sealed record PriceNote(string Code, LocalizedText Name, Cost Costs = Cost.Partial);

/// <summary>What a price means to whoever lacks money.</summary>
internal enum Cost
{
    /// <summary>Reduced, shared, helped.</summary>
    Partial,
    Nothing,
    Full,
}

/// <summary>What an entry is.</summary>
internal enum OfferKind
{
    Guide,
    Course,
    Tool,
    Policy,
    Coach,
    Credential,
    NoAi,
}

/// <summary>How it is followed.</summary>
internal enum OfferFormat
{
    SelfPaced,
    Online,
    InPerson,
    OneToOne,
}

/// <summary>What some people need in order to follow anything at all.</summary>
internal enum Access
{
    Captions,
    SignLanguage,
    ScreenReader,
    StepFree,
}

/// <summary>One possible step.</summary>
internal sealed record OfferEntry
{
    public required string Code { get; init; }
    public required OfferKind Kind { get; init; }

    /// <summary>1 awareness and diagnosis, 2 experiment and develop, 3 consolidate and radiate.</summary>
    public required int Phase { get; init; }

    public required int Minutes { get; init; }
    public required OfferFormat Format { get; init; }
    public required string Price { get; init; }

    /// <summary>What it costs to the cent, when there is one price.</summary>
    public int? Cents { get; init; }

    /// <summary>The day it must be looked at again; past it, it ranks after every entry still valid.</summary>
    public required DateOnly Review { get; init; }

    public required IReadOnlyList<Development> Develops { get; init; }
    public required Audience Suits { get; init; }

    /// <summary>Obstacles it eases.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    public required LocalizedText Title { get; init; }
    public required LocalizedText Text { get; init; }

    /// <summary>Tasks it is of use for, without being for them alone.</summary>
    public IReadOnlyList<string> Helps { get; init; } = [];

    /// <summary>It takes several people: it is not for somebody who works alone.</summary>
    public bool IsForTeam { get; init; }

    /// <summary>It gathers people somewhere, and may be followed from afar too.</summary>
    public bool IsOnlineToo { get; init; }

    /// <summary>Languages in which it is given; empty when that is not said.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>What it does for whoever could not follow it otherwise.</summary>
    public IReadOnlyList<Access> Access { get; init; } = [];

    /// <summary>Of use only to those who use what the council asks about: never proposed to somebody who said they never do.</summary>
    public bool IsForUsers { get; init; }

    /// <summary>Words by which people look for it and which it does not say itself.</summary>
    public LocalizedText? Words { get; init; }

    public OfferActs Acts { get; init; } = new();

    /// <summary>Taken out of the offer: never proposed any more, and kept so that whoever comes back to it is told.</summary>
    public bool IsWithdrawn { get; init; }

    /// <summary>The council wrote it, or changed what a kit had written: a kit loaded again leaves it alone.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Every task it is made for.</summary>
    public IEnumerable<string> Tasks => Suits.Tasks.Concat(Helps);

    /// <summary>Languages in which it is given, or in which its documents are; empty when neither says.</summary>
    public IReadOnlyList<string> GivenIn() => Languages.Count > 0 ? Languages : [.. Acts.Documents.SelectMany(d => d.Files.Keys).Distinct()];

    /// <summary>Somebody speaks: a session, a meeting, or a page that may hold a film. What is only documents gathers whom one wants.</summary>
    public bool IsSpoken => (Format != OfferFormat.SelfPaced && (Acts.Place is not null || Acts.Dates.Count > 0 || Acts.Contact is not null || Acts.Link is not null)) || (Acts.Link is not null && Acts.Documents.Count == 0);

    /// <summary>There is something to do now: open, write, call, take, or be there on a day to come.</summary>
    public bool CanBeDone(DateOnly today) => !IsWithdrawn && Acts.CanBeDone(today);

    /// <summary>To be looked at again, or all its dates are over: it comes after whatever is still valid.</summary>
    public bool IsExpired(DateOnly today) => Review.IsOver(today) || Acts.AreDatesOver(today);
}

/// <summary>A competency taken from one level to another: it suits whoever stands at <c>From ≤ level &lt; To</c>.</summary>
internal sealed record Development(string Competency, int From, int To)
{
    public bool Serves(string competency, int level) => Competency == competency && From <= level && level < To;
}

/// <summary>Whom an entry is made for; an empty list says nothing.</summary>
internal sealed record Audience
{
    public IReadOnlyList<string> Statuses { get; init; } = [];
    public IReadOnlyList<string> Links { get; init; } = [];
    public IReadOnlyList<string> Roles { get; init; } = [];
    public IReadOnlyList<string> Tasks { get; init; } = [];
    public IReadOnlyList<string> Goals { get; init; } = [];
    public IReadOnlyList<string> Regions { get; init; } = [];
    public IReadOnlyList<string> Disciplines { get; init; } = [];

    /// <summary>Neither link, role, task nor goal is asked for.</summary>
    public bool IsForEveryone => Links.Count + Roles.Count + Tasks.Count + Goals.Count == 0;
}
