using Diapason.Statistics;

namespace Diapason.Consultations.Paper;

/// <summary>How often two people typed the same in the same cell, with an interval that knows that cells of one sheet go together.</summary>
/// <param name="Low">Null for a single sheet.</param>
internal sealed record BatchAgreement(double Share, double? Low, double? High, int Cells, int Sheets)
{
    /// <summary>Null when nothing was typed twice.</summary>
    public static BatchAgreement? Of(IReadOnlyList<(int Compared, int Agreed)> sheets)
    {
        var cells = sheets.Sum(sheet => sheet.Compared);
        if (cells == 0) return null;
        var share = (double)sheets.Sum(sheet => sheet.Agreed) / cells;
        if (sheets.Count < 2) return new(share, null, null, cells, sheets.Count);
        var same = sheets.SelectMany(sheet => Enumerable.Range(0, sheet.Compared).Select(cell => cell < sheet.Agreed ? "same" : "other")).ToList();
        var clusters = sheets.SelectMany((sheet, place) => Enumerable.Repeat<string?>($"{place}", sheet.Compared)).ToList();
        var design = SurveyDesign.Create(cells, new DesignDescription { Clusters = [UnitColumn.Of(CategoricalColumn.FromTexts("sheet", clusters))] });
        var column = CategoricalColumn.FromTexts("typed", [.. same], ["other", "same"]);
        var estimate = design.Estimate(Statistic.Share(column, "same"), new EstimateOptions { Proportion = IntervalMethod.Wilson });
        return new(share, estimate.Interval?.Low, estimate.Interval?.High, cells, sheets.Count);
    }
}
