using Diapason.Forms;
using Diapason.Platform.Web;
using Diapason.Text;
using Microsoft.AspNetCore.Http;

namespace Diapason.Consultations.Writing;

/// <summary>Reads a posted form beside what is stored and what the form was opened with, field by field. Fields are named as differences between drafts are.</summary>
internal sealed class FieldPicks(IFormCollection form, IReadOnlyList<string> languages)
{
    /// <summary>What was taken from somebody else, and what two people changed.</summary>
    public MergedFields Merged { get; } = new();

    public IReadOnlyList<string> Languages => languages;

    public string Typed(string name) => form[name].ToString().ReplaceLineEndings("\n").Trim();

    public bool Has(string name) => form.ContainsKey(name);

    /// <summary>A text on one line.</summary>
    public string Line(string name) => form[name].ToString().ReplaceLineEndings(" ").Trim();

    public string Value(string field, string mine, string theirs, string? was) => Merged.Of(field, mine, theirs, was);

    /// <summary>A text in each language; languages that the form does not ask keep what is stored.</summary>
    public LocalizedText Said(string field, Func<string, string> typed, LocalizedText theirs, LocalizedText? was) =>
        languages.Aggregate(theirs, (text, language) => text.With(language, Value($"{field}.{language}", typed(language), In(theirs, language), was is null ? null : In(was, language))));

    /// <summary>Codes that are ticked or not, those the form does not offer kept as stored.</summary>
    public IReadOnlyList<string> Ticked(string field, IReadOnlyList<string> offered, IReadOnlyList<string> theirs, IReadOnlyList<string>? was)
    {
        var mine = form[field].OfType<string>().ToHashSet(StringComparer.Ordinal);
        return [.. offered.Where(code => Value("codes." + field, Tick(mine.Contains(code)), Tick(theirs.Contains(code)), was is null ? null : Tick(was.Contains(code))).Length > 0), .. theirs.Except(offered)];

        string Tick(bool isOn) => isOn ? field : "";
    }

    /// <summary>A missing text is none, whatever another language says.</summary>
    public static string In(LocalizedText text, string language) => text.Has(language) ? text.In(language) : "";
}
