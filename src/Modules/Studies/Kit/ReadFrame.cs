using System.Globalization;
using Diapason.Platform.Kits;
using Diapason.Studies.Frames;
using YamlDotNet.RepresentationModel;

namespace Diapason.Studies.Kit;

/// <summary>Reads <c>frame.yaml</c>: names, dates, and margins that sum to a hundred.</summary>
internal sealed class ReadFrame(KitProblems problems, KitLines lines)
{
    public const string File = "frame.yaml";
    private readonly KitYaml _yaml = new(File, problems);

    public PopulationFrame? From(string text)
    {
        if (_yaml.Parse(text) is not { } root) return null;
        _yaml.OnlyKeys(root, "code", "version", "name", "source", "date", "review", "total", "definition", "caution", "margins");
        return new PopulationFrame
        {
            Code = _yaml.Text(root, "code"),
            Version = _yaml.Text(root, "version"),
            Name = _yaml.Localized(root, "name"),
            Source = _yaml.Localized(root, "source"),
            Date = Day(root, "date"),
            Review = Day(root, "review"),
            Total = Total(root),
            Definition = _yaml.Localized(root, "definition"),
            Caution = _yaml.Localized(root, "caution"),
            Margins = Margins(root),
        };
    }

    private List<FrameMargin> Margins(YamlMappingNode root)
    {
        var margins = new List<FrameMargin>();
        foreach (var node in _yaml.Items(root, "margins"))
        {
            _yaml.OnlyKeys(node, "code", "variable", "label", "categories");
            var margin = lines.Mark(new FrameMargin(_yaml.Text(node, "code"), _yaml.Text(node, "variable"), _yaml.Localized(node, "label"), Categories(node)), node);
            if (margins.Exists(m => m.Code == margin.Code || m.Variable == margin.Variable)) _yaml.Problem(node, "kit.duplicate_code", ("code", margin.Code));
            margins.Add(margin);
        }

        if (margins.Count == 0) _yaml.Problem(root, "frame.no_margin");
        return margins;
    }

    private List<FrameCategory> Categories(YamlMappingNode margin)
    {
        var categories = new List<FrameCategory>();
        foreach (var node in _yaml.Items(margin, "categories"))
        {
            _yaml.OnlyKeys(node, "code", "share", "answers", "label");
            var category = new FrameCategory(_yaml.Text(node, "code"), _yaml.Localized(node, "label"), Share(node), KitYaml.Codes(node, "answers"));
            if (category.Answers.Count == 0) _yaml.Problem(node, "frame.category_without_answers", ("category", category.Code));
            if (categories.Exists(c => c.Code == category.Code)) _yaml.Problem(node, "kit.duplicate_code", ("code", category.Code));
            foreach (var answer in category.Answers.Where(a => categories.Exists(c => c.Answers.Contains(a))))
                _yaml.Problem(node, "frame.answer_in_two_categories", ("answer", answer));
            categories.Add(category);
        }

        var sum = categories.Sum(c => c.Share);
        if (Math.Abs(sum - 100) > 1e-6) _yaml.Problem(margin, "frame.margin_does_not_sum", ("margin", KitYaml.OptionalText(margin, "code")), ("sum", sum));
        return categories;
    }

    private double Share(YamlMappingNode node)
    {
        if (double.TryParse(_yaml.Text(node, "share"), NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 100) return share;
        _yaml.Problem(node, "frame.bad_share", ("share", KitYaml.OptionalText(node, "share")));
        return 0;
    }

    private long Total(YamlMappingNode root)
    {
        if (long.TryParse(_yaml.Text(root, "total"), NumberStyles.None, CultureInfo.InvariantCulture, out var total) && total > 0) return total;
        _yaml.Problem(root, "frame.bad_total", ("total", KitYaml.OptionalText(root, "total")));
        return 0;
    }

    private DateOnly Day(YamlMappingNode root, string key)
    {
        if (DateOnly.TryParseExact(_yaml.Text(root, key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        _yaml.Problem(root, "kit.bad_date", ("key", key));
        return default;
    }
}
