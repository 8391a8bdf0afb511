using System.Globalization;
using Diapason.Platform.Outcomes;

namespace Diapason.Platform.Councils;

/// <summary>What people were promised when they answered, told by the module that holds their answers. Asked of the current council.</summary>
public interface IKeptPromises
{
    /// <summary>One for each consultation that is open, or whose answers are still kept.</summary>
    Task<IReadOnlyList<KeptPromise>> AllAsync(CancellationToken cancel);

    /// <summary>The shortest period, in months, promised for answers still kept; null when none was yet.</summary>
    Task<int?> ShortestMonthsAsync(CancellationToken cancel);
}

/// <summary>A promise made by the settings of a council, and not over.</summary>
/// <param name="People">How many sent their answers under it.</param>
/// <param name="Months">How long answers are kept; null when no period was settled.</param>
public sealed record KeptPromise(int People, int? Months);

/// <summary>
/// Refuses settings that would loosen what was promised: fewer people in a published row, small rows before the close, answers kept longer, nobody to
/// write to. A stronger promise may be made at any time.
/// </summary>
internal static class KeepPromises
{
    public static IReadOnlyList<Problem> Of(CouncilSettings was, CouncilSettings wanted, IReadOnlyList<KeptPromise> promises)
    {
        if (promises.Count == 0) return [];
        var problems = new List<Problem>();
        if (wanted.RowThreshold < was.RowThreshold) problems.Add(OfThreshold(promises, was.RowThreshold));
        if (was.SmallRowsAtTheClose && !wanted.SmallRowsAtTheClose) problems.Add(Problem.Invalid("settings.small_rows_promised", "small_rows_at_the_close"));
        if (was.RetentionMonths is { } settled && !(wanted.RetentionMonths <= settled)) problems.Add(OfRetention(promises, Shortest(settled, promises)));
        AddUnreachable(was.Contact, wanted, problems);
        return problems;
    }

    /// <summary>A campaign opens only once somebody can be reached and an officer is named: both stay so, as long as people may ask about their answers.</summary>
    private static void AddUnreachable(CouncilContact was, CouncilSettings wanted, List<Problem> problems)
    {
        var (now, first) = (wanted.Contact, wanted.Languages[0]);
        if (was.CanBeReached && now.Name.IsEmpty) problems.Add(Problem.Invalid("settings.contact_promised", "contact.name." + first));
        if (was.CanBeReached && now.Email.Length + now.Phone.Length == 0) problems.Add(Problem.Invalid("settings.address_promised", "contact.email"));
        if (!was.Officer.IsEmpty && now.Officer.IsEmpty) problems.Add(Problem.Invalid("settings.officer_promised", "contact.officer." + first));
    }

    private static Problem OfThreshold(IReadOnlyList<KeptPromise> promises, int promised) => People(promises) is { } people
        ? Problem.Invalid("settings.threshold_promised", "threshold", ("people", people), ("promised", promised))
        : Problem.Invalid("settings.threshold_promised_open", "threshold", ("promised", promised));

    private static Problem OfRetention(IReadOnlyList<KeptPromise> promises, int promised) => People(promises) is { } people
        ? Problem.Invalid("settings.retention_promised", "retention_months", ("people", people), ("promised", promised))
        : Problem.Invalid("settings.retention_promised_open", "retention_months", ("promised", promised));

    /// <summary>How many sent their answers, as it is read; null when it is nobody yet, or one person.</summary>
    private static string? People(IReadOnlyList<KeptPromise> promises) => promises.Sum(promise => promise.People) is > 1 and var people ? people.ToString("N0", CultureInfo.CurrentCulture) : null;

    private static int Shortest(int settled, IReadOnlyList<KeptPromise> promises) => promises.Min(promise => promise.Months is { } months && months < settled ? months : settled);
}
