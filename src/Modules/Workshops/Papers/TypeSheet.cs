using System.Globalization;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Diapason.Workshops.Saying;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Papers;

/// <summary>A sheet of paper, typed: whoever wrote on it is a person of the room like the others. Typed a second time, it is told.</summary>
internal sealed class TypeSheet(DiapasonDb db, RoomBook book)
{
    public async Task<Outcome> RunAsync(SeenWorkshop seen, SheetForm form, CancellationToken cancel)
    {
        if (seen.Workshop.State is not (WorkshopState.Open or WorkshopState.Closed)) return Problem.Lost("type.not_yet");
        if (form.Number is not { } number || await db.Set<Participant>().AsNoTracking().SingleOrDefaultAsync(p => p.WorkshopId == seen.Workshop.Id && p.Sheet == number, cancel) is not { } who)
            return Problem.Invalid("type.unknown", "Number", ("number", form.Number));
        if (who.IsTyped && !form.IsCorrection) return Problem.Lost("type.twice", ("number", number));
        var problems = new List<Problem>();
        if (seen.Content.Tables > 0 && form.Table is { } table && (table < 1 || table > seen.Content.Tables)) problems.Add(Problem.Invalid("join.table_wrong", "Table", ("most", seen.Content.Tables)));
        var said = seen.Content.Activities.Select(activity => (Activity: activity, Said: Read(activity, form, problems))).Where(one => one.Said.Count > 0).ToList();
        if (!form.KeepsWords && said.Any(one => one.Said.Any(s => s.Words.Length > 0))) problems.Add(Problem.Invalid("type.words_not_kept", "KeepsWords"));
        if (problems.Count > 0) return Outcome.Of(problems);
        if (form.KeepsWords && who.TookBackWords) return Problem.Invalid("type.taken_back", "KeepsWords", ("number", number));
        return await book.TypeAsync(who, form, said, Languages.Current, cancel) == Kept.Done ? Outcome.Done : Problem.Lost("type.twice", ("number", number));
    }

    /// <summary>One field an activity: figures in a row for choices, numbers with spaces for dots and ranks, a line each for cards.</summary>
    private static IReadOnlyList<Said> Read(ActivityContent activity, SheetForm form, List<Problem> problems)
    {
        var kind = ActivityKinds.Of(activity);
        var (field, typed) = (SheetForm.Field(activity.Code), form.Lines.GetValueOrDefault(activity.Code, "").Trim());
        if (typed.Length == 0) return [];
        var parts = Parts(kind, typed);
        if (kind.HasItems && parts.Length > activity.Items.Count)
        {
            problems.Add(Problem.Invalid("type.too_many", field, ("typed", parts.Length), ("lines", activity.Items.Count)));
            return [];
        }

        if (!kind.HasItems && parts.Length > Cards.Most)
        {
            problems.Add(Problem.Invalid("type.cards_many", field, ("typed", parts.Length), ("most", Cards.Most)));
            return [];
        }

        return kind.Read(activity, [.. parts.Select((part, i) => KeyValuePair.Create(kind.HasItems ? Place(i) : $"paper-{Place(i)}", part))], problems, field);
    }

    private static string[] Parts(ActivityKind kind, string typed) => kind.Form switch
    {
        "OneByOne" => [.. typed.Where(c => !char.IsWhiteSpace(c)).Select(c => c is '-' or '0' ? "" : c.ToString())],
        "Numbers" => [.. typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(part => part == "-" ? "" : part)],
        _ => typed.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    private static string Place(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);
}

/// <summary>What is typed from a sheet.</summary>
internal sealed record SheetForm
{
    public int? Number { get; init; }
    public int? Table { get; init; }
    public bool KeepsWords { get; init; }

    /// <summary>The sheet was typed already, and what is typed now takes its place.</summary>
    public bool IsCorrection { get; init; }

    /// <summary>By the code of the activity.</summary>
    public IReadOnlyDictionary<string, string> Lines { get; init; } = new Dictionary<string, string>();

    public static string Field(string activity) => $"line.{activity}";
}
