using System.Globalization;
using Diapason.Forms;
using Diapason.Text;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Writing;

/// <summary>The rows of a list in a form: <c>list.options.0.fr</c>. A row left blank is none; a button of a row moves it or takes it out.</summary>
internal sealed class OptionRows(IFormCollection form, string key, IReadOnlyList<string> languages, bool isItems)
{
    /// <summary>The options, and the codes that were changed with what they became.</summary>
    public (IReadOnlyList<DraftOption> Options, Dictionary<string, string> Renamed) Read(IReadOnlyList<DraftOption> known)
    {
        var rows = new List<Row>();
        for (var i = 0; i < WritingRules.MostOptions + 50 && form.ContainsKey(Name(i, "was")); i++) rows.Add(Row(i, known));
        Move(rows);
        var (options, renamed) = (new List<DraftOption>(), new Dictionary<string, string>(StringComparer.Ordinal));
        var typed = rows.Where(row => !row.Option.Label.IsEmpty).ToList();
        foreach (var row in typed)
        {
            var code = row.Option.Code.Length > 0 && options.TrueForAll(option => option.Code != row.Option.Code) ? row.Option.Code : NewCode.Option([.. options.Select(option => option.Code), .. typed.Select(other => other.Option.Code)], row.Option.Label, isItems);
            options.Add(row.Option with { Code = code });
            if (row.Was.Length > 0 && row.Was != code) renamed[row.Was] = code;
        }

        return (options, renamed);
    }

    private Row Row(int i, IReadOnlyList<DraftOption> known)
    {
        var was = Text(Name(i, "was"));
        var option = known.FirstOrDefault(option => option.Code == was) ?? new DraftOption { Code = "" };
        var hint = Said(Name(i, "hint"), option.Text("hint"));
        option = option with
        {
            Code = Text(Name(i, "code")) is { Length: > 0 } code ? NewCode.SpellOption(code, isItems) : "",
            Label = Said(Name(i, "label"), option.Label),
            Texts = hint.IsEmpty ? option.Texts.Remove("hint") : option.Texts.SetItem("hint", hint),
        };
        if (isItems) return new(was, i, option);
        option = option with { When = Text(Name(i, "when")) };
        foreach (var flag in Flags) option = option with { Values = Text(Name(i, flag)).Length > 0 ? option.Values.SetItem(flag, "true") : option.Values.Remove(flag) };
        return new(was, i, option);
    }

    private void Move(List<Row> rows)
    {
        if (form[PartForm.Then].ToString().Split('.') is not [var list, var figure, var act] || list != key || !int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= rows.Count) return;
        var row = rows[at];
        rows.RemoveAt(at);
        if (act == "up") rows.Insert(Math.Max(at - 1, 0), row);
        else if (act == "down") rows.Insert(Math.Min(at + 1, rows.Count), row);
        else if (act != "out") rows.Insert(at, row);
    }

    public static readonly IReadOnlyList<string> Flags = ["exclusive", "other"];

    private string Name(int i, string field) => string.Create(CultureInfo.InvariantCulture, $"list.{key}.{i}.{field}");

    private string Text(string name) => form[name].ToString().ReplaceLineEndings(" ").Trim();

    private LocalizedText Said(string name, LocalizedText known) => languages.Aggregate(known, (text, language) => text.With(language, Text($"{name}.{language}")));
}

/// <summary>One row: the code it had, its place in the form, what it says.</summary>
internal sealed record Row(string Was, int Index, DraftOption Option);
