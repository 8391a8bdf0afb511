using System.Text.Json.Serialization;
using Diapason.Statistics.Publication;
using Diapason.Studies.Following;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using static Diapason.Studies.Reporting.PortraitWords;

namespace Diapason.Studies.Reporting;

/// <summary>The figures as rows that each carry their whole context, for files and machines: what is hidden on the page was never in the portrait.</summary>
internal static class FigureFile
{
    public static IEnumerable<FigureRow> Rows(StudyState state)
    {
        foreach (var figure in state.Portrait.Figures)
        {
            yield return Row(state, figure, null, null, figure.Overall);
            foreach (var breakdown in state.Portrait.Definition.Breakdowns)
                foreach (var segment in figure.By.GetValueOrDefault(breakdown.Variable) ?? [])
                    yield return Row(state, figure, breakdown, segment, segment.Share);
        }
    }

    private static FigureRow Row(StudyState state, Figure figure, Breakdown? breakdown, Segment? segment, Share? share) => new()
    {
        Figure = figure.Definition.Code,
        Measure = Say(figure.Definition.Measure),
        Question = Questions(figure),
        Base = Base(figure, state),
        Frame = Frame(state.Portrait.Frame),
        Period = Period(state.Portrait, share?.Day ?? state.Portrait.Day),
        Edition = share?.Edition,
        Day = share?.Day,
        Weighted = state.Portrait.Weights?.Step != WeightingStep.Unweighted,
        Synthetic = state.Campaign.IsSynthetic,
        By = breakdown?.Variable,
        ByLabel = breakdown is null ? null : Say(breakdown.Label),
        Segment = segment?.Code,
        SegmentLabel = segment is null ? null : Say(segment.Label),
        Published = segment is null && state.Portrait.Definition.Published is not null ? figure.Definition.Published / 100 : null,
        Hidden = share is null,
        N = share?.N.Value,
        NMost = share is { N.IsBand: true } ? share.N.Most : null,
        Share = share?.Value,
        Cut = share is null ? null : Cut(share.Figure),
        DesignEffect = share?.Figure.DesignEffect,
        StandardError = Round(share?.Figure.StandardError),
        IndicativeLow = Round(share?.Figure.Interval().Low),
        IndicativeHigh = Round(share?.Figure.Interval().High),
        CoefficientOfVariation = share is null ? null : WholeCv(share),
        Reliability = share is not null ? Mark(share.Reliability) : T["file.hidden"],
        MarkReasons = [.. (share?.Reasons ?? []).Select(r => MethodTables.Code(r))],
        Reasons = share is null ? "" : Reasons(share),
    };

    public static string? Cut(PublishedShare share) => share.Cut switch { ShareCut.Under => "near_none", ShareCut.Over => "near_all", _ => null };

    private static double? Round(double? share) => share is { } value ? Whole(value) : null;
}

/// <summary>One figure in one group. Shares are between 0 and 1; numbers are null when the figure is hidden.</summary>
internal sealed record FigureRow
{
    public required string Figure { get; init; }
    public required string Measure { get; init; }
    public required string Question { get; init; }
    public required string Base { get; init; }
    public required string Frame { get; init; }
    /// <summary>To the day of the edition that looked at this row.</summary>
    public required string Period { get; init; }

    /// <summary>The edition that last looked at this row's people; 0 for what was published before there were editions.</summary>
    public int? Edition { get; init; }

    /// <summary>Its day: the figure is unchanged since.</summary>
    public DateOnly? Day { get; init; }
    public required bool Synthetic { get; init; }
    public bool Weighted { get; init; }
    public string? By { get; init; }
    public string? ByLabel { get; init; }
    public string? Segment { get; init; }
    public string? SegmentLabel { get; init; }
    public required bool Hidden { get; init; }

    /// <summary>Number of people as it may be told: the lower end of a band, or rounded.</summary>
    public int? N { get; init; }

    /// <summary>The upper end, where it is a band.</summary>
    public int? NMost { get; init; }
    public double? Share { get; init; }

    /// <summary><c>near_none</c> or <c>near_all</c> where the protected count is within three of nobody or of everybody: the share is then the edge of that, not a bound on what people said.</summary>
    public string? Cut { get; init; }

    /// <summary>Of the whole table, rounded up.</summary>
    public double? DesignEffect { get; init; }
    public double? StandardError { get; init; }
    public double? IndicativeLow { get; init; }
    public double? IndicativeHigh { get; init; }
    public double? CoefficientOfVariation { get; init; }
    public required string Reliability { get; init; }

    /// <summary>The criteria that give the mark, by code.</summary>
    public IReadOnlyList<string> MarkReasons { get; init; } = [];

    /// <summary>The same in words.</summary>
    [JsonIgnore]
    public string Reasons { get; init; } = "";
    public double? Published { get; init; }
}
