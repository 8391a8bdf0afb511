using System.Collections.Concurrent;
using Diapason.Consultations.Contracts;
using Diapason.Studies.Frames;
using Microsoft.Extensions.Logging;

namespace Diapason.Studies.Following;

/// <summary>Says each trouble of a study once, and once that it is over: a line a second would hide everything else.</summary>
internal sealed class FollowingLog(ILogger<FollowAnswers> log)
{
    private readonly ConcurrentDictionary<CampaignId, string> _failing = new();
    private readonly ConcurrentDictionary<CampaignId, WeightingStep> _steps = new();

    /// <param name="campaign">Null for what concerns them all.</param>
    public void Fails(CampaignId? campaign, Exception failure)
    {
        var (key, what) = (campaign ?? default, failure.ToString());
        if (_failing.TryGetValue(key, out var said) && said == what) return;
        _failing[key] = what;
        if (campaign is { } one) log.LogError(failure, "The study of campaign {Campaign} could not be brought up to date and is tried again", one.Value);
        else log.LogError(failure, "The studies could not be brought up to date and are tried again");
    }

    public void Works(CampaignId? campaign)
    {
        if (!_failing.TryRemove(campaign ?? default, out _)) return;
        if (campaign is { } one) log.LogInformation("The study of campaign {Campaign} is up to date again", one.Value);
        else log.LogInformation("The studies are up to date again");
    }

    public void NotPublished(CampaignId campaign, Exception failure) =>
        log.LogError(failure, "The coming edition of campaign {Campaign} could not be made: the one before stands, and it is tried again", campaign.Value);

    /// <summary>One line when a published portrait falls back from the weights of its frame, or comes back to them.</summary>
    public void Weighted(StudyState state)
    {
        if (state.Portrait.Weights is not { Step: var step }) return;
        var before = _steps.GetValueOrDefault(state.Campaign.Id);
        if (before == step) return;
        _steps[state.Campaign.Id] = step;
        if (step > before) log.LogWarning("The portrait of campaign {Campaign} falls back to {Step} weights: its page says which margins are left out and why", state.Campaign.Id.Value, step);
        else log.LogInformation("The portrait of campaign {Campaign} has {Step} weights again", state.Campaign.Id.Value, step);
    }
}
