using System.Collections.Concurrent;
using Diapason.Consultations.Contracts;
using Diapason.Studies.Following;

namespace Diapason.Studies.Watching;

/// <summary>A watch for each campaign, in memory: a restart forgets it, and each machine has its own.</summary>
internal sealed class WatchSendings(StudyShelf shelf, ISubmittedAnswers answers, TimeProvider clock) : IWatchSendings
{
    private readonly ConcurrentDictionary<CampaignId, CampaignWatch> _watches = new();
    private readonly DateTimeOffset _started = clock.GetUtcNow();

    public async ValueTask<ISendingWatch> OfAsync(CampaignFacts campaign, CancellationToken cancel)
    {
        var watch = _watches.GetOrAdd(campaign.Id, _ => new CampaignWatch(campaign.Id, _started, clock));
        await watch.PrepareAsync(shelf.Find(campaign.Id), answers, cancel);
        return watch;
    }
}
