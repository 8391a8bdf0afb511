using Diapason.Statistics;
using Diapason.Statistics.Publication;
using Diapason.Studies.Columns;
using Diapason.Studies.Portraits;

namespace Diapason.Studies.Publishing;

/// <summary>The people one edition may count, in the order of their admission.</summary>
internal sealed record AdmittedPeople(ColumnStore Columns, int[] AdmittedIn, ulong[] Keys)
{
    private readonly Dictionary<string, byte[]> _segments = new(StringComparer.Ordinal);
    private List<CategoricalColumn>? _figures;

    /// <summary>Who came by a one-time invitation, a bit each; null when nobody did, and everyone counts towards what opens a row.</summary>
    public ulong[]? Invited { get; init; }

    /// <summary>Made once: a night looks at them to plan, then to publish.</summary>
    public IReadOnlyList<CategoricalColumn> Figures(PortraitDefinition definition) => _figures ??= [.. definition.Figures.Select(f => FigureColumn.Of(f, Columns))];

    /// <summary>Row by row, the segment of a breakdown; the one after the last option is "not known".</summary>
    public byte[] Segments(Breakdown breakdown)
    {
        if (!_segments.TryGetValue(breakdown.Variable, out var segments)) _segments[breakdown.Variable] = segments = FigureColumn.Segments(Columns.Column(breakdown.Variable));
        return segments;
    }

    /// <summary>As the planner counts them: who is in which row, and who answered which figure.</summary>
    public AdmittedAnswers Counted(PortraitDefinition definition) =>
        new(AdmittedIn, Keys, [.. definition.Breakdowns.Select(Known)], [.. Figures(definition).Select(Answered)], Invited);

    private byte[] Known(Breakdown breakdown)
    {
        var unknown = Columns.Variable(breakdown.Variable).Options.Count;
        return Array.ConvertAll(Segments(breakdown), s => s >= unknown ? AdmittedAnswers.NoSegment : s);
    }

    private static ulong[] Answered(CategoricalColumn figure)
    {
        var codes = figure.Codes;
        var bits = new ulong[(codes.Length + 63) / 64];
        for (var i = 0; i < codes.Length; i++)
            if (codes[i] <= FigureColumn.Yes) bits[i >> 6] |= 1UL << (i & 63);
        return bits;
    }
}
