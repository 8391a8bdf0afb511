using Diapason.Consultations.Contracts;
using Diapason.Studies.Columns;

namespace Diapason.Studies.Publishing;

/// <summary>Every answer counted in a campaign, as columns, with where each stands. Those not admitted yet have edition 0.</summary>
/// <param name="All">Everyone, those who wait included: what coverage counts.</param>
/// <param name="Days">The day each was counted.</param>
internal sealed record AnsweredPeople(ColumnStore All, IReadOnlyList<DateOnly> Days, IReadOnlyList<AnswerStanding> Standings)
{
    private readonly int[] _admitted = [.. Standings.Select(s => s.AdmittedIn ?? 0)];

    public DateOnly? FirstDay => Days.Count == 0 ? null : Days.Min();

    public bool NobodyUntil(int edition) => _admitted.All(a => a == 0 || a > edition) && _admitted.Length > 0;

    /// <summary>Forgets every admission, in memory.</summary>
    public void StartAgain() => Array.Clear(_admitted);

    /// <summary>Whether nights gone by are played again: those that the database has not admitted are then admitted in memory first.</summary>
    public bool PlaysAgain { get; init; }

    /// <summary>Admits in an edition all that may count and was there before a day; all of it without one.</summary>
    public void Admit(int edition, DateOnly? before)
    {
        for (var i = 0; i < _admitted.Length; i++)
            if (_admitted[i] == 0 && MayCount(Standings[i]) && (before is null || Days[i] < before)) _admitted[i] = edition;
    }

    /// <summary>Who came after the database admitted them all is for another night.</summary>
    private bool MayCount(AnswerStanding standing) => standing is { Quarantine: null, IsBlank: false } && (PlaysAgain || standing.AdmittedIn is not null);

    /// <summary>
    /// Those admitted up to an edition, in the order of admission then of their keys: an order that says nothing of when they came, and is the same on every machine,
    /// since weights are sums whose last bit depends on it.
    /// </summary>
    public AdmittedPeople AdmittedUntil(int edition)
    {
        int[] rows = [.. Enumerable.Range(0, _admitted.Length).Where(i => _admitted[i] > 0 && _admitted[i] <= edition).OrderBy(i => _admitted[i]).ThenBy(i => Standings[i].Key)];
        return new AdmittedPeople(All.Take(rows), Array.ConvertAll(rows, i => _admitted[i]), Array.ConvertAll(rows, i => Standings[i].Key)) { Invited = InvitedAmong(rows) };
    }

    /// <summary>Once anybody was invited, invited answers alone open and refresh rows: answers made up by hundreds on the open link unmask nobody.</summary>
    private ulong[]? InvitedAmong(int[] rows)
    {
        if (!Standings.Any(s => s.Invited)) return null;
        var bits = new ulong[(rows.Length + 63) / 64];
        for (var i = 0; i < rows.Length; i++)
            if (Standings[rows[i]].Invited) bits[i >> 6] |= 1UL << (i & 63);
        return bits;
    }

    /// <summary>Reads a campaign's answers to the end, without those taken back.</summary>
    public static async Task<AnsweredPeople> ReadAsync(ISubmittedAnswers answers, CampaignId campaign, ColumnStore empty, CancellationToken cancel)
    {
        var (days, standings, withdrawn) = (new List<DateOnly>(), new List<AnswerStanding>(), new HashSet<long>());
        var rows = new List<int>();
        await foreach (var change in answers.ReadAsync(campaign, 0, cancel))
        {
            if (change is AnswersWithdrawn taken) withdrawn.Add(taken.WithdrawnSequence);
            if (change is not AnswersSent sent) continue;
            empty.Append(sent.Sequence, sent.Document.Span);
            days.Add(sent.Day);
            standings.Add(sent.Standing);
        }

        if (withdrawn.Count == 0) return new AnsweredPeople(empty, days, standings);
        for (var row = 0; row < empty.Rows; row++)
            if (!withdrawn.Contains(empty.SequenceOf(row))) rows.Add(row);
        return new AnsweredPeople(empty.Take([.. rows]), [.. rows.Select(r => days[r])], [.. rows.Select(r => standings[r])]);
    }
}
