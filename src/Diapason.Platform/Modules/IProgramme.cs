using Diapason.Platform.Web;

namespace Diapason.Platform.Modules;

/// <summary>The doors by which the public enters, in their order. One behind which nothing is on is not shown.</summary>
public enum PublicDoor
{
    /// <summary>Participer: consultations, workshops.</summary>
    Participate,

    /// <summary>Comprendre: portraits, editions, trades.</summary>
    Understand,

    /// <summary>Avancer: needs, offer, sessions, coaching, badges.</summary>
    Advance,

    /// <summary>S’outiller: tools, policies, resources.</summary>
    Equip,

    /// <summary>Agir: plan, positions, impact.</summary>
    Act,
}

/// <summary>What a module puts on the public programme. Asked at nearly every page: it answers from memory.</summary>
public interface IProgramme
{
    /// <summary>What is on now in the council of the request, in its language; what is over is left out.</summary>
    ValueTask<IReadOnlyList<ProgrammeLine>> NowAsync(CancellationToken cancel);
}

/// <summary>One line of the programme.</summary>
public sealed record ProgrammeLine
{
    public required PublicDoor Door { get; init; }

    /// <summary>A verb first: « Lire le portrait ».</summary>
    public required string Title { get; init; }

    /// <summary>One sentence.</summary>
    public required string Text { get; init; }

    public required PageLink Link { get; init; }

    /// <summary>Its date in words, or how long it takes: « Jusqu’au 12 décembre », « 5 minutes ».</summary>
    public required string When { get; init; }

    /// <summary>The moment it ends; null for what lasts the season. What ends first comes first.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Its place behind its door where the council chose one: the smallest first.</summary>
    public int Place { get; init; }

    /// <summary>Worth a poster on the home page; three at most are shown.</summary>
    public ProgrammePoster? Poster { get; init; }
}

/// <summary>A poster: few words, and always a date.</summary>
/// <param name="When">« Jusqu’au 12 décembre », « Mis à jour chaque semaine ».</param>
public sealed record ProgrammePoster(PosterTone Tone, string Title, string Text, string When);

/// <summary>What a poster tells of: a consultation, an encounter or finding, a training.</summary>
public enum PosterTone
{
    Consultation,
    Encounter,
    Training,
}
