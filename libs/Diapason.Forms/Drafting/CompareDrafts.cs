using Diapason.Text;

namespace Diapason.Forms;

/// <summary>What became of a thing between two drafts.</summary>
public enum DraftFate
{
    /// <summary>It was not there.</summary>
    Added,

    /// <summary>It is not there any more.</summary>
    Removed,

    /// <summary>It is elsewhere among the others.</summary>
    Moved,

    /// <summary>It says something else.</summary>
    Changed,
}

/// <summary>One difference between two drafts.</summary>
/// <param name="Place">The thing.</param>
/// <param name="Fate">What became of it.</param>
/// <param name="Field">What of it, for a change: <c>text.title.fr</c>, <c>list.options.never.en</c>; empty otherwise.</param>
/// <param name="Before">What it said; empty for nothing.</param>
/// <param name="After">What it says.</param>
public sealed record DraftDifference(DraftPlace Place, DraftFate Fate, string Field = "", string Before = "", string After = "");

/// <summary>Compares two drafts thing by thing, and field by field.</summary>
public static class CompareDrafts
{
    /// <summary>Every difference: things taken away, then the others in the later draft's order.</summary>
    public static IReadOnlyList<DraftDifference> Run(Draft was, Draft now)
    {
        var (old, known) = (Places(was).ToList(), Places(now).ToList());
        var kept = old.Where(known.Contains).ToList();
        var moved = Moved(kept, [.. known.Where(old.Contains)]);
        return
        [
            .. old.Where(place => !known.Contains(place)).Select(place => new DraftDifference(place, DraftFate.Removed)),
            .. known.SelectMany(place => !old.Contains(place) ? [new DraftDifference(place, DraftFate.Added)]
                : moved.Contains(place) || IsElsewhere(was, now, place) ? [new(place, DraftFate.Moved), .. Fields(was, now, place)]
                : Fields(was, now, place)),
        ];
    }

    /// <summary>The differences of one thing, field by field.</summary>
    public static IReadOnlyList<DraftDifference> Fields(Draft was, Draft now, DraftPlace place)
    {
        var (before, after) = (Said(was, place), Said(now, place));
        return [.. before.Keys.Union(after.Keys).Where(field => before.GetValueOrDefault(field, "") != after.GetValueOrDefault(field, ""))
            .Select(field => new DraftDifference(place, DraftFate.Changed, field, before.GetValueOrDefault(field, ""), after.GetValueOrDefault(field, "")))];
    }

    /// <summary>Everything a draft can be pointed at, in its order.</summary>
    public static IEnumerable<DraftPlace> Places(Draft draft) =>
    [
        DraftPlace.Heading,
        .. draft.Lists.Select(list => new DraftPlace(DraftPlaceKind.List, list.Code)),
        .. draft.Calculations.Select(one => new DraftPlace(DraftPlaceKind.Calculation, one.Code)),
        .. draft.Sections.SelectMany(section => (DraftPlace[])
        [
            DraftPlace.Of(section),
            .. section.Pages.SelectMany(page => (DraftPlace[])[DraftPlace.Of(page), .. page.Questions.Select(question => DraftPlace.Of(page, question))]),
        ]),
    ];

    // The fewest things whose places explain the new order: those outside the longest part that kept its order.
    private static HashSet<DraftPlace> Moved(List<DraftPlace> was, List<DraftPlace> now)
    {
        var rank = was.Index().ToDictionary(pair => pair.Item, pair => pair.Index);
        var (length, from) = (new int[now.Count], new int[now.Count]);
        for (var i = 0; i < now.Count; i++)
        {
            (length[i], from[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (rank[now[j]] < rank[now[i]] && length[j] + 1 > length[i]) (length[i], from[i]) = (length[j] + 1, j);
        }

        var moved = now.ToHashSet();
        for (var at = now.Count == 0 ? -1 : Array.IndexOf(length, length.Max()); at >= 0; at = from[at]) moved.Remove(now[at]);
        return moved;
    }

    private static bool IsElsewhere(Draft was, Draft now, DraftPlace place) => place.Kind == DraftPlaceKind.Page && was.SectionOf(place)?.Code != now.SectionOf(place)?.Code;

    private static Dictionary<string, string> Said(Draft draft, DraftPlace place) => place.Kind switch
    {
        DraftPlaceKind.Heading => Filled(
            [("code", draft.Code), ("version", draft.Version), ("value.minutes", draft.Minutes), ("consent_version", draft.ConsentVersion), ("languages", string.Join(", ", draft.Languages))],
            [("text.title", draft.Title), ("text.consent", draft.Consent), .. draft.Missing.Select(pair => ("missing." + pair.Key, pair.Value))]),
        DraftPlaceKind.List => Filled([], Options("list.options", draft.Lists.First(list => list.Code == place.Code).Options)),
        DraftPlaceKind.Calculation => Filled([("when", draft.Calculations.First(one => one.Code == place.Code).Value)], []),
        _ => draft.Find(place) is { } part ? Part(part) : [],
    };

    private static Dictionary<string, string> Part(DraftPart part)
    {
        var question = part as DraftQuestion;
        return Filled(
            [
                ("kind", question?.Kind ?? ""), ("when", part.When), .. part.Values.Select(pair => ("value." + pair.Key, pair.Value)),
                .. question?.Codes.Select(pair => ("codes." + pair.Key, string.Join(", ", pair.Value))) ?? [],
                .. question?.Scales.Select(pair => ("shared." + pair.Key, pair.Value.Shared)) ?? [],
                .. question?.Scales.Select(pair => ("order." + pair.Key, string.Join(", ", pair.Value.Options.Select(option => option.Code)))) ?? [],
                .. question?.Scales.SelectMany(pair => pair.Value.Options.SelectMany(option => option.Values.Append(KeyValuePair.Create("when", option.When)).Select(value => ($"list.{pair.Key}.{option.Code}.{value.Key}", value.Value)))) ?? [],
            ],
            [.. part.Texts.Select(pair => ("text." + pair.Key, pair.Value)), .. question?.Scales.SelectMany(pair => Options("list." + pair.Key, pair.Value.Options)) ?? []]);
    }

    private static IReadOnlyList<(string Field, LocalizedText Text)> Options(string list, IReadOnlyList<DraftOption> options) =>
        [.. options.SelectMany(option => ((string, LocalizedText)[])[($"{list}.{option.Code}", option.Label), .. option.Texts.Select(pair => ($"{list}.{option.Code}.{pair.Key}", pair.Value))])];

    private static Dictionary<string, string> Filled(IEnumerable<(string Field, string Value)> values, IEnumerable<(string Field, LocalizedText Text)> texts) =>
        values.Concat(texts.SelectMany(text => text.Text.All.Select(said => ($"{text.Field}.{said.Key}", said.Value))))
            .Where(said => said.Item2.Length > 0).GroupBy(said => said.Item1).ToDictionary(same => same.Key, same => same.First().Item2, StringComparer.Ordinal);
}
