using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Diapason.Workshops.Contracts;
using Diapason.Workshops.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Joining;

/// <summary>Writes once to those who asked to know, then destroys their address: it is taken before it is handed over, and comes back only when the mail could not leave.</summary>
internal sealed class SendReturns(DiapasonDb db, IDbContextFactory<DiapasonDb> databases, CouncilDirectory councils, CardLinks links, Mailer mailer, WriteAheadLog log, Texts<WorkshopsModule> texts) : IJob
{
    private const int Most = 100;

    public string Name => "workshops.send-returns";

    public string TextKey => "job.send_returns";

    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!mailer.CanSend) return;
        var sent = 0;
        foreach (var address in await db.EveryCouncil<ReturnAddress>().AsNoTracking().Where(a => a.IsToTell).OrderBy(a => a.Id).Take(Most).ToListAsync(cancel))
        {
            if (await councils.FindAsync(address.CouncilId, cancel) is not { } council) continue;
            await using var ours = await databases.OfCouncilAsync(address.CouncilId, cancel);
            if (await ours.Set<ReturnAddress>().Where(a => a.Id == address.Id && a.IsToTell).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsToTell, false), cancel) == 0) continue;
            var workshop = await ours.Set<Workshop>().AsNoTracking().SingleAsync(w => w.Id == address.WorkshopId, cancel);
            var fate = address.Head.Length == 0 ? MailFate.Refused : await PostAsync(address, workshop, council);
            if (fate is MailFate.Later or MailFate.Away)
            {
                await ours.Set<ReturnAddress>().Where(a => a.Id == address.Id).ExecuteUpdateAsync(set => set.SetProperty(a => a.IsToTell, true), CancellationToken.None);
                if (fate == MailFate.Away) throw new InvalidOperationException("The mail server takes no mail: the rest waits.");
                continue;
            }

            sent += await ours.Set<ReturnAddress>().Where(a => a.Id == address.Id).ExecuteDeleteAsync(CancellationToken.None);
        }

        if (sent > 0) await log.EmptyAsync(CancellationToken.None);
    }

    // A method of its own: the language it speaks ends with it.
    private async Task<MailFate> PostAsync(ReturnAddress address, Workshop workshop, Council council)
    {
        Languages.Use(address.Language);
        var title = workshop.Read().Title.Here;
        var text = texts["letter.text", title, links.Of(address.Head, address.Language, WorkshopsLinks.Ideas(workshop.Code)), links.Of(address.Head, address.Language, WorkshopsLinks.Code), council.Name.Here];
        return await mailer.TryAsync(new Letter(address.Email, texts["letter.subject", title], text), CancellationToken.None);
    }
}
