using System.Globalization;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Text;
using Microsoft.AspNetCore.Http;

namespace Diapason.Workshops.Preparing;

/// <summary>A workshop as it is typed: one text a field, <c>title.fr</c>. What is refused comes back as it was.</summary>
internal sealed class WorkshopSheet
{
    private const int LongestKept = 20_000;
    private static readonly string[] Said = ["title", "welcome", "access"];
    private static readonly string[] Plain = ["day", "place", "tables", "paper"];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> _languages;

    private WorkshopSheet(IReadOnlyList<string> languages) => _languages = languages;

    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        private set => _values[field] = value;
    }

    public static WorkshopSheet Of(WorkshopContent? content, IReadOnlyList<string> languages)
    {
        var sheet = new WorkshopSheet(languages);
        if (content is null) return sheet;
        foreach (var (field, text) in new[] { ("title", content.Title), ("welcome", content.Welcome), ("access", content.Accessibility) })
            foreach (var (language, said) in text.All) sheet[$"{field}.{language}"] = said;
        (sheet["day"], sheet["place"], sheet["paper"]) = (content.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), content.Place, content.PaperBy);
        sheet["tables"] = content.Tables == 0 ? "" : content.Tables.ToString(CultureInfo.InvariantCulture);
        return sheet;
    }

    public static WorkshopSheet Read(IFormCollection form, IReadOnlyList<string> languages)
    {
        var sheet = new WorkshopSheet(languages);
        foreach (var field in Plain.Concat(Said.SelectMany(said => languages.Select(language => $"{said}.{language}"))))
        {
            var typed = form[field].ToString().Trim();
            sheet[field] = typed.Length > LongestKept ? typed[..LongestKept] : typed;
        }

        return sheet;
    }

    /// <summary>What is prepared, with its activities as they were; null once a problem is told.</summary>
    public WorkshopContent? Content(WorkshopContent? before, List<Problem> problems)
    {
        foreach (var language in _languages)
        {
            if (this[$"title.{language}"].Length == 0) problems.Add(Problem.Invalid("prepare.title_missing", $"title.{language}", ("language", Languages.NameOf(language))));
            TooLong($"title.{language}", WorkshopContent.LongestTitle, problems);
            TooLong($"welcome.{language}", WorkshopContent.LongestText, problems);
            TooLong($"access.{language}", WorkshopContent.LongestText, problems);
        }

        if (!DateOnly.TryParseExact(this["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) problems.Add(Problem.Invalid("prepare.day_missing", "day"));
        TooLong("place", WorkshopContent.LongestLine, problems);
        TooLong("paper", WorkshopContent.LongestLine, problems);
        var tables = 0;
        if (this["tables"].Length > 0 && (!int.TryParse(this["tables"], NumberStyles.None, CultureInfo.InvariantCulture, out tables) || tables > WorkshopContent.MostTables))
            problems.Add(Problem.Invalid("prepare.tables_wrong", "tables", ("most", WorkshopContent.MostTables)));
        if (problems.Count > 0) return null;
        return new WorkshopContent
        {
            Title = Text("title"),
            Welcome = Text("welcome"),
            Accessibility = Text("access"),
            Day = day,
            Place = this["place"],
            PaperBy = this["paper"],
            Tables = tables,
            Activities = before?.Activities ?? [],
        };
    }

    private void TooLong(string field, int most, List<Problem> problems)
    {
        if (this[field].Length > most) problems.Add(Problem.Invalid("prepare.too_long", field, ("most", most)));
    }

    private LocalizedText Text(string field) => LocalizedText.Of(_languages.Select(language => (language, (string?)this[$"{field}.{language}"])));
}
