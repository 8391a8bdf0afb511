using Diapason.Platform.Web;

namespace Diapason.Needs.Contracts;

/// <summary>Sessions that answer entries of the offer, kept by another module. It is asked what is open, never for whom: nothing joins a path and a place.</summary>
public interface IStepSessions
{
    /// <summary>Those of the council with a seat left, the nearest first, in the language of the request.</summary>
    Task<IReadOnlyList<StepSession>> WithSeatsAsync(CancellationToken cancel);
}

/// <summary>A session as a path shows it.</summary>
public sealed record StepSession
{
    /// <summary>The entry of the offer it answers.</summary>
    public required string Entry { get; init; }

    /// <summary>What it is called, in the language of the request: an entry may be answered by something else than what it is called itself.</summary>
    public required string Title { get; init; }

    /// <summary>Who gives it, in which language where that is not the reader's.</summary>
    public required string By { get; init; }

    /// <summary>Its own page.</summary>
    public required PageLink Page { get; init; }

    /// <summary>When and where, in words.</summary>
    public required string When { get; init; }

    /// <summary>How many seats are left, in words.</summary>
    public required string Seats { get; init; }

    public required PageLink SignUp { get; init; }
    public required int Minutes { get; init; }

    /// <summary>What is left to pay.</summary>
    public required int Cents { get; init; }

    public required bool IsFromAfar { get; init; }

    /// <summary>Null when it is for all.</summary>
    public required string? Region { get; init; }

    public required string Language { get; init; }
}
