using System.Diagnostics;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Studies.Portraits;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diapason.Studies.Following;

/// <summary>Every second, looks for answers sent or taken back and computes the studies they change. Each machine follows by itself: nothing is shared.</summary>
internal sealed class FollowAnswers(IServiceScopeFactory scopes, StudyShelf shelf, ComputePortrait compute, IHostApplicationLifetime lifetime, ILogger<FollowAnswers> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A long computation is followed by a rest this many times as long, so that answering keeps the processor.</summary>
    private const int Rest = 2;

    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(3);
    private readonly Dictionary<Guid, FollowCampaign> _followed = [];

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
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The studies could not be brought up to date and will be tried again");
            }

            var rest = Rest * Stopwatch.GetElapsedTime(began);
            await Task.Delay(rest < Pause ? Pause : rest < LongestRest ? rest : LongestRest, stoppingToken);
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DiapasonDb>();
        var campaigns = scope.ServiceProvider.GetRequiredService<ICampaigns>();
        var answers = scope.ServiceProvider.GetRequiredService<ISubmittedAnswers>();
        var stamps = await Study.StampsAsync(db, cancel);
        foreach (var gone in _followed.Keys.Except(stamps.Select(s => s.CouncilId)).ToList()) Forget(gone);
        foreach (var (councilId, stamp) in stamps)
        {
            try
            {
                if (await campaigns.LatestAsync(councilId, cancel) is not { } campaign) Forget(councilId);
                else if (await FollowedAsync(db, councilId, stamp, campaign, cancel) is { } follow && await follow.CatchUpAsync(answers, compute, campaign, cancel) is { } state)
                    shelf.Put(councilId, state);
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // One council's broken study must not stop the others.
                log.LogError(failure, "The study of council {Council} could not be brought up to date and will be tried again", councilId);
            }
        }
    }

    private async Task<FollowCampaign?> FollowedAsync(DiapasonDb db, Guid councilId, string stamp, CampaignFacts campaign, CancellationToken cancel)
    {
        if (_followed.TryGetValue(councilId, out var known) && known.Follows(stamp, campaign)) return known;
        Forget(councilId);
        if (FollowCampaign.Start(await Study.ReadAsync(db, councilId, stamp, cancel), campaign) is not { } follow) return null;
        return _followed[councilId] = follow;
    }

    private void Forget(Guid councilId)
    {
        _followed.Remove(councilId);
        shelf.Remove(councilId);
    }
}
