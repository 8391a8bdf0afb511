using System.Collections.Concurrent;
using Diapason.Consultations.Contracts;
using Diapason.Studies.Coverage;
using Diapason.Statistics.Publication;
using Diapason.Studies.Portraits;
using Diapason.Studies.Publishing;
using Diapason.Studies.Reporting;

namespace Diapason.Studies.Following;

/// <summary>The latest computed state of each campaign's study, read by pages at no cost, and which of a council's campaigns is the current one.</summary>
internal sealed class StudyShelf(PortraitViews views)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<CampaignId, StudyState> _states = new();
    private readonly ConcurrentDictionary<Guid, CampaignId> _current = new();
    private readonly TaskCompletionSource _firstRound = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The council's current study, or that of a campaign by its name in addresses; null when there is none. Just after a start, waits a moment for the first computation.</summary>
    public async ValueTask<StudyState?> FindAsync(Guid councilId, string? campaign, CancellationToken cancel)
    {
        var found = Find(councilId, campaign);
        if (found is not null || IsReady) return found;
        await Task.WhenAny(_firstRound.Task, Task.Delay(Patience, cancel));
        return Find(councilId, campaign);
    }

    public StudyState? Find(CampaignId campaign) => _states.GetValueOrDefault(campaign);

    /// <summary>Every study of a council, the newest first.</summary>
    public IReadOnlyList<StudyState> All(Guid councilId) =>
        [.. _states.Values.Where(s => s.Campaign.CouncilId == councilId).OrderByDescending(s => s.Campaign.OpensAt).ThenBy(s => s.Campaign.Slug, StringComparer.Ordinal)];

    /// <summary>False while the answers are read for the first time after a start.</summary>
    public bool IsReady => _firstRound.Task.IsCompleted;

    /// <summary>Lays a study out; a current one is drawn in every language and breakdown, so that no reader waits for it.</summary>
    public void Put(StudyState state, bool isCurrent)
    {
        if (isCurrent) views.Prepare(state);
        _states[state.Campaign.Id] = state;
        if (isCurrent) MakeCurrent(state.Campaign.Id);
    }

    /// <summary>A campaign without a study yet changes nothing.</summary>
    public void MakeCurrent(CampaignId campaign)
    {
        if (_states.TryGetValue(campaign, out var state)) _current[state.Campaign.CouncilId] = campaign;
    }

    public void Remove(CampaignId campaign)
    {
        if (!_states.TryRemove(campaign, out var gone)) return;
        _current.TryRemove(new(gone.Campaign.CouncilId, campaign));
    }

    public void EndFirstRound() => _firstRound.TrySetResult();

    private StudyState? Find(Guid councilId, string? campaign) => campaign is null
        ? _current.TryGetValue(councilId, out var id) ? _states.GetValueOrDefault(id) : null
        : _states.Values.FirstOrDefault(s => s.Campaign.CouncilId == councilId && s.Campaign.Slug == campaign);
}

/// <summary>What a campaign's answers say: its last edition, and who has answered now.</summary>
/// <param name="Received">Answers received and not taken back: exact, for those who hold the answers. Others know <see cref="Disclosure.PublicCount"/> of it.</param>
/// <param name="Coverage">Exact, for those who hold the answers; others know <see cref="Portraits.Portrait.Margins"/>.</param>
internal sealed record StudyState(CampaignFacts Campaign, int Received, Portrait Portrait, FieldCoverage Coverage)
{
    /// <summary>Those received that wait for a person's judgement, or were set aside by one: exact; others know <see cref="Disclosure.PublicCount"/> of each.</summary>
    public ApartCounts Apart { get; init; }

    /// <summary>The last night could not be decided; the edition before stands.</summary>
    public bool HasFailed { get; init; }

    /// <summary>What editions have spent of the publication's budget; for those who hold the answers.</summary>
    public BudgetSpent Spent { get; init; } = BudgetSpent.Nothing;

    /// <summary>What the portrait asks beyond it: nothing new is published meanwhile.</summary>
    public IReadOnlyList<BudgetExcess> Excess { get; init; } = [];

    /// <summary>Every edition so far, oldest first; none of a portrait kept from before there were editions.</summary>
    public IReadOnlyList<EditionMark> Editions { get; init; } = [];

    /// <summary>Shown at the address of one edition: nothing that moves from day to day is in it.</summary>
    public bool IsOneEdition { get; init; }

    /// <summary>Rows of fewer than a hundred people wait for the closing edition.</summary>
    public bool SmallRowsWait { get; init; }

    /// <summary>The closing edition is made.</summary>
    public bool IsClosed { get; init; }

    /// <summary>The answers are destroyed: the portrait stays as it is, and who has answered is counted no more.</summary>
    public bool IsFinal => Campaign.DestroyedAt is not null;
}
