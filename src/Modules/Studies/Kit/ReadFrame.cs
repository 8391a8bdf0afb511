using System.Globalization;
using Diapason.Platform.Kits;
using Diapason.Studies.Frames;
using YamlDotNet.RepresentationModel;

namespace Diapason.Studies.Kit;

/// <summary>Reads <c>frame.yaml</c>: names, dates, and margins that sum to a hundred.</summary>
internal sealed class ReadFrame(KitProblems problems, KitLines lines, IReadOnlyList<string> languages)
{
    public const string File = "frame.yaml";
    private readonly KitYaml _yaml = new(File, problems, languages);

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
            Date = _yaml.Date(root, "date"),
            Review = _yaml.Date(root, "review"),
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
            var category = new FrameCategory(_yaml.Text(node, "code"), _yaml.Localized(node, "label"), Share(node), _yaml.Codes(node, "answers"));
            if (category.Answers.Count == 0) _yaml.Problem(node, "frame.category_without_answers", ("category", category.Code));
            if (categories.Exists(c => c.Code == category.Code)) _yaml.Problem(node, "kit.duplicate_code", ("code", category.Code));
            foreach (var answer in category.Answers.Where(a => categories.Exists(c => c.Answers.Contains(a))))
                _yaml.Problem(node, "frame.answer_in_two_categories", ("answer", answer));
            categories.Add(category);
        }

        var sum = categories.Sum(c => c.Share);
        if (Math.Abs(sum - 100) > 1e-6) _yaml.Problem(margin, "frame.margin_does_not_sum", ("margin", _yaml.OptionalText(margin, "code")), ("sum", sum));
        return categories;
    }

    private double Share(YamlMappingNode node)
    {
        var written = _yaml.Text(node, "share");
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is > 0 and < 100) return share;
        if (written.Length > 0) _yaml.Problem(KitYaml.At(node, "share"), "frame.bad_share", ("share", written));
        return 0;
    }

    private long Total(YamlMappingNode root)
    {
        var written = _yaml.Text(root, "total");
        if (long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var total) && total > 0) return total;
        if (written.Length > 0) _yaml.Problem(KitYaml.At(root, "total"), "frame.bad_total", ("total", written));
        return 0;
    }
}
