using Diapason.Studies.Columns;
using Diapason.Studies.Frames;

namespace Diapason.Studies.Coverage;

/// <summary>How many had answered on the last night, in one category of the frame, as anyone may know it: in a band.</summary>
/// <param name="Least">0, 10, 30, 50 or, from 100 on, tens.</param>
internal sealed record CoverageBand(string Margin, string Category, int Least)
{
    private static readonly int[] Steps = [0, 10, 30, 50, 100];

    /// <summary>The last of the band; null where the number is in tens.</summary>
    public int? Most => Array.IndexOf(Steps, Least) is var at and >= 0 && at < Steps.Length - 1 ? Steps[at + 1] - 1 : null;

    public static List<CoverageBand> Of(PopulationFrame frame, ColumnStore store) =>
        [.. frame.Margins.SelectMany(margin => FrameColumn.Fill(margin, FrameColumn.Of(margin, store)).Select(fill => new CoverageBand(margin.Code, fill.Category.Code, Down(fill.Respondents))))];

    public static int Down(int respondents) => respondents >= Steps[^1] ? respondents - (respondents % 10) : Steps.Last(s => s <= respondents);
}
