using System.Globalization;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using YamlDotNet.RepresentationModel;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>offer.yaml</c>: every entry with the competencies, audiences and obstacles it names checked against the other files.</summary>
internal sealed class ReadOffer(KitValues values, Framework framework, QuickQuestions quick)
{
    public const string File = "offer.yaml";

    /// <summary>Two hundred hours: more is a programme of study, not a step.</summary>
    private const int LongestMinutes = 12_000;

    private readonly HashSet<string> _competencies = [.. framework.Competencies.Select(c => c.Code)];
    private readonly HashSet<string> _obstacles = [.. framework.Obstacles.Select(o => o.Code)];

    public static Offer? From(KitFolder folder, KitProblems problems, Framework framework, QuickQuestions quick)
    {
        if (folder.Read(File, problems) is not { } text) return null;
        var yaml = new KitYaml(File, problems);
        return yaml.Parse(text) is { } root ? new ReadOffer(new KitValues(yaml), framework, quick).Offer(root) : null;
    }

    private Offer Offer(YamlMappingNode root)
    {
        values.Yaml.OnlyKeys(root, "version", "synthetic", "prices", "entries");
        var prices = values.Coded(root, "prices", (node, code) => new PriceNote(code, values.Yaml.Localized(node, "name").Typeset()));
        var codes = prices.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        return new Offer
        {
            Version = values.Yaml.Text(root, "version"),
            IsSynthetic = values.Yaml.Flag(root, "synthetic"),
            Prices = prices,
            Entries = values.Coded(root, "entries", (node, code) => Entry(node, code, codes)),
        };
    }

    private OfferEntry Entry(YamlMappingNode node, string code, HashSet<string> prices)
    {
        var yaml = values.Yaml;
        yaml.OnlyKeys(node, "code", "kind", "phase", "minutes", "format", "price", "review", "develops", "suits", "answers", "title", "text");
        return new OfferEntry
        {
            Code = code,
            Kind = yaml.Word<OfferKind>(node, "kind"),
            Phase = values.Number(node, "phase", 1, 3),
            Minutes = values.Number(node, "minutes", 1, LongestMinutes),
            Format = yaml.Word<OfferFormat>(node, "format"),
            Price = values.Check(KitYaml.At(node, "price"), "price", yaml.Text(node, "price"), prices),
            Review = yaml.Date(node, "review"),
            Develops = Developments(node),
            Suits = Audience(node),
            Answers = values.Known(node, "answers", _obstacles),
            Title = yaml.Localized(node, "title").Typeset(),
            Text = yaml.Localized(node, "text").Typeset(),
        };
    }

    /// <summary><c>develops: { limits: [0, 2] }</c>.</summary>
    private List<Development> Developments(YamlMappingNode node)
    {
        var all = new List<Development>();
        if (KitYaml.Child(node, "develops") is not YamlMappingNode { Children.Count: > 0 } map)
        {
            values.Yaml.Problem(node, "kit.key_missing", ("key", "develops"));
            return all;
        }

        foreach (var (key, levels) in map.Children)
        {
            var competency = values.Check(key, "develops", (key as YamlScalarNode)?.Value ?? "", _competencies);
            if (levels is YamlSequenceNode { Children: [YamlScalarNode low, YamlScalarNode high] } && Level(low) is { } from && Level(high) is { } to && from < to)
                all.Add(new Development(competency, from, to));
            else
                values.Yaml.Problem(key, "needs.bad_levels", ("competency", competency));
        }

        return all;
    }

    private static int? Level(YamlScalarNode node) =>
        int.TryParse(node.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= Framework.HighestLevel ? level : null;

    private Audience Audience(YamlMappingNode entry)
    {
        if (KitYaml.Child(entry, "suits") is not YamlMappingNode node) return new Audience();
        values.Yaml.OnlyKeys(node, "status", "links", "roles", "tasks", "goals");
        return new Audience
        {
            Statuses = values.Known(node, "status", Codes(quick.Status)),
            Links = values.Known(node, "links", Codes(quick.Link)),
            // Roles are asked by the questionnaire alone, which another module owns.
            Roles = values.Yaml.Codes(node, "roles"),
            Tasks = values.Known(node, "tasks", Codes(quick.Task)),
            Goals = values.Known(node, "goals", Codes(quick.Goal)),
        };
    }

    private static HashSet<string> Codes(QuickQuestion question) => [.. question.Options.Select(o => o.Code)];
}
