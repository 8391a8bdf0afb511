using System.Globalization;
using System.Text.RegularExpressions;
using Diapason.Platform.Kits;
using Diapason.Studies.Portraits;
using Diapason.Yaml;

namespace Diapason.Studies.Kit;

/// <summary>Reads <c>portrait.yaml</c>: sections of figures, breakdowns, the published study, the sentences around them.</summary>
internal sealed partial class ReadPortrait(KitLines lines)
{
    public const string File = "portrait.yaml";
    private static readonly string[] Tones = ["strength", "prepare", "discuss"];

    public PortraitDefinition? From(KitFolder folder, KitProblems problems) => folder.ReadYaml(File, problems, Portrait);

    private PortraitDefinition Portrait(YamlMap root)
    {
        var portrait = new PortraitDefinition
        {
            Code = root.Text("code"),
            Version = root.Text("version"),
            Title = root.Localized("title"),
            Headline = root.Text("headline"),
            Nuance = root.Localized("nuance"),
            Breakdowns = [.. root.Items("breakdowns").Select(Breakdown)],
            Published = Published(root),
            Sections = [.. root.Items("sections").Select(Section)],
            Takeaways = [.. root.Items("takeaways").Select(Takeaway)],
        };
        foreach (var twice in portrait.Figures.GroupBy(f => f.Code).Where(g => g.Key.Length > 0 && g.Count() > 1)) root.Report("kit.duplicate_code", ("code", twice.Key));
        root.Reading.OnceSound(() => CheckReferences(root, portrait));
        return portrait;
    }

    private static void CheckReferences(YamlMap root, PortraitDefinition portrait)
    {
        var codes = portrait.Figures.Select(f => f.Code).ToList();
        if (portrait.Published is null && portrait.Figures.FirstOrDefault(f => f.Published is not null) is { } orphan)
            root.Report("portrait.published_without_study", ("figure", orphan.Code));
        if (!codes.Contains(portrait.Headline)) root.ReportAt("headline", "portrait.unknown_figure", ("figure", portrait.Headline));
        foreach (var text in portrait.Takeaways.Select(t => t.Text).Prepend(portrait.Nuance))
            foreach (var (_, sentence) in text.All)
                foreach (var unknown in Place().Matches(sentence).Select(m => m.Groups["code"].Value).Where(c => !codes.Contains(c)))
                    root.Report("portrait.unknown_figure", ("figure", unknown));
    }

    private Breakdown Breakdown(YamlMap node)
    {
        var names = node.OptionalItems("segments").Select(Name).ToList();
        return lines.Mark(new Breakdown(node.Text("variable"), node.Localized("label"), names), node);
    }

    private static SegmentName Name(YamlMap node) => new(node.Text("code"), node.Localized("label"));

    private static PublishedStudy? Published(YamlMap root)
    {
        if (root.OptionalMap("published") is not { } node) return null;
        var link = node.Text("link");
        if (link.Length > 0 && (!Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps)) node.ReportAt("link", "portrait.bad_link", ("link", link));
        return new PublishedStudy(node.Localized("name"), node.Localized("citation"), node.Localized("note"), link);
    }

    private PortraitSection Section(YamlMap node) => new(node.Text("code"), node.Localized("title"), [.. node.Items("figures").Select(Figure)]);

    private FigureDefinition Figure(YamlMap node)
    {
        var finding = node.Localized("finding");
        foreach (var (language, sentence) in finding.All.Where(t => t.Value.Length > 0 && !t.Value.Contains("{value}", StringComparison.Ordinal)))
            node.ReportAt("finding", "portrait.finding_without_value", ("language", language));
        var among = node.OptionalMap("among") is { } routed ? Counted(routed) : null;
        var counts = node.Items("counts").Select(Counted).ToList();
        return lines.Mark(new FigureDefinition(node.Text("code"), counts, among, finding, node.Localized("measure"), PublishedFigure(node)), node);
    }

    private CountedAnswers Counted(YamlMap node) => lines.Mark(new CountedAnswers(node.Text("variable"), node.Codes("answers")), node);

    private static double? PublishedFigure(YamlMap node)
    {
        if (node.OptionalText("published") is not { } written) return null;
        if (double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 100) return share;
        node.ReportAt("published", "portrait.bad_published", ("published", written));
        return null;
    }

    private static Takeaway Takeaway(YamlMap node)
    {
        var tone = node.Text("tone");
        if (tone.Length > 0 && !Tones.Contains(tone)) node.ReportAt("tone", "portrait.unknown_tone", ("tone", tone));
        return new Takeaway(tone, node.Localized("title"), node.Localized("text"));
    }

    [GeneratedRegex(@"\{(?<code>[a-z_]+)\}", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Place();
}
