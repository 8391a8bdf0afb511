using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Invitations;

/// <summary>A list compared with what a campaign has already.</summary>
/// <param name="New">Those it would add.</param>
/// <param name="Faults">Those it would not: invited already, or who want no mail.</param>
internal sealed record ComparedAddresses(IReadOnlyList<(AddressRow Row, byte[] Hash)> New, IReadOnlyList<AddressFault> Faults);

/// <summary>Adds people to the list of a campaign. Who is in it stays as they are, and who has refused is never added.</summary>
internal sealed class KeepAddresses(DiapasonDb db, AddressHashes hashes, AuditTrail audit)
{
    /// <summary>Written together: a list must not keep those who answer waiting.</summary>
    private const int Batch = 500;

    public async Task<ComparedAddresses> CompareAsync(CampaignFacts campaign, IReadOnlyList<AddressRow> people, CancellationToken cancel)
    {
        var (id, hash) = (campaign.Id.Value, await hashes.OfAsync(campaign.CouncilId, cancel));
        var known = (await db.Set<Invitation>().Where(i => i.CampaignId == id).Select(i => i.AddressHash).ToListAsync(cancel)).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        var refused = (await db.Set<Refusal>().Select(r => r.AddressHash).ToListAsync(cancel)).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        var (added, faults) = (new List<(AddressRow, byte[])>(), new List<AddressFault>());
        foreach (var row in people)
        {
            var bytes = hash.Hash(row.Email);
            var text = Convert.ToHexString(bytes);
            if (refused.Contains(text)) faults.Add(new(row.Line, "refused", row.Email));
            else if (known.Contains(text)) faults.Add(new(row.Line, "known", row.Email));
            else added.Add((row, bytes));
        }

        return new(added, faults);
    }

    public async Task<Outcome<int>> RunAsync(CampaignFacts campaign, IReadOnlyList<AddressRow> people, CancellationToken cancel)
    {
        var id = campaign.Id.Value;
        var list = await InvitationLists.EnsureAsync(db, id, campaign.CouncilId, cancel);
        if (InvitationProblems.Of(campaign, list) is { } refusal) return refusal;
        var compared = await CompareAsync(campaign, people, cancel);
        if (compared.New.Count == 0) return Problem.Invalid("bring.nobody");
        if (compared.New.Count + await db.Set<Invitation>().CountAsync(i => i.CampaignId == id, cancel) > ReadAddresses.MostRows) return Problem.Invalid("bring.too_many", null, ("most", ReadAddresses.MostRows));
        audit.Record(new InvitationActs.Brought(id, compared.New.Count));
        try
        {
            foreach (var some in compared.New.Chunk(Batch))
            {
                db.AddRange(some.Select(s => New(campaign, s.Row, s.Hash)));
                await db.SaveChangesAsync(cancel);
            }

            return compared.New.Count;
        }
        catch (DbUpdateException)
        {
            // Two people brought the same addresses at the same moment.
            return CampaignProblems.AlreadySo;
        }
    }

    private static Invitation New(CampaignFacts campaign, AddressRow row, byte[] hash) => new()
    {
        Id = RandomId.New(),
        CouncilId = campaign.CouncilId,
        CampaignId = campaign.Id.Value,
        Email = row.Email,
        Name = row.Name,
        Language = row.Language,
        AddressHash = hash,
    };
}
