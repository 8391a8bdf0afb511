using System.Globalization;
using Diapason.Platform.Kits;
using Diapason.Studies.Frames;
using Diapason.Yaml;

namespace Diapason.Studies.Kit;

/// <summary>Reads <c>frame.yaml</c>: names, dates, and margins that sum to a hundred.</summary>
internal sealed class ReadFrame(KitLines lines)
{
    public const string File = "frame.yaml";

    public PopulationFrame? From(KitFolder folder, KitProblems problems) => folder.ReadYaml(File, problems, Frame);

    private PopulationFrame Frame(YamlMap root) => new()
    {
        Code = root.Text("code"),
        Version = root.Text("version"),
        Name = root.Localized("name"),
        Source = root.Localized("source"),
        Date = root.Date("date"),
        Review = root.Date("review"),
        Total = Total(root),
        Definition = root.Localized("definition"),
        Caution = root.Localized("caution"),
        Margins = Margins(root),
    };

    private List<FrameMargin> Margins(YamlMap root)
    {
        var margins = new List<FrameMargin>();
        foreach (var node in root.Items("margins"))
        {
            var margin = lines.Mark(new FrameMargin(node.Text("code"), node.Text("variable"), node.Localized("label"), Categories(node)), node);
            if (margins.Exists(m => m.Code == margin.Code || m.Variable == margin.Variable)) node.Report("kit.duplicate_code", ("code", margin.Code));
            margins.Add(margin);
        }

        if (root.IsEmptyList("margins")) root.ReportAt("margins", "frame.no_margin");
        return margins;
    }

    private static List<FrameCategory> Categories(YamlMap margin)
    {
        var categories = new List<FrameCategory>();
        var sound = true;
        foreach (var node in margin.Items("categories"))
        {
            var share = Share(node);
            sound &= share is not null;
            var category = new FrameCategory(node.Text("code"), node.Localized("label"), share ?? 0, node.Codes("answers"));
            if (category.Code.Length > 0 && categories.Exists(c => c.Code == category.Code)) node.ReportAt("code", "kit.duplicate_code", ("code", category.Code));
            foreach (var answer in category.Answers.Where(a => categories.Exists(c => c.Answers.Contains(a))))
                node.ReportAt("answers", "frame.answer_in_two_categories", ("answer", answer));
            categories.Add(category);
        }

        var sum = categories.Sum(c => c.Share);
        if (sound && categories.Count > 0 && Math.Abs(sum - 100) > 1e-6) margin.Report("frame.margin_does_not_sum", ("margin", margin.OptionalText("code")), ("sum", sum));
        return categories;
    }

    /// <summary>Null after a report.</summary>
    private static double? Share(YamlMap node)
    {
        var written = node.Text("share");
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 100) return share;
        if (written.Length > 0) node.ReportAt("share", "frame.bad_share", ("share", written));
        return null;
    }

    private static long Total(YamlMap root)
    {
        var written = root.Text("total");
        if (long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var total) && total > 0) return total;
        if (written.Length > 0) root.ReportAt("total", "frame.bad_total", ("total", written));
        return 0;
    }
}
