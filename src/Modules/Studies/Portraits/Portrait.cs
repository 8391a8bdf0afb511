using Diapason.Statistics;
using Diapason.Studies.Frames;
using Diapason.Text;

namespace Diapason.Studies.Portraits;

/// <summary>What a campaign's answers say at one moment, ready to show. It holds only what may be published: hidden figures were never put in it.</summary>
internal sealed record Portrait
{
    public required PortraitDefinition Definition { get; init; }
    public required PopulationFrame Frame { get; init; }
    public required DateTime ComputedAt { get; init; }

    /// <summary>Answers counted, however few questions each answered.</summary>
    public required int Respondents { get; init; }

    /// <summary>People a row needs before it is shown.</summary>
    public required int Threshold { get; init; }

    public DateTime? FirstAnswer { get; init; }
    public DateTime? LastAnswer { get; init; }

    /// <summary>Null below the threshold: nothing is shown then.</summary>
    public FrameWeights? Weights { get; init; }

    public IReadOnlyList<Figure> Figures { get; init; } = [];

    public Figure? Find(string code) => Figures.FirstOrDefault(f => f.Definition.Code == code);
}

/// <summary>One figure with all it may be shown with.</summary>
/// <param name="Questions">The questions as they were asked.</param>
/// <param name="Overall">Null when hidden.</param>
/// <param name="By">By breakdown variable; empty for a routed question.</param>
internal sealed record Figure(
    FigureDefinition Definition, IReadOnlyList<LocalizedText> Questions, Share? Overall, IReadOnlyDictionary<string, IReadOnlyList<Segment>> By)
{
    /// <summary>Between the lowest and the highest group without a mark, by breakdown variable; none where fewer than two are.</summary>
    public IReadOnlyDictionary<string, GroupGap> Gaps { get; init; } = new Dictionary<string, GroupGap>();
}

/// <summary>One segment of a breakdown.</summary>
/// <param name="Share">Null when hidden, for being small or for protecting one that is, and when nobody is in it.</param>
/// <param name="IsEmpty">Nobody of it answered, and subtracting the others from the whole would say so: it is said.</param>
internal sealed record Segment(string Code, LocalizedText Label, Share? Share, bool IsEmpty = false)
{
    public bool IsHidden => Share is null && !IsEmpty;
}

/// <summary>An estimated share with what is needed to judge it: n, error and interval of the weighted estimate, and the unweighted share beside it.</summary>
/// <param name="KishN">Effective number of respondents under the weights.</param>
/// <param name="Heaviest">The largest part of the whole weight that one answer carries, between 0 and 1.</param>
internal sealed record Share(Estimate Estimate, double Unweighted, double KishN, double Heaviest)
{
    public int N => Estimate.N;

    public double Value => Estimate.Value;

    public Reliability Reliability { get; } = JudgeShare.Of(Estimate, KishN, Heaviest);

    public IReadOnlyList<MarkReason> Reasons => JudgeShare.Reasons(Estimate, KishN, Heaviest);

    /// <summary>Whether it carries no mark: only such a figure is put in a title or in a sentence.</summary>
    public bool IsSure => Reliability == Reliability.Good;

    /// <summary>The mark printed beside it: empty, <c>*</c> or <c>**</c>.</summary>
    public string Mark => Reliability switch { Reliability.Caution => "*", Reliability.Unreliable => "**", _ => "" };
}
