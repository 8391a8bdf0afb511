using Diapason.Learning.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Places;

/// <summary>Posts the mails that are due about places, a few at each run and each once: a letter is taken before it is handed over. Who has no address is called by somebody.</summary>
internal sealed class SendLetters(DiapasonDb db, IDbContextFactory<DiapasonDb> databases, CouncilDirectory councils, PlaceLetters letters, Mailer mailer) : IJob
{
    private const int Most = 100;

    public string Name => "learning.send-letters";

    public string TextKey => "job.send_letters";

    public TimeSpan Every => TimeSpan.FromSeconds(20);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!mailer.CanSend) return;
        foreach (var place in await db.EveryCouncil<Registration>().AsNoTracking().Where(r => r.Letter != DueLetter.None).OrderBy(r => r.Ordinal).Take(Most).ToListAsync(cancel))
        {
            if (await councils.FindAsync(place.CouncilId, cancel) is not { } council) continue;
            await using var ours = await databases.OfCouncilAsync(place.CouncilId, cancel);
            var row = ours.Set<Registration>().Where(r => r.Id == place.Id && r.Letter == place.Letter);
            if (await row.ExecuteUpdateAsync(set => set.SetProperty(r => r.Letter, DueLetter.None).SetProperty(r => r.Changes, 0), cancel) == 0 || place.Email.Length == 0 || place.Head.Length == 0) continue;
            var session = await ours.Set<Session>().AsNoTracking().SingleAsync(s => s.Id == place.SessionId, cancel);
            var rank = place.Letter == DueLetter.Waiting ? await ours.Set<Registration>().CountAsync(r => r.SessionId == place.SessionId && r.State == PlaceState.Waiting && r.Ordinal <= place.Ordinal, cancel) : 0;
            var fate = await PostAsync(place, session, rank, council);
            if (fate is not (MailFate.Later or MailFate.Away)) continue;
            await ours.Set<Registration>().Where(r => r.Id == place.Id && r.Letter == DueLetter.None).ExecuteUpdateAsync(set => set.SetProperty(r => r.Letter, place.Letter).SetProperty(r => r.Changes, place.Changes), CancellationToken.None);
            if (fate == MailFate.Away) throw new InvalidOperationException("The mail server takes no mail: the rest waits.");
        }
    }

    // A method of its own: the language it speaks ends with it.
    private async Task<MailFate> PostAsync(Registration place, Session session, int rank, Council council) => await mailer.TryAsync(letters.Write(place, session, rank, council), CancellationToken.None);
}
