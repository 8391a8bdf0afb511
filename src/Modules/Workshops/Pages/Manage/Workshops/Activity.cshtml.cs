using System.Globalization;
using Diapason.Design;
using Diapason.Platform.Councils;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Platform.Web;
using Diapason.Text;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Preparing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Diapason.Workshops.Pages.Manage.Workshops;

/// <summary>One activity: its question, its kind, its lines, one a line of text, in each language of the council.</summary>
internal sealed class ActivityModel(ReadWorkshops read, ArrangeActivities arrange, CurrentCouncil council, Texts<WorkshopsModule> texts) : PageModel
{
    private readonly Dictionary<string, string> _values = [];

    public SeenWorkshop Seen { get; private set; } = null!;

    public ActivityContent? Stored { get; private set; }

    public string Stamp { get; private set; } = "";

    public IReadOnlyList<string> InLanguages => council.Languages;

    public IReadOnlyList<Choice> Kinds => [.. ActivityKinds.All.Select(kind => new Choice(kind.Code, texts["kind." + kind.Code], texts[$"kind.{kind.Code}.hint"]))];

    public string Value(string field) => _values.GetValueOrDefault(field, "");

    public async Task<IActionResult> OnGetAsync(Guid id, string? activity, CancellationToken cancel)
    {
        if (!await FindAsync(id, activity, cancel)) return NotFound();
        Stamp = Seen.Workshop.Stamp.ToString();
        if (Stored is not { } stored) return Page();
        (_values["kind"], _values["minutes"], _values["budget"]) = (stored.Kind, Number(stored.Minutes), Number(stored.Budget));
        foreach (var language in council.Languages)
        {
            _values[$"title.{language}"] = stored.Title.Has(language) ? stored.Title.In(language) : "";
            _values[$"items.{language}"] = string.Join('\n', stored.Items.Select(item => item.Has(language) ? item.In(language) : ""));
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? activity, CancellationToken cancel)
    {
        if (!await FindAsync(id, activity, cancel)) return NotFound();
        foreach (var field in new[] { "kind", "minutes", "budget" }.Concat(council.Languages.SelectMany(language => new[] { $"title.{language}", $"items.{language}" }))) _values[field] = Request.Form[field].ToString().Trim();
        Stamp = Request.Form["seen"].ToString();
        var problems = new List<Problem>();
        if (Read(problems) is not { } wanted || problems.Count > 0) return this.Refuse(Outcome.Of(problems));
        return this.Answer(await arrange.KeepAsync(id, Guid.TryParse(Stamp, out var seen) ? seen : Guid.Empty, wanted, cancel), WorkshopsLinks.Lead(id).With("done", "activity_kept"));
    }

    private ActivityContent? Read(List<Problem> problems)
    {
        if (ActivityKinds.Find(Value("kind")) is not { } kind)
        {
            problems.Add(Problem.Invalid("activity.kind_missing", "kind"));
            return null;
        }

        foreach (var language in council.Languages)
            if (Value($"title.{language}").Length is 0 or > WorkshopContent.LongestLine)
                problems.Add(Problem.Invalid("activity.title_missing", $"title.{language}", ("language", Languages.NameOf(language)), ("most", WorkshopContent.LongestLine)));
        var minutes = Whole("minutes", ActivityContent.MostMinutes, problems);
        var budget = kind.HasBudget ? Whole("budget", ActivityContent.MostBudget, problems) : 0;
        if (kind.HasBudget && budget == 0 && Value("budget").Length == 0) problems.Add(Problem.Invalid("activity.budget_missing", "budget", ("most", ActivityContent.MostBudget)));
        var items = kind.HasItems ? Items(problems) : [];
        return new ActivityContent
        {
            Code = Stored?.Code ?? RandomId.New().ToString("N")[..12],
            Kind = kind.Code,
            Title = LocalizedText.Of(council.Languages.Select(language => (language, (string?)Value($"title.{language}")))),
            Minutes = minutes,
            Budget = budget,
            Items = items,
            Choices = Stored?.Kind == kind.Code ? Stored.Choices : [],
        };
    }

    /// <summary>As many lines in each language, in the same order.</summary>
    private List<LocalizedText> Items(List<Problem> problems)
    {
        var lines = council.Languages.ToDictionary(language => language, language => Value($"items.{language}").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        var first = lines[council.Languages[0]];
        foreach (var (language, said) in lines)
        {
            if (said.Length is 0 or > ActivityContent.MostItems) problems.Add(Problem.Invalid("activity.items_missing", $"items.{language}", ("most", ActivityContent.MostItems)));
            else if (said.Length != first.Length) problems.Add(Problem.Invalid("activity.items_uneven", $"items.{language}", ("lines", said.Length), ("others", first.Length)));
            if (Array.FindIndex(said, line => line.Length > ActivityContent.LongestItem) is >= 0 and var at) problems.Add(Problem.Invalid("activity.item_long", $"items.{language}", ("line", at + 1), ("most", ActivityContent.LongestItem)));
        }

        return problems.Count > 0 ? [] : [.. Enumerable.Range(0, first.Length).Select(i => LocalizedText.Of(council.Languages.Select(language => (language, (string?)lines[language][i]))))];
    }

    private int Whole(string field, int most, List<Problem> problems)
    {
        if (Value(field).Length == 0) return 0;
        if (int.TryParse(Value(field), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most) return number;
        problems.Add(Problem.Invalid("activity.number_wrong", field, ("most", most)));
        return 0;
    }

    private static string Number(int value) => value == 0 ? "" : value.ToString(CultureInfo.InvariantCulture);

    private async Task<bool> FindAsync(Guid id, string? activity, CancellationToken cancel)
    {
        if (await read.FindAsync(id, cancel) is not { } seen) return false;
        (Seen, Stored) = (seen, seen.Content.Activity(activity));
        return activity is null || Stored is not null;
    }
}
