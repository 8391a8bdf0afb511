using System.Collections.Concurrent;
using Diapason.Consultations.Contracts;
using Diapason.Studies.Coverage;
using Diapason.Studies.Portraits;
using Diapason.Studies.Reporting;

namespace Diapason.Studies.Following;

/// <summary>The latest computed state of each council's study, read by pages at no cost.</summary>
internal sealed class StudyShelf(PortraitViews views)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<Guid, StudyState> _states = new();
    private readonly TaskCompletionSource _firstRound = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The council's study; null when it has none, or no campaign. Just after a start, waits a moment for the first computation.</summary>
    public async ValueTask<StudyState?> FindAsync(Guid councilId, CancellationToken cancel)
    {
        if (!IsReady) await Task.WhenAny(_firstRound.Task, Task.Delay(Patience, cancel));
        return _states.GetValueOrDefault(councilId);
    }

    /// <summary>False while the answers are read for the first time after a start.</summary>
    public bool IsReady => _firstRound.Task.IsCompleted;

    /// <summary>Lays a study out, drawn in every language and breakdown so that no reader waits for it.</summary>
    public void Put(Guid councilId, StudyState state)
    {
        views.Prepare(state);
        _states[councilId] = state;
    }

    public void Remove(Guid councilId) => _states.TryRemove(councilId, out _);

    public void EndFirstRound() => _firstRound.TrySetResult();
}

/// <summary>What a campaign's answers gave at the end of the last batch, and how many there are now.</summary>
/// <param name="Received">Answers received and not taken back: the one number that moves with each of them.</param>
internal sealed record StudyState(CampaignFacts Campaign, int Received, Portrait Portrait, FieldCoverage Coverage);
