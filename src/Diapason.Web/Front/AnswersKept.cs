using Diapason.Platform.Councils;

namespace Diapason.Web.Front;

/// <summary>How long answers are kept, as the pages about the site say it.</summary>
internal sealed class AnswersKept(CurrentCouncil council, IEnumerable<IKeptPromises> promises)
{
    /// <summary>In months after a consultation ends; null when the council has settled nothing. One that promised less to people whose answers it keeps says that.</summary>
    public async Task<int?> MonthsAsync(CancellationToken cancel)
    {
        var kept = council.Settings.RetentionMonths;
        // An installation begins without a council.
        if (council.OrNull is null) return kept;
        foreach (var promise in promises)
            if (await promise.ShortestMonthsAsync(cancel) is { } promised && promised < kept) kept = promised;
        return kept;
    }
}
