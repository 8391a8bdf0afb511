using Diapason.Platform.Data;
using Diapason.Workshops.Activities;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Saying;

/// <summary>What a room answered to an activity, counted, with what must not be told held back.</summary>
internal sealed class ReadTally(DiapasonDb db)
{
    public async Task<Tally> RunAsync(SeenWorkshop seen, ActivityContent activity, CancellationToken cancel)
    {
        var of = db.Set<Contribution>().AsNoTracking().Where(c => c.WorkshopId == seen.Workshop.Id && c.Activity == activity.Code);
        var counts = await of.Where(c => c.Words == "").GroupBy(c => new { c.Item, c.Value }).Select(g => new { g.Key.Item, g.Key.Value, Count = g.Count() }).ToListAsync(cancel);
        var people = await of.Select(c => c.ParticipantId).Distinct().CountAsync(cancel);
        return new Tally(people, counts.ToDictionary(c => (c.Item, c.Value), c => c.Count));
    }

    /// <summary>Words that somebody read and let on the wall, in no order of arrival.</summary>
    public async Task<IReadOnlyList<string>> WordsAsync(SeenWorkshop seen, ActivityContent activity, int most, CancellationToken cancel) =>
        await db.Set<Contribution>().AsNoTracking().Where(c => c.WorkshopId == seen.Workshop.Id && c.Activity == activity.Code && c.Words != "" && c.State == ContributionState.Shown)
            .OrderBy(c => c.Id).Select(c => c.Words).Take(most).ToListAsync(cancel);
}

/// <summary>How many chose what.</summary>
/// <param name="People">How many answered at least one line.</param>
/// <param name="Counts">By line and by value.</param>
internal sealed record Tally(int People, IReadOnlyDictionary<(string Item, int Value), int> Counts)
{
    /// <summary>Under so many people, a room’s results are not shown: everyone would be seen.</summary>
    public const int Least = 5;

    /// <summary>A count under it is said to be under it.</summary>
    public const int Small = 3;

    public bool IsShown => People >= Least;

    public int Of(int line, int value) => Counts.GetValueOrDefault((Item(line), value));

    /// <summary>Something was chosen by one or two people: the total is not told either, or it would give them back.</summary>
    public static bool IsSmall(int count) => count is > 0 and < Small;

    /// <summary>Sum of the values laid on a line.</summary>
    public int Sum(int line) => On(line).Sum(c => c.Key.Value * c.Value);

    /// <summary>How many answered a line.</summary>
    public int Answers(int line) => On(line).Sum(c => c.Value);

    /// <summary>Under five people on one line, nothing of it is told: the others of the activity do not hide them. A line without a dot is told, as nobody laid one.</summary>
    public bool IsFew(ActivityContent activity, int line) => ActivityKinds.Of(activity).HasBudget ? On(line).Where(c => c.Key.Value > 0).Sum(c => c.Value) is > 0 and < Least : Answers(line) < Least;

    /// <summary>Something is held back: how many answered is then not told, or it would give it back.</summary>
    public bool HoldsBack(ActivityContent activity) =>
        Enumerable.Range(1, activity.Items.Count).Any(line => IsFew(activity, line) || Enumerable.Range(1, ActivityKinds.Of(activity).Choices).Any(value => IsSmall(Of(line, value))));

    /// <summary>The mean rank of a line for all who ranked anything: those who left it out put it last.</summary>
    public double Rank(ActivityContent activity, int line) => (Sum(line) + (double)(People - Answers(line)) * activity.Items.Count) / People;

    private IEnumerable<KeyValuePair<(string Item, int Value), int>> On(int line) => Counts.Where(c => c.Key.Item == Item(line));

    private static string Item(int line) => line.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
