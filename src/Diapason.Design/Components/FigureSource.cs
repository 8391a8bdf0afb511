namespace Diapason.Design.Components;

/// <summary>Whether a figure is weighted to its frame.</summary>
public enum Weighting
{
    Unweighted,
    Weighted,

    /// <summary>Both shown side by side.</summary>
    Both,
}

/// <summary>The kind of interval drawn.</summary>
public enum IntervalKind
{
    None,

    /// <summary>A confidence interval at 95 %, from a probability sample.</summary>
    Confidence95,

    /// <summary>From an open call: read as indicative only.</summary>
    Indicative95,
}

/// <summary>What a figure never travels without.</summary>
public sealed record FigureSource
{
    /// <summary>The question as asked, or its code and label.</summary>
    public required string Question { get; init; }

    /// <summary>Respondents behind the figure, unweighted, as they may be told: a number, or a band.</summary>
    public required string N { get; init; }

    /// <summary>The same in a sentence, « environ 1 200 » where it is rounded; null where N says it.</summary>
    public string? Told { get; init; }

    /// <summary>Among whom: « personnes salariées ».</summary>
    public required string Base { get; init; }

    /// <summary>The population frame, named and dated.</summary>
    public required string Frame { get; init; }

    /// <summary>When the answers were given.</summary>
    public required string Date { get; init; }

    public required Weighting Weighting { get; init; }

    public IntervalKind Interval { get; init; }

    /// <summary>Any other mark: reliability, suppression, synthetic data.</summary>
    public string? Note { get; init; }

    /// <summary>On how many answers it rests and how they count, for whoever does not read statistics.</summary>
    public string ToPlainLine() => Words.Of(Weighting == Weighting.Unweighted ? "source.plain_unweighted" : "source.plain_weighted", Told ?? N);

    /// <summary>The source in one line, in the language of the request; for documents and exports too.</summary>
    public string ToSentence()
    {
        var line = Words.Of("source.line", Question, N, Base, Frame, Date, Words.Of(WeightingKey));
        if (IntervalKey is { } interval) line = $"{line} {Words.Of(interval)}";
        return Note is null ? line : $"{line} {Note}";
    }

    private string WeightingKey => Weighting switch
    {
        Weighting.Weighted => "source.weighted",
        Weighting.Both => "source.weighted_and_not",
        _ => "source.unweighted",
    };

    private string? IntervalKey => Interval switch
    {
        IntervalKind.Confidence95 => "source.confidence_95",
        IntervalKind.Indicative95 => "source.indicative_95",
        _ => null,
    };
}
