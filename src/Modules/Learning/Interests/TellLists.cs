using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Needs.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Learning.Interests;

/// <summary>Tells those whose list closed without a session, with two other ways to learn; once told, nothing is left of them.</summary>
internal sealed class TellLists(DiapasonDb db, WriteAheadLog log, IDbContextFactory<DiapasonDb> databases, CouncilDirectory councils, LetterLinks links, Mailer mailer, IServiceScopeFactory scopes, Texts<LearningModule> texts) : IJob
{
    private const int Most = 60;

    public string Name => "learning.tell-lists";

    public string TextKey => "job.tell_lists";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!mailer.CanSend) return;
        var erased = 0;
        foreach (var person in await db.EveryCouncil<Interest>().AsNoTracking().Where(i => i.IsToTell).OrderBy(i => i.Id).Take(Most).ToListAsync(cancel))
        {
            if (await councils.FindAsync(person.CouncilId, cancel) is not { } council) continue;
            await using var ours = await databases.OfCouncilAsync(person.CouncilId, cancel);
            if (await ours.Set<Interest>().Where(i => i.Id == person.Id && i.IsToTell).ExecuteUpdateAsync(set => set.SetProperty(i => i.IsToTell, false), cancel) == 0) continue;
            var list = await ours.Set<InterestList>().AsNoTracking().SingleAsync(l => l.Id == person.ListId, cancel);
            var fate = person.Head.Length > 0 ? await PostAsync(person, list, council, cancel) : MailFate.Refused;
            if (fate is MailFate.Later or MailFate.Away)
            {
                await ours.Set<Interest>().Where(i => i.Id == person.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.IsToTell, true), CancellationToken.None);
                if (fate == MailFate.Away) throw new InvalidOperationException("The mail server takes no mail: the rest waits.");
                continue;
            }

            erased += await ours.Set<Interest>().Where(i => i.Id == person.Id).ExecuteDeleteAsync(CancellationToken.None);
        }

        if (erased > 0) await log.EmptyAsync(CancellationToken.None);
    }

    // A method of its own: the language it speaks ends with it.
    private async Task<MailFate> PostAsync(Interest person, InterestList list, Council council, CancellationToken cancel)
    {
        Languages.Use(person.Language);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCouncil>().Set(council);
        var about = SeenList.Named(list, await scope.ServiceProvider.GetRequiredService<IOfferNames>().ReadAsync(cancel));
        var text = texts["interest.letter", about, links.Of(person.Head, person.Language, NeedsLinks.Start), links.Of(person.Head, person.Language, LearningLinks.Start), council.Name.Here];
        return await mailer.TryAsync(new Letter(person.Email, texts["interest.letter_subject", about], text), CancellationToken.None);
    }
}
