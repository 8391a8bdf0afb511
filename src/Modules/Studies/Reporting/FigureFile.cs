using System.Text.Json.Serialization;
using Diapason.Platform.Language;
using Diapason.Studies.Following;
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
        Period = Period(state.Portrait),
        Computed = DateOnly.FromDateTime(state.Portrait.ComputedAt.LocalMoment),
        Batch = state.Portrait.Respondents,
        Synthetic = state.Campaign.IsSynthetic,
        By = breakdown?.Variable,
        ByLabel = breakdown is null ? null : Say(breakdown.Label),
        Segment = segment?.Code,
        SegmentLabel = segment is null ? null : Say(segment.Label),
        Published = segment is null && state.Portrait.Definition.Published is not null ? figure.Definition.Published / 100 : null,
        Hidden = segment?.IsHidden ?? share is null,
        N = segment is { IsEmpty: true } ? 0 : share?.N,
        Share = Round(share?.Value),
        Unweighted = Round(share?.Unweighted),
        StandardError = Round(share?.Estimate.StandardError),
        IndicativeLow = Round(share?.Estimate.Interval?.Low),
        IndicativeHigh = Round(share?.Estimate.Interval?.High),
        CoefficientOfVariation = share is null ? null : WholeCv(share.Estimate),
        Reliability = share is not null ? Mark(share.Reliability) : T[segment is { IsEmpty: true } ? "file.empty" : "file.hidden"],
        MarkReasons = [.. (share?.Reasons ?? []).Select(r => MethodTables.Code(r))],
        Reasons = share is null ? "" : Reasons(share),
        EffectiveN = share is null ? null : WholeEffective(share),
    };

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
    public required string Period { get; init; }
    public required DateOnly Computed { get; init; }

    /// <summary>Answers in the batch from which every row was computed.</summary>
    public required int Batch { get; init; }
    public required bool Synthetic { get; init; }
    public bool Weighted { get; init; } = true;
    public string? By { get; init; }
    public string? ByLabel { get; init; }
    public string? Segment { get; init; }
    public string? SegmentLabel { get; init; }
    public required bool Hidden { get; init; }
    public int? N { get; init; }
    public double? Share { get; init; }
    public double? Unweighted { get; init; }
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
    public double? EffectiveN { get; init; }
    public double? Published { get; init; }
}
