using System.Collections.Immutable;
using System.Globalization;
using Diapason.Forms;
using Diapason.Text;

namespace Diapason.Consultations.Writing;

/// <summary>
/// The rows of a list in a form: <c>list.options.0.fr</c>. A row left blank is none; a button of a row moves it or takes it out. What somebody else added meanwhile is kept, and what they
/// took out goes unless it was changed here.
/// </summary>
internal sealed class OptionRows(FieldPicks picks, string key, bool isItems)
{
    /// <summary>The options, and the codes that were changed with what they became.</summary>
    /// <param name="theirs">What is stored.</param>
    /// <param name="was">What the form was opened with; null when nobody knows any more.</param>
    public (IReadOnlyList<DraftOption> Options, Dictionary<string, string> Renamed) Read(IReadOnlyList<DraftOption> theirs, IReadOnlyList<DraftOption>? was)
    {
        var rows = new List<Row>();
        for (var i = 0; i < WritingRules.MostOptions + 50 && picks.Has(Name(i, "was")); i++)
            if (Row(i, theirs, was) is { } row) rows.Add(row);
        Move(rows);
        List<Row> typed = [.. rows.Where(row => !row.Option.Label.IsEmpty || row.Option.Value(Image).Length > 0)];
        List<DraftOption> kept = [.. theirs.Where(option => typed.TrueForAll(row => row.Was != option.Code) && IsKept(option, was))];
        var ordered = new OptionOrder([.. typed.Select(row => row.Was)], Codes(theirs), was is null ? null : Codes(was)).Run(Codes(kept), () => TellOrder(typed, theirs));
        return Named(typed, ordered, kept);
    }

    private static IReadOnlyList<string> Codes(IEnumerable<DraftOption> options) => [.. options.Select(option => option.Code)];

    private void TellOrder(List<Row> mine, IReadOnlyList<DraftOption> theirs) =>
        picks.Value("order." + key, string.Join(", ", mine.Select(row => FieldPicks.In(row.Option.Label, picks.Languages[0]))), string.Join(", ", theirs.Select(option => FieldPicks.In(option.Label, picks.Languages[0]))), null);

    private (IReadOnlyList<DraftOption> Options, Dictionary<string, string> Renamed) Named(List<Row> typed, IReadOnlyList<OptionOrder.Place> ordered, List<DraftOption> kept)
    {
        var (options, renamed) = (new List<DraftOption>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var place in ordered)
        {
            if (place.Row < 0)
            {
                options.Add(kept.First(option => option.Code == place.Code));
                continue;
            }

            var row = typed[place.Row];
            var isFree = row.Option.Code.Length > 0 && options.TrueForAll(option => option.Code != row.Option.Code);
            var code = isFree ? row.Option.Code : NewCode.Option([.. Codes(options), .. Codes(kept), .. typed.Select(other => other.Option.Code)], row.Option.Label, isItems);
            options.Add(row.Option with { Code = code });
            if (row.Was.Length > 0 && row.Was != code) renamed[row.Was] = code;
        }

        return (options, renamed);
    }

    // Not in the form: added by somebody else, or taken out here. What somebody else changed is not taken out unseen.
    private bool IsKept(DraftOption option, IReadOnlyList<DraftOption>? was)
    {
        if (was?.FirstOrDefault(known => known.Code == option.Code) is not { } opened) return true;
        foreach (var language in picks.Languages)
            if (picks.Value($"list.{key}.{option.Code}.{language}", "", FieldPicks.In(option.Label, language), FieldPicks.In(opened.Label, language)).Length > 0) return true;
        return picks.Merged.Both.Any(both => both.Field.StartsWith($"list.{key}.{option.Code}.", StringComparison.Ordinal));
    }

    // Null for a row that somebody else took out and nobody changed here.
    private Row? Row(int i, IReadOnlyList<DraftOption> theirs, IReadOnlyList<DraftOption>? was)
    {
        var code = picks.Line(Name(i, "was"));
        var (stored, opened) = (theirs.FirstOrDefault(option => option.Code == code), was?.FirstOrDefault(option => option.Code == code));
        if (code.Length > 0 && stored is null && opened is not null && IsUntouched(i, opened)) return null;
        var option = stored ?? new DraftOption { Code = "" };
        // A row that somebody else took out and that is changed here is told; a new one is compared with nothing.
        var (field, basis) = ($"list.{key}.{code}", stored is not null ? opened : opened is null ? option : null);
        LocalizedText Words(string part) => picks.Said($"{field}.{part}", language => picks.Line($"{Name(i, part)}.{language}"), option.Text(part), basis?.Text(part));
        option = option with
        {
            Code = picks.Line(Name(i, "code")) is { Length: > 0 } typed ? typed == code ? code : NewCode.SpellOption(typed, isItems) : "",
            Label = picks.Said(field, language => picks.Line($"{Name(i, "label")}.{language}"), option.Label, basis?.Label),
        };
        option = option with { Texts = Put(option.Texts, "hint", Words("hint")) };
        if (isItems) return new(code, i, option);
        if (picks.Has(Name(i, Image))) option = option with { Values = Put(option.Values, Image, picks.Value($"{field}.{Image}", picks.Line(Name(i, Image)), stored?.Value(Image) ?? "", basis?.Value(Image))) };
        // What an image shows goes with it.
        option = option with { Texts = Put(option.Texts, Alternative, option.Value(Image).Length > 0 ? Words(Alternative) : LocalizedText.Empty) };
        option = option with { When = picks.Value($"{field}.when", picks.Line(Name(i, "when")), stored?.When ?? "", basis?.When) };
        foreach (var flag in Flags)
        {
            var value = picks.Value($"{field}.{flag}", picks.Line(Name(i, flag)).Length > 0 ? "true" : "", stored?.Value(flag) ?? "", basis?.Value(flag));
            option = option with { Values = Put(option.Values, flag, value.Length > 0 ? "true" : "") };
        }

        return new(code, i, option);
    }

    private bool IsUntouched(int i, DraftOption opened) => picks.Languages.All(language =>
        picks.Line($"{Name(i, "label")}.{language}") == FieldPicks.In(opened.Label, language) && picks.Line($"{Name(i, "hint")}.{language}") == FieldPicks.In(opened.Text("hint"), language) && picks.Line(Name(i, Image)) == opened.Value(Image) && picks.Line($"{Name(i, Alternative)}.{language}") == FieldPicks.In(opened.Text(Alternative), language));

    private void Move(List<Row> rows)
    {
        if (picks.Typed(PartForm.Then).Split('.') is not [var list, var figure, var act] || list != key || !int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || rows.FindIndex(row => row.Index == index) is not (>= 0 and var at)) return;
        var row = rows[at];
        rows.RemoveAt(at);
        if (act == "up") rows.Insert(Math.Max(at - 1, 0), row);
        else if (act == "down") rows.Insert(Math.Min(at + 1, rows.Count), row);
        else if (act != "out") rows.Insert(at, row);
    }

    private static ImmutableSortedDictionary<string, LocalizedText> Put(ImmutableSortedDictionary<string, LocalizedText> texts, string key, LocalizedText text) => text.IsEmpty ? texts.Remove(key) : texts.SetItem(key, text);

    private static ImmutableSortedDictionary<string, string> Put(ImmutableSortedDictionary<string, string> values, string key, string value) => value.Length == 0 ? values.Remove(key) : values.SetItem(key, value);

    public const string Image = "image", Alternative = "image_alt";

    public static readonly IReadOnlyList<string> Flags = ["exclusive", "other"];

    private string Name(int i, string field) => string.Create(CultureInfo.InvariantCulture, $"list.{key}.{i}.{field}");
}

/// <summary>One row: the code it had, its place in the form, what it says.</summary>
internal sealed record Row(string Was, int Index, DraftOption Option);
