using System.Globalization;
using Diapason.Needs.Authoring;
using Diapason.Needs.Reference;
using Diapason.Platform.Kits;
using Diapason.Yaml;

namespace Diapason.Needs.Kit;

/// <summary>Reads <c>offer.yaml</c>: every entry with the competencies, audiences and obstacles it names checked against the other files.</summary>
internal sealed class ReadOffer(Framework framework, QuickQuestions quick, ReadDocuments documents)
{
    public const string File = "offer.yaml";

    /// <summary>Two hundred hours: more is a programme of study, not a step.</summary>
    private const int LongestMinutes = 12_000;

    private const int MostDollars = 100_000;

    private static readonly Dictionary<string, Access> Accesses = Enum.GetValues<Access>().ToDictionary(SnakeCase.Of, StringComparer.Ordinal);

    private readonly HashSet<string> _competencies = [.. framework.Competencies.Select(c => c.Code)];
    private readonly HashSet<string> _obstacles = [.. framework.Obstacles.Select(o => o.Code)];

    /// <summary>Regions of the questionnaire; null when it asks for none, and any code is taken.</summary>
    private IReadOnlySet<string>? _regions;

    /// <summary>The same of disciplines.</summary>
    private IReadOnlySet<string>? _disciplines;

    public static OfferFile? From(KitFolder folder, KitProblems problems, NeedsReference known)
    {
        var documents = new KitDocuments(folder, problems);
        var reader = Of(known, documents);
        return folder.ReadYaml(File, problems, root => new OfferFile(reader.Offer(root), documents.Contents));
    }

    /// <summary>The same file alone, from a form or an import: its documents are those the council has. Null, or not to be used, when there are problems.</summary>
    public static Offer? From(string text, YamlProblems problems, NeedsReference known, KnownDocuments documents, IReadOnlyList<string> languages) =>
        YamlFile.Read(text, problems, Of(known, documents).Offer, languages);

    private static ReadOffer Of(NeedsReference known, ReadDocuments documents)
    {
        return new ReadOffer(known.Framework, known.Quick, documents) { _regions = Codes(known.Answers?.Region), _disciplines = Codes(known.Answers?.Discipline) };
    }

    private static HashSet<string>? Codes(CodedAnswer? asked) => asked?.Codes.Values.ToHashSet(StringComparer.Ordinal) is { Count: > 0 } codes ? codes : null;

    private Offer Offer(YamlMap root)
    {
        var prices = root.Coded("prices", Price);
        var codes = prices.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        return new Offer
        {
            Version = root.Text("version"),
            IsSynthetic = root.Flag("synthetic"),
            Prices = prices,
            Entries = root.Coded("entries", (node, code) => Entry(node, code, codes)),
        };
    }

    private static PriceNote Price(YamlMap node, string code) => new(code, node.Localized("name").Typeset(), node.Word<Cost>("costs"));

    private OfferEntry Entry(YamlMap node, string code, HashSet<string> prices) => new()
    {
        Code = code,
        Kind = node.Word<OfferKind>("kind"),
        Phase = node.Whole("phase", 1, 3),
        Minutes = node.Whole("minutes", 1, LongestMinutes),
        Format = node.Word<OfferFormat>("format"),
        Price = node.Check("price", node.Text("price"), prices),
        Cents = Cents(node),
        Review = node.Date("review"),
        Develops = Developments(node),
        Suits = Audience(node),
        Answers = node.Known("answers", _obstacles),
        Title = node.Localized("title").Typeset(),
        Text = node.Localized("text").Typeset(),
        Helps = node.Known("helps", Codes(quick.Task)),
        IsForTeam = node.Flag("team"),
        IsWithdrawn = node.Flag("withdrawn"),
        IsForUsers = node.Flag("users"),
        IsOnlineToo = node.Flag("online"),
        Languages = GivenIn(node),
        Access = [.. node.Known("access", Accesses.Keys.ToHashSet(StringComparer.Ordinal)).Where(Accesses.ContainsKey).Select(word => Accesses[word])],
        Words = node.OptionalLocalized("words"),
        Acts = new ReadActs(documents).Read(node, code),
    };

    /// <summary>Dollars with a point, <c>45.00</c>, kept in cents.</summary>
    private static int? Cents(YamlMap node)
    {
        if (node.OptionalText("amount") is not { } written) return null;
        if (decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var dollars) && dollars < MostDollars && decimal.Round(dollars, 2) == dollars) return (int)(dollars * 100);
        node.ReportAt("amount", "needs.bad_amount", ("value", written));
        return null;
    }

    /// <summary>Any language: what is given in Innu is for whoever speaks it, whatever the languages of the pages.</summary>
    private static IReadOnlyList<string> GivenIn(YamlMap node)
    {
        var codes = node.OptionalCodes("languages");
        foreach (var code in codes.Where(code => !Platform.Language.Languages.IsCode(code))) node.ReportAt("languages", "needs.bad_language", ("value", code));
        return codes;
    }

    /// <summary><c>develops: { limits: [0, 2] }</c>.</summary>
    private List<Development> Developments(YamlMap node)
    {
        var all = new List<Development>();
        if (node.Map("develops") is not { } levels) return all;
        if (!levels.Keys.Any()) node.ReportAt("develops", "kit.key_missing", ("key", "develops"));
        foreach (var competency in levels.Keys)
        {
            if (!_competencies.Contains(competency)) levels.ReportAt(competency, "needs.unknown_code", ("key", "develops"), ("code", competency));
            if (levels.OptionalCodes(competency) is [var low, var high] && Level(low) is { } from && Level(high) is { } to && from < to) all.Add(new Development(competency, from, to));
            else levels.ReportAt(competency, "needs.bad_levels", ("competency", competency));
        }

        return all;
    }

    private static int? Level(string written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level <= Framework.HighestLevel ? level : null;

    private Audience Audience(YamlMap entry)
    {
        if (entry.OptionalMap("suits") is not { } node) return new Audience();
        return new Audience
        {
            Statuses = node.Known("status", framework.Statuses.Select(s => s.Code).ToHashSet(StringComparer.Ordinal)),
            Links = node.Known("links", Codes(quick.Link)),
            Roles = node.Known("roles", framework.Roles.Select(r => r.Code).ToHashSet(StringComparer.Ordinal)),
            Regions = _regions is null ? node.OptionalCodes("regions") : node.Known("regions", _regions),
            Disciplines = _disciplines is null ? node.OptionalCodes("disciplines") : node.Known("disciplines", _disciplines),
            Tasks = node.Known("tasks", Codes(quick.Task)),
            Goals = node.Known("goals", Codes(quick.Goal)),
        };
    }

    private static HashSet<string> Codes(QuickQuestion question) => [.. question.Options.Select(o => o.Code)];
}

/// <summary>An offer and the content of its files by hash.</summary>
internal sealed record OfferFile(Offer Offer, IReadOnlyDictionary<string, byte[]> Contents);
