using Diapason.Statistics;
using Diapason.Studies.Columns;
using Diapason.Studies.Frames;
using Diapason.Studies.Portraits;
using Diapason.Text;

namespace Diapason.Studies.Coverage;

/// <summary>Who has answered, by segment, against the frame: exact counts of this moment, for those who run the campaign and hold its answers. It knows no weight.</summary>
internal sealed record FieldCoverage(int Respondents, IReadOnlyList<MarginCoverage> Margins, IReadOnlyList<SegmentCoverage> Segments)
{
    /// <summary>Nobody is counted any more.</summary>
    public static readonly FieldCoverage None = new(0, [], []);

    public static FieldCoverage Of(PortraitDefinition portrait, PopulationFrame frame, ColumnStore store) => new(
        store.Rows,
        [.. frame.Margins.Select(margin => MarginCoverage.Of(margin, store))],
        [.. portrait.Breakdowns.Select(breakdown => SegmentCoverage.Of(breakdown, store))]);
}

/// <summary>One margin of the frame.</summary>
/// <param name="Unknown">Respondents whose category is not known.</param>
internal sealed record MarginCoverage(FrameMargin Margin, IReadOnlyList<CategoryCoverage> Categories, int Unknown)
{
    public static MarginCoverage Of(FrameMargin margin, ColumnStore store)
    {
        var fills = FrameColumn.Fill(margin, FrameColumn.Of(margin, store)).ToList();
        // Nobody is sent back: the margin is met by adding to what is there, so the fullest category sets the size.
        var size = fills.Max(f => f.Respondents / (f.Category.Share / 100));
        return new MarginCoverage(
            margin, [.. fills.Select(f => new CategoryCoverage(f, Math.Max(0, (int)Math.Ceiling((f.Category.Share / 100 * size) - f.Respondents - 1e-9))))], store.Rows - fills.Sum(f => f.Respondents));
    }
}

/// <param name="Missing">How many more respondents of this category would bring the margin to the frame.</param>
internal sealed record CategoryCoverage(MarginFill Fill, int Missing);

/// <summary>Respondents by segment of a variable for which no frame is published.</summary>
internal sealed record SegmentCoverage(LocalizedText Label, IReadOnlyList<(LocalizedText Label, int Respondents)> Segments, int Unknown)
{
    public static SegmentCoverage Of(Breakdown breakdown, ColumnStore store)
    {
        var options = store.Variable(breakdown.Variable).Options;
        var counts = new int[options.Count + 1];
        foreach (var segment in FigureColumn.Segments(store.Column(breakdown.Variable))) counts[segment]++;
        return new SegmentCoverage(breakdown.Label, [.. options.Select((option, i) => (breakdown.NameOf(option), counts[i]))], counts[^1]);
    }
}
