using System.Data.Common;
using System.Security.Cryptography;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Security;

namespace Diapason.Consultations.Interests;

/// <summary>
/// Those who have confirmed and are not written yet. Written at each confirmation, a row would say who had just answered, to whoever copies the database before and after: they
/// wait here, in memory only, until they are ten, and are written together in a drawn order. A stop loses nine at most; their link of confirmation still serves.
/// </summary>
internal sealed class WaitingInterests(GroupCommit commits)
{
    private const string Keep = """
        INSERT INTO consultations_interest (id, council_id, campaign_id, email, language, address_hash, head) VALUES (@id, @council, @campaign, @email, @language, @hash, @head)
        ON CONFLICT (campaign_id, address_hash) DO NOTHING
        """;

    private readonly Lock _lock = new();
    private readonly Dictionary<CampaignId, Dictionary<string, (AskedInterest Asked, byte[] Hash)>> _waiting = [];

    /// <param name="campaign">The consultation.</param>
    /// <param name="person">Somebody who has confirmed.</param>
    /// <param name="isClosed">Nobody answers any more: all that wait are written, however few.</param>
    /// <param name="cancel">Stops it.</param>
    public Task AddAsync(CampaignFacts campaign, (AskedInterest Asked, byte[] Hash) person, bool isClosed, CancellationToken cancel)
    {
        lock (_lock)
        {
            if (!_waiting.TryGetValue(campaign.Id, out var waiting)) _waiting[campaign.Id] = waiting = new(StringComparer.Ordinal);
            waiting[Convert.ToHexString(person.Hash)] = person;
        }

        return WriteAsync(campaign, isClosed ? 1 : Tray.Least, cancel);
    }

    /// <summary>Writes those of a campaign once they are so many.</summary>
    public async Task WriteAsync(CampaignFacts campaign, int least, CancellationToken cancel)
    {
        (AskedInterest Asked, byte[] Hash)[] together;
        lock (_lock) together = _waiting.TryGetValue(campaign.Id, out var waiting) ? [.. waiting.Values] : [];
        if (together.Length == 0 || together.Length < least) return;
        RandomNumberGenerator.Shuffle(together);
        await commits.CommitAsync((connection, stop) => WriteAsync(connection, campaign, together, stop), cancel);
        lock (_lock) foreach (var (_, hash) in together) _waiting[campaign.Id].Remove(Convert.ToHexString(hash));
    }

    /// <summary>Somebody wants no more mail.</summary>
    public void Forget(byte[] hash)
    {
        lock (_lock) foreach (var waiting in _waiting.Values) waiting.Remove(Convert.ToHexString(hash));
    }

    private static async ValueTask<int> WriteAsync(DbConnection connection, CampaignFacts campaign, (AskedInterest Asked, byte[] Hash)[] together, CancellationToken cancel)
    {
        foreach (var (asked, hash) in together)
        {
            await using var keep = connection.Command(
                Keep, ("id", RandomId.New()), ("council", campaign.CouncilId), ("campaign", campaign.Id.Value), ("email", asked.Email), ("language", asked.Language), ("hash", hash), ("head", asked.Head));
            await keep.ExecuteNonQueryAsync(cancel);
        }

        return together.Length;
    }
}
