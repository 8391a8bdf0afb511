using System.Collections.Immutable;
using Diapason.Text;
using Diapason.Yaml;

namespace Diapason.Forms;

/// <summary>A draft read from a file, and where each of its things stands.</summary>
/// <param name="Draft">The draft; <see langword="null"/> when the text is not YAML at all.</param>
/// <param name="Places">The line where each thing starts, in the file's order.</param>
/// <param name="Problems">What of the file could not be read; what it says and should not is told by <see cref="CheckDraft"/>.</param>
public sealed record DraftReading(Draft? Draft, IReadOnlyList<(int Line, DraftPlace Place)> Places, IReadOnlyList<YamlProblem> Problems);

/// <summary>Reads a questionnaire's file as a draft: everything it says is taken, complete or not. Never throws on bad input.</summary>
public static class ReadDraft
{
    private static readonly HashSet<string> ScaleKeys = new(StringComparer.Ordinal) { "options", "items", "importance", "mastery" };
    private static readonly HashSet<string> CodeKeys = new(StringComparer.Ordinal) { "missing" };

    /// <summary>Reads a draft from YAML.</summary>
    public static DraftReading From(string yaml)
    {
        var problems = new YamlProblems("questionnaire.yaml");
        var places = new List<(int Line, DraftPlace Place)>();
        var draft = YamlFile.Read(yaml, problems, root => Root(root, places));
        return new(draft, [.. places.OrderBy(place => place.Line)], [.. problems.InOrder.Where(problem => draft is null || problem.Code is YamlCodes.KeyTwice)]);
    }

    private static Draft Root(YamlMap root, List<(int, DraftPlace)> places)
    {
        if (root.OptionalCodes("languages") is { Count: > 0 } languages) root.Reading.Languages = languages;
        var consent = root.OptionalMap("consent");
        return new()
        {
            Code = root.OptionalText("code") ?? "",
            Version = root.OptionalText("version") ?? "",
            Languages = root.Reading.Languages,
            Minutes = root.OptionalText("minutes") ?? "",
            Title = root.OptionalLocalized("title") ?? LocalizedText.Empty,
            ConsentVersion = consent?.OptionalText("version") ?? "",
            Consent = consent?.OptionalLocalized("text") ?? LocalizedText.Empty,
            Missing = root.OptionalMap("missing") is { } missing ? missing.Keys.ToImmutableSortedDictionary(code => code, code => missing.OptionalLocalized(code) ?? LocalizedText.Empty, StringComparer.Ordinal) : DraftPart.NoTexts,
            Lists = root.OptionalMap("lists") is { } lists ? [.. lists.Keys.Select(code => List(lists, code, places))] : [],
            Calculations = [.. root.OptionalItems("calculations").Select((map, index) => Calculation(map, index, places))],
            Sections = Sections(root, places),
        };
    }

    private static List<DraftSection> Sections(YamlMap root, List<(int, DraftPlace)> places)
    {
        var (codes, pageCodes) = (new FreeCodes(), new FreeCodes());
        return [.. root.OptionalItems("sections").Select(map =>
        {
            var section = new DraftSection { Code = codes.Take(map.OptionalText("code"), "section") };
            places.Add((map.Line, DraftPlace.Of(section)));
            return (DraftSection)Fill(section with { Pages = [.. map.OptionalItems("pages").Select(page => Page(page, pageCodes, places))] }, map);
        })];
    }

    private static DraftPage Page(YamlMap map, FreeCodes codes, List<(int, DraftPlace)> places)
    {
        var page = new DraftPage { Code = codes.Take(map.OptionalText("code"), "page") };
        places.Add((map.Line, DraftPlace.Of(page)));
        var questions = map.OptionalItems("questions").Select(question => (question.Line, Question: Question(question))).ToList();
        page = (DraftPage)Fill(page with { Questions = [.. questions.Select(read => read.Question)] }, map);
        places.AddRange(questions.Select(read => (read.Line, DraftPlace.Of(page, read.Question))));
        return page;
    }

    private static DraftQuestion Question(YamlMap map)
    {
        var question = new DraftQuestion { Code = map.OptionalText("code") ?? "question", Kind = map.OptionalText("kind") ?? "" };
        foreach (var key in map.Keys)
        {
            if (CodeKeys.Contains(key)) question = question with { Codes = question.Codes.SetItem(key, map.OptionalCodes(key)) };
            else if (map.IsList(key)) question = question with { Scales = question.Scales.SetItem(key, new("", Options(map, key))) };
            else if (ScaleKeys.Contains(key) && map.OptionalText(key) is { } shared) question = question with { Scales = question.Scales.SetItem(key, new(shared, [])) };
        }

        return (DraftQuestion)Fill(question, map);
    }

    private static DraftList List(YamlMap lists, string code, List<(int, DraftPlace)> places)
    {
        places.Add((lists.LineOf(code), new(DraftPlaceKind.List, code)));
        return new(code, Options(lists, code));
    }

    private static DraftCalculation Calculation(YamlMap map, int index, List<(int, DraftPlace)> places)
    {
        var code = map.OptionalText("code") ?? $"calculation_{index + 1}";
        places.Add((map.Line, new(DraftPlaceKind.Calculation, code)));
        return new(code, map.OptionalText("value") ?? "");
    }

    private static List<DraftOption> Options(YamlMap map, string key)
    {
        var codes = new FreeCodes();
        return [.. map.OptionalItems(key).Select(entry =>
        {
            var label = entry.Languages();
            var option = (DraftOption)Fill(new DraftOption { Code = codes.Take(entry.OptionalText("code"), "option"), Label = label }, entry);
            return option with { Values = option.Values.RemoveRange(entry.Reading.Languages) };
        })];
    }

    // What is neither the code nor a list is a text in several languages or a value on one line, whatever its name.
    private static DraftPart Fill(DraftPart part, YamlMap map)
    {
        foreach (var key in map.Keys)
        {
            if (key is "code" or "kind" || map.IsList(key) || (part is DraftQuestion && (ScaleKeys.Contains(key) || CodeKeys.Contains(key)))) continue;
            if (!map.IsText(key)) part = part with { Texts = part.Texts.SetItem(key, map.OptionalLocalized(key) ?? LocalizedText.Empty) };
            else if (map.OptionalText(key) is { } value) part = key == "when" ? part with { When = value } : part with { Values = part.Values.SetItem(key, value) };
        }

        return part;
    }

    /// <summary>Codes by which things are pointed at: one that lacks or is met again is given one of its own.</summary>
    private sealed class FreeCodes
    {
        private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

        public string Take(string? code, string otherwise)
        {
            var wanted = code ?? otherwise;
            var free = wanted;
            for (var next = 2; !_taken.Add(free); next++) free = $"{wanted}_{next}";
            return free;
        }
    }
}
