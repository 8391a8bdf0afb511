using Diapason.Consultations.Interests;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>Somebody wants no more mail from a council: none of its lists writes to them again, now or later. Asked twice, it is done.</summary>
internal sealed class RefuseMails(DiapasonDb db, CurrentCouncil council, WaitingInterests waiting, GroupCommit commits)
{
    private const string Keep = "INSERT INTO consultations_refusal (council_id, address_hash) VALUES (@council, @hash) ON CONFLICT DO NOTHING";

    public async Task RunAsync(byte[] addressHash, CancellationToken cancel)
    {
        var id = council.Id;
        await commits.CommitAsync(
            async (connection, stop) =>
            {
                await using var keep = connection.Command(Keep, ("council", id), ("hash", addressHash));
                return await keep.ExecuteNonQueryAsync(stop);
            },
            cancel);
        waiting.Forget(addressHash);
        await db.Set<Interest>().Where(i => i.AddressHash == addressHash).ExecuteDeleteAsync(cancel);
        // Who has answered has: nobody writes to them again anyway.
        await db.Set<Invitation>().Where(i => i.AddressHash == addressHash && i.State != InvitationState.Used)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, InvitationState.Unsubscribed).SetProperty(i => i.NextAttemptAt, (DateTime?)null), cancel);
    }
}
