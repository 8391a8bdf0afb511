using System.Globalization;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using YamlDotNet.RepresentationModel;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>offer.yaml</c>: every entry with the competencies, audiences and obstacles it names checked against the other files.</summary>
internal sealed class ReadOffer(KitValues values, Framework framework, QuickQuestions quick, ReadDocuments documents)
{
    public const string File = "offer.yaml";

    /// <summary>Two hundred hours: more is a programme of study, not a step.</summary>
    private const int LongestMinutes = 12_000;

    private const int MostDollars = 100_000;

    private readonly HashSet<string> _competencies = [.. framework.Competencies.Select(c => c.Code)];
    private readonly HashSet<string> _obstacles = [.. framework.Obstacles.Select(o => o.Code)];

    /// <summary>Regions of the questionnaire; null when it asks for none, and any code is taken.</summary>
    private IReadOnlySet<string>? _regions;

    public static OfferFile? From(KitFolder folder, KitProblems problems, NeedsReference known)
    {
        if (folder.Read(File, problems) is not { } text) return null;
        var yaml = new KitYaml(File, problems, folder.Languages);
        if (yaml.Parse(text) is not { } root) return null;
        var documents = new ReadDocuments(folder, problems, yaml);
        var regions = known.Answers?.Region.Codes.Values.ToHashSet(StringComparer.Ordinal);
        var reader = new ReadOffer(new KitValues(yaml), known.Framework, known.Quick, documents) { _regions = regions is { Count: > 0 } ? regions : null };
        return new OfferFile(reader.Offer(root), documents.Contents);
    }

    private Offer Offer(YamlMappingNode root)
    {
        values.Yaml.OnlyKeys(root, "version", "synthetic", "prices", "entries");
        var prices = values.Coded(root, "prices", Price);
        var codes = prices.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        return new Offer
        {
            Version = values.Yaml.Text(root, "version"),
            IsSynthetic = values.Yaml.Flag(root, "synthetic"),
            Prices = prices,
            Entries = values.Coded(root, "entries", (node, code) => Entry(node, code, codes)),
        };
    }

    private PriceNote Price(YamlMappingNode node, string code)
    {
        values.Yaml.OnlyKeys(node, "code", "name", "costs");
        return new PriceNote(code, values.Yaml.Localized(node, "name").Typeset(), values.Yaml.Word<Cost>(node, "costs"));
    }

    private OfferEntry Entry(YamlMappingNode node, string code, HashSet<string> prices)
    {
        var yaml = values.Yaml;
        yaml.OnlyKeys(node, ["code", "kind", "phase", "minutes", "format", "price", "amount", "review", "develops", "suits", "helps", "team", "answers", "title", "text", .. ReadActs.Keys]);
        return new OfferEntry
        {
            Code = code,
            Kind = yaml.Word<OfferKind>(node, "kind"),
            Phase = values.Number(node, "phase", 1, 3),
            Minutes = values.Number(node, "minutes", 1, LongestMinutes),
            Format = yaml.Word<OfferFormat>(node, "format"),
            Price = values.Check(KitYaml.At(node, "price"), "price", yaml.Text(node, "price"), prices),
            Cents = Cents(node),
            Review = yaml.Date(node, "review"),
            Develops = Developments(node),
            Suits = Audience(node),
            Answers = values.Known(node, "answers", _obstacles),
            Title = yaml.Localized(node, "title").Typeset(),
            Text = yaml.Localized(node, "text").Typeset(),
            Helps = values.Known(node, "helps", Codes(quick.Task)),
            IsForTeam = yaml.Flag(node, "team"),
            Acts = new ReadActs(yaml, documents).Read(node, code),
        };
    }

    /// <summary>Dollars with a point, <c>45.00</c>, kept in cents.</summary>
    private int? Cents(YamlMappingNode node)
    {
        if (values.Yaml.OptionalText(node, "amount") is not { } written) return null;
        if (decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars < MostDollars && decimal.Round(dollars, 2) == dollars) return (int)(dollars * 100);
        values.Yaml.Problem(KitYaml.At(node, "amount"), "needs.bad_amount", ("value", written));
        return null;
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
        values.Yaml.OnlyKeys(node, "status", "links", "roles", "tasks", "goals", "regions");
        return new Audience
        {
            Statuses = values.Known(node, "status", framework.Statuses.Select(s => s.Code).ToHashSet(StringComparer.Ordinal)),
            Links = values.Known(node, "links", Codes(quick.Link)),
            Roles = values.Known(node, "roles", framework.Roles.Select(r => r.Code).ToHashSet(StringComparer.Ordinal)),
            Regions = _regions is null ? values.Yaml.Codes(node, "regions") : values.Known(node, "regions", _regions),
            Tasks = values.Known(node, "tasks", Codes(quick.Task)),
            Goals = values.Known(node, "goals", Codes(quick.Goal)),
        };
    }

    private static HashSet<string> Codes(QuickQuestion question) => [.. question.Options.Select(o => o.Code)];
}

/// <summary>An offer and the content of its files by hash.</summary>
internal sealed record OfferFile(Offer Offer, IReadOnlyDictionary<string, byte[]> Contents);
