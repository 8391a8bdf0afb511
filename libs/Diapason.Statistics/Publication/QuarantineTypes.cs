namespace Diapason.Statistics.Publication;

/// <summary>Limits of the quarantine; the product's values.</summary>
public sealed record QuarantineLimits
{
    /// <summary>Answers a day from one network prefix.</summary>
    public int PrefixDay { get; init; } = 5;

    /// <summary>Answers from one prefix within <see cref="BurstWindow"/>.</summary>
    public int PrefixBurst { get; init; } = 3;

    /// <summary>How long a burst lasts.</summary>
    public TimeSpan BurstWindow { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Answers a day with an organisation's room code, marked as one source.</summary>
    public int RoomDay { get; init; } = 40;

    /// <summary>Answers a day that may be alike.</summary>
    public int Identical { get; init; } = 4;

    /// <summary>Answers a day that any segment may receive.</summary>
    public int SegmentLeast { get; init; } = 5;

    /// <summary>… or this many times its mean of the last 14 days.</summary>
    public double SegmentTimes { get; init; } = 3;
}

/// <summary>Why an answer waits: kept with it, as a bit and these few words, without a time.</summary>
public enum QuarantineReason
{
    /// <summary>Many answers that day from one network.</summary>
    SameNetworkDay,
    /// <summary>Several within minutes from one network.</summary>
    SameNetworkBurst,
    /// <summary>More with one room code than a room holds.</summary>
    RoomFull,
    /// <summary>Pages took under a third of the pretest's median.</summary>
    TooFast,
    /// <summary>Nothing answered.</summary>
    Blank,
    /// <summary>Every grid's lines are all alike.</summary>
    GridsAlike,
    /// <summary>The same as four others that day.</summary>
    Identical,
    /// <summary>A segment received far more than usual.</summary>
    SegmentBurst,
    /// <summary>A segment stands far above the frame.</summary>
    AboveFrame,
}

/// <summary>What is known of an answer while it is being sent.</summary>
public sealed record ArrivingAnswer
{
    /// <summary>Network address, 4 or 16 bytes; empty where nothing tells it, and the source is then not judged.</summary>
    public required ReadOnlyMemory<byte> Address { get; init; }

    /// <summary>Room code of the organisation it came through, UTF-8; null for none.</summary>
    public byte[]? Room { get; init; }

    /// <summary>How long its pages took.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>Median of the pretest; zero when there was none, and speed is then not judged.</summary>
    public required TimeSpan MedianTime { get; init; }

    /// <summary>Nothing answered.</summary>
    public bool Blank { get; init; }

    /// <summary>There are grids, and in each of them all lines are alike.</summary>
    public bool GridsAlike { get; init; }

    /// <summary>The coded answers in the questionnaire's order, or a hash of them.</summary>
    public required byte[] Pattern { get; init; }

    /// <summary>Codes of its segments, each with its variable («region:north»).</summary>
    public required IReadOnlyList<string> Segments { get; init; }
}

/// <summary>What the watch says of an answer.</summary>
/// <param name="Reason">Why it waits; null when it does not.</param>
/// <param name="Segments">Segments of which all of today's answers wait, so that nothing says which were invented.</param>
public sealed record QuarantineVerdict(QuarantineReason? Reason, IReadOnlyList<string> Segments);

/// <summary>A group that a person judges as a whole, seeing its reason, segment, size and patterns, and no text nor hour.</summary>
/// <param name="Reason">Why it waits.</param>
/// <param name="Segment">Its segment.</param>
/// <param name="Answers">How many wait.</param>
public sealed record QuarantineGroup(QuarantineReason Reason, string Segment, int Answers)
{
    /// <summary>Whether it may be accepted or set aside: five at least, so that nobody is judged alone.</summary>
    public bool CanBeJudged => Answers >= 5;

    /// <summary>Whether a segment stands at more than three times its share of the frame, beyond chance (Poisson, p &lt; 0.001).</summary>
    /// <param name="inSegment">Answers of the segment.</param>
    /// <param name="answers">Answers in all.</param>
    /// <param name="frameShare">The segment's share of the frame, over 0 and at most 1.</param>
    /// <returns>Whether answers of the segment wait (<see cref="QuarantineReason.AboveFrame"/>).</returns>
    /// <exception cref="SurveyException"><see cref="SurveyError.InvalidValue"/> for another share or counts.</exception>
    public static bool AboveFrame(int inSegment, int answers, double frameShare)
    {
        if (!(frameShare is > 0 and <= 1) || inSegment < 0 || answers < inSegment)
            throw new SurveyException(SurveyError.InvalidValue, "A segment has a share of the frame, and no more answers than there are.");
        var expected = answers * frameShare;
        // P(X ≥ k) for a Poisson of mean λ is the lower incomplete gamma function P(k, λ).
        return inSegment > 3 * expected && 1 - GammaFunction.Upper(inSegment, expected) < 0.001;
    }
}
