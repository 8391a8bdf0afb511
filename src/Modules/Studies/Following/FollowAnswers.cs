using System.Diagnostics;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Studies.Keeping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Diapason.Studies.Following;

/// <summary>Every second, looks for answers sent or taken back and for new editions, and lays out what each study shows. Each machine follows by itself: nothing is shared.</summary>
internal sealed class FollowAnswers(IServiceScopeFactory scopes, StudyShelf shelf, IHostApplicationLifetime lifetime, FollowingLog log, TimeProvider clock) : BackgroundService
{
    /// <summary>Answers kept in memory for all campaigns together, some thirty bytes each; beyond, the columns of those that move least are given back.</summary>
    internal const int MostRows = 2_000_000;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A long computation is followed by a rest this many times as long, so that answering keeps the processor.</summary>
    private const int Rest = 2;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(3);
    private readonly Dictionary<CampaignId, FollowCampaign> _followed = [];
    private readonly List<CampaignId> _byChange = [];
    private readonly StudyDefinitions _definitions = new();
    private readonly ReadPublications _publications = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The server listens first: reading every answer must not delay it.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (lifetime.ApplicationStarted.Register(() => started.TrySetResult()))
        await using (stoppingToken.Register(() => started.TrySetCanceled(stoppingToken)))
            await started.Task;
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = Stopwatch.GetTimestamp();
            try
            {
                await LookAsync(stoppingToken);
                shelf.EndFirstRound();
                log.Works(null);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.Fails(null, failure);
            }

            var rest = Rest * Stopwatch.GetElapsedTime(began);
            await Task.Delay(rest < Pause ? Pause : rest < LongestRest ? rest : LongestRest, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiapasonDb>();
        var answers = scope.ServiceProvider.GetRequiredService<ISubmittedAnswers>();
        await _definitions.RefreshAsync(db, scope.ServiceProvider.GetRequiredService<CouncilDirectory>(), cancel);
        await _publications.RefreshAsync(db, cancel);
        var (campaigns, current) = await CampaignsAsync(scope.ServiceProvider.GetRequiredService<ICampaigns>(), cancel);
        foreach (var gone in _followed.Keys.Except(campaigns.Select(c => c.Id)).ToList()) Forget(gone);
        foreach (var campaign in campaigns)
        {
            try
            {
                await FollowAsync(db, answers, campaign, current.Contains(campaign.Id), cancel);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // One campaign's broken study must not stop the others.
                log.Fails(campaign.Id, failure);
            }
        }

        KeepWithin(MostRows);
    }

    /// <summary>The campaigns that opened in councils with a portrait, the current one of each first.</summary>
    private async Task<(List<CampaignFacts> Campaigns, HashSet<CampaignId> Current)> CampaignsAsync(ICampaigns directory, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (opened, current) = (new List<CampaignFacts>(), new HashSet<CampaignId>());
        foreach (var council in _definitions.Councils)
        {
            opened.AddRange((await directory.AllAsync(council, cancel)).Where(c => c.OpensAt <= now));
            if (await directory.LatestAsync(council, cancel) is { } latest) current.Add(latest.Id);
        }

        return ([.. opened.OrderByDescending(c => current.Contains(c.Id)).ThenByDescending(c => c.OpensAt)], current);
    }

    private async Task FollowAsync(DiapasonDb db, ISubmittedAnswers answers, CampaignFacts campaign, bool isCurrent, CancellationToken cancel)
    {
        var published = await _publications.OfAsync(db, campaign, cancel);
        if (campaign.DestroyedAt is not null)
        {
            _followed.Remove(campaign.Id);
            _byChange.Remove(campaign.Id);
            await ShowKeptPortrait.RunAsync(db, shelf, (campaign, published), isCurrent, cancel);
            return;
        }

        if (await _definitions.FindAsync(db, campaign, cancel) is not { } study)
        {
            Forget(campaign.Id);
            return;
        }

        var known = _followed.GetValueOrDefault(campaign.Id);
        if (known?.Follows(study, campaign) != true)
        {
            Forget(campaign.Id);
            _followed[campaign.Id] = known = new FollowCampaign(study, campaign);
        }

        if (await known.CatchUpAsync(answers, published, campaign, cancel) is { } state)
        {
            shelf.Put(state, isCurrent);
            log.Weighted(state);
            _byChange.Remove(campaign.Id);
            _byChange.Add(campaign.Id);
        }
        else if (isCurrent) shelf.MakeCurrent(campaign.Id);

        if (campaign.StateAt(clock.GetUtcNow().UtcDateTime) == CampaignState.Closed) known.Release();
        log.Works(campaign.Id);
    }

    private void KeepWithin(int most)
    {
        foreach (var campaign in _byChange)
        {
            if (_followed.Values.Sum(f => f.Rows) <= most) return;
            if (_followed.TryGetValue(campaign, out var follow)) follow.Release();
        }
    }

    private void Forget(CampaignId campaign)
    {
        _followed.Remove(campaign);
        _byChange.Remove(campaign);
        shelf.Remove(campaign);
    }
}
