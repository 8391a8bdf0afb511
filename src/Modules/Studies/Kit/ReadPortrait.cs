using System.Globalization;
using System.Text.RegularExpressions;
using Diapason.Platform.Kits;
using Diapason.Studies.Portraits;
using YamlDotNet.RepresentationModel;

namespace Diapason.Studies.Kit;

/// <summary>Reads <c>portrait.yaml</c>: sections of figures, breakdowns, the published study, the sentences around them.</summary>
internal sealed partial class ReadPortrait(KitProblems problems, KitLines lines, IReadOnlyList<string> languages)
{
    public const string File = "portrait.yaml";
    private static readonly string[] Tones = ["strength", "prepare", "discuss"];
    private readonly KitYaml _yaml = new(File, problems, languages);

    public PortraitDefinition? From(string text)
    {
        if (_yaml.Parse(text) is not { } root) return null;
        _yaml.OnlyKeys(root, "code", "version", "title", "headline", "nuance", "breakdowns", "published", "sections", "takeaways");
        var portrait = new PortraitDefinition
        {
            Code = _yaml.Text(root, "code"),
            Version = _yaml.Text(root, "version"),
            Title = _yaml.Localized(root, "title"),
            Headline = _yaml.Text(root, "headline"),
            Nuance = _yaml.Localized(root, "nuance"),
            Breakdowns = [.. _yaml.Items(root, "breakdowns").Select(Breakdown)],
            Published = Published(root),
            Sections = [.. _yaml.Items(root, "sections").Select(Section)],
            Takeaways = [.. _yaml.Items(root, "takeaways").Select(Takeaway)],
        };
        CheckReferences(root, portrait);
        return portrait;
    }

    private void CheckReferences(YamlMappingNode root, PortraitDefinition portrait)
    {
        var codes = portrait.Figures.Select(f => f.Code).ToList();
        foreach (var twice in codes.GroupBy(c => c).Where(g => g.Count() > 1)) _yaml.Problem(root, "kit.duplicate_code", ("code", twice.Key));
        if (portrait.Published is null && portrait.Figures.FirstOrDefault(f => f.Published is not null) is { } orphan)
            _yaml.Problem(root, "portrait.published_without_study", ("figure", orphan.Code));
        if (!codes.Contains(portrait.Headline)) _yaml.Problem(root, "portrait.unknown_figure", ("figure", portrait.Headline));
        foreach (var text in portrait.Takeaways.Select(t => t.Text).Prepend(portrait.Nuance))
            foreach (var (_, sentence) in text.All)
                foreach (var unknown in Place().Matches(sentence).Select(m => m.Groups["code"].Value).Where(c => !codes.Contains(c)))
                    _yaml.Problem(root, "portrait.unknown_figure", ("figure", unknown));
    }

    private Breakdown Breakdown(YamlMappingNode node)
    {
        _yaml.OnlyKeys(node, "variable", "label", "segments");
        var names = KitYaml.Child(node, "segments") is null ? [] : _yaml.Items(node, "segments").Select(Name).ToList();
        return lines.Mark(new Breakdown(_yaml.Text(node, "variable"), _yaml.Localized(node, "label"), names), node);
    }

    private SegmentName Name(YamlMappingNode node)
    {
        _yaml.OnlyKeys(node, "code", "label");
        return new SegmentName(_yaml.Text(node, "code"), _yaml.Localized(node, "label"));
    }

    private PublishedStudy? Published(YamlMappingNode root)
    {
        if (KitYaml.Child(root, "published") is not YamlMappingNode node) return null;
        _yaml.OnlyKeys(node, "name", "citation", "note", "link");
        var link = _yaml.Text(node, "link");
        if (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps) _yaml.Problem(KitYaml.At(node, "link"), "portrait.bad_link", ("link", link));
        return new PublishedStudy(_yaml.Localized(node, "name"), _yaml.Localized(node, "citation"), _yaml.Localized(node, "note"), link);
    }

    private PortraitSection Section(YamlMappingNode node)
    {
        _yaml.OnlyKeys(node, "code", "title", "figures");
        return new PortraitSection(_yaml.Text(node, "code"), _yaml.Localized(node, "title"), [.. _yaml.Items(node, "figures").Select(Figure)]);
    }

    private FigureDefinition Figure(YamlMappingNode node)
    {
        _yaml.OnlyKeys(node, "code", "counts", "among", "finding", "measure", "published");
        var finding = _yaml.Localized(node, "finding");
        foreach (var (language, sentence) in finding.All.Where(t => !t.Value.Contains("{value}", StringComparison.Ordinal)))
            _yaml.Problem(KitYaml.At(node, "finding"), "portrait.finding_without_value", ("language", language));
        var among = KitYaml.Child(node, "among") is YamlMappingNode routed ? Counted(routed) : null;
        var counts = _yaml.Items(node, "counts").Select(Counted).ToList();
        return lines.Mark(new FigureDefinition(_yaml.Text(node, "code"), counts, among, finding, _yaml.Localized(node, "measure"), PublishedFigure(node)), node);
    }

    private CountedAnswers Counted(YamlMappingNode node)
    {
        _yaml.OnlyKeys(node, "variable", "answers");
        var answers = _yaml.Codes(node, "answers");
        if (answers.Count == 0) _yaml.Problem(node, "kit.key_missing", ("key", "answers"));
        return lines.Mark(new CountedAnswers(_yaml.Text(node, "variable"), answers), node);
    }

    private double? PublishedFigure(YamlMappingNode node)
    {
        if (_yaml.OptionalText(node, "published") is not { } written) return null;
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 100) return share;
        _yaml.Problem(KitYaml.At(node, "published"), "portrait.bad_published", ("published", written));
        return null;
    }

    private Takeaway Takeaway(YamlMappingNode node)
    {
        _yaml.OnlyKeys(node, "tone", "title", "text");
        var tone = _yaml.Text(node, "tone");
        if (!Tones.Contains(tone)) _yaml.Problem(KitYaml.At(node, "tone"), "portrait.unknown_tone", ("tone", tone));
        return new Takeaway(tone, _yaml.Localized(node, "title"), _yaml.Localized(node, "text"));
    }

    [GeneratedRegex(@"\{(?<code>[a-z_]+)\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Place();
}
