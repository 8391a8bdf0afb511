using Diapason.Statistics;
using Diapason.Studies.Columns;

namespace Diapason.Studies.Frames;

/// <summary>A margin of the frame and the respondents' categories in it, the small ones counted together with the smallest other.</summary>
internal sealed class GroupedMargin
{
    /// <summary>Respondents a category needs to stand alone: fewer would each carry the weight of a crowd.</summary>
    public const int Fewest = 5;

    private readonly CategoricalColumn _column;
    private readonly int[] _groupOf;

    private GroupedMargin(FrameMargin margin, CategoricalColumn column, int[] groupOf) => (Margin, _column, _groupOf) = (margin, column, groupOf);

    public FrameMargin Margin { get; }

    /// <summary>The categories left, one when the margin corrects nothing.</summary>
    public int Groups => _groupOf.Distinct().Count();

    public MarginUse Use => Groups < 2 ? MarginUse.TooSmall : Groups < _groupOf.Length ? MarginUse.Grouped : MarginUse.Whole;

    public CategoricalColumn Respondents => _column;

    public static GroupedMargin Of(FrameMargin margin, ColumnStore store)
    {
        var column = FrameColumn.Of(margin, store);
        return new GroupedMargin(margin, column, Group([.. FrameColumn.Fill(margin, column).Select(f => f.Respondents)]));
    }

    /// <summary>The margin's totals, for weights that sum to the frame's.</summary>
    public Margin Totals(double total)
    {
        var names = _groupOf.Distinct().ToList();
        var map = Array.ConvertAll(_groupOf, g => (byte)names.IndexOf(g));
        var codes = _column.Codes.ToArray();
        for (var row = 0; row < codes.Length; row++)
            if (codes[row] < map.Length) codes[row] = map[codes[row]];
        var shares = new double[names.Count];
        foreach (var (i, category) in Margin.Categories.Index()) shares[map[i]] += category.Share / 100;
        string[] labels = [.. names.Select(n => Margin.Categories[n].Code)];
        return Statistics.Margin.Of(new CategoricalColumn(Margin.Code, labels, codes), labels.Zip(shares).ToDictionary(p => p.First, p => p.Second * total));
    }

    /// <summary>For each category the one that stands for its group: the smallest group joins the next smallest until all are large enough.</summary>
    internal static int[] Group(IReadOnlyList<int> respondents)
    {
        int[] groupOf = [.. Enumerable.Range(0, respondents.Count)];
        while (true)
        {
            var sizes = groupOf.Select((g, c) => (Group: g, Count: respondents[c])).GroupBy(p => p.Group)
                .Select(g => (Group: g.Key, Count: g.Sum(p => p.Count))).OrderBy(g => g.Count).ThenBy(g => g.Group).ToList();
            if (sizes.Count < 2 || sizes[0].Count >= Fewest) return groupOf;
            for (var c = 0; c < groupOf.Length; c++)
                if (groupOf[c] == sizes[0].Group) groupOf[c] = sizes[1].Group;
        }
    }
}
