using Diapason.Consultations.Contracts;
using Diapason.Consultations.Invitations;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;

namespace Diapason.Consultations.Returned;

/// <summary>A file of notices, by the name it is called.</summary>
internal sealed record NoticeFile(string Name, byte[] Content);

/// <summary>What notices changed, and which files were none.</summary>
internal sealed record ReadNotices(IReadOnlyDictionary<ReturnedResult, int> Changed, IReadOnlyList<string> NoNotice, IReadOnlyList<string> Elsewhere)
{
    public bool AreAllRead => NoNotice.Count == 0 && Elsewhere.Count == 0;

    public int Of(ReturnedResult result) => Changed.GetValueOrDefault(result);
}

/// <summary>Reads the notices that a member of staff brings. The trail keeps how many addresses they changed.</summary>
internal sealed class BringReturned(DiapasonDb db, TakeReturned take, AuditTrail audit)
{
    public async Task<ReadNotices> RunAsync(CampaignFacts campaign, IReadOnlyList<NoticeFile> files, CancellationToken cancel)
    {
        var (changed, none, elsewhere) = (new Dictionary<ReturnedResult, int>(), new List<string>(), new List<string>());
        foreach (var file in files)
        {
            foreach (var notice in DeliveryReport.Mails(file.Content))
            {
                if (DeliveryReport.Read(notice) is not { } report)
                {
                    none.Add(file.Name);
                    continue;
                }

                var result = await take.RunAsync(campaign.CouncilId, campaign, (notice, report), cancel);
                if (result == ReturnedResult.Elsewhere) elsewhere.Add(file.Name);
                else changed[result] = changed.GetValueOrDefault(result) + 1;
            }
        }

        var read = new ReadNotices(changed, [.. none.Distinct()], [.. elsewhere.Distinct()]);
        audit.Record(new InvitationActs.ReturnedRead(campaign.Id.Value, read.Of(ReturnedResult.Refused) + read.Of(ReturnedResult.ToSendAgain)));
        await db.SaveChangesAsync(cancel);
        return read;
    }
}
