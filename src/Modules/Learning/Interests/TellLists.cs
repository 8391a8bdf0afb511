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

namespace Diapason.Learning.Interests;

/// <summary>Tells those whose list closed without a session, with two other ways to learn; once told, nothing is left of them.</summary>
internal sealed class TellLists(DiapasonDb db, WriteAheadLog log, IDbContextFactory<DiapasonDb> databases, CouncilDirectory councils, LetterLinks links, PostOfLists post, Texts<LearningModule> texts) : IJob
{
    public string Name => "learning.tell-lists";

    public string TextKey => "job.tell_lists";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!post.CanSend) return;
        var erased = 0;
        foreach (var person in await post.NextAsync(db.EveryCouncil<Interest>().AsNoTracking().Where(i => i.IsToTell), cancel))
        {
            if (await councils.FindAsync(person.CouncilId, cancel) is not { } council) continue;
            await using var ours = await databases.OfCouncilAsync(person.CouncilId, cancel);
            var row = ours.Set<Interest>().Where(i => i.Id == person.Id);
            if (await row.Where(i => i.IsToTell).ExecuteUpdateAsync(set => set.SetProperty(i => i.IsToTell, false), cancel) == 0) continue;
            var list = await ours.Set<InterestList>().AsNoTracking().SingleAsync(l => l.Id == person.ListId, cancel);
            var fate = person.Head.Length > 0 ? await post.PostAsync(person, list, council, about => Write(person, about, council), cancel) : MailFate.Refused;
            if (!await post.PutBackAsync(row, fate, set => set.SetProperty(i => i.IsToTell, true))) erased += await row.ExecuteDeleteAsync(CancellationToken.None);
        }

        if (erased > 0) await log.EmptyAsync(CancellationToken.None);
    }

    private Letter Write(Interest person, string about, Council council) => new(
        person.Email, texts["interest.letter_subject", about], texts["interest.letter", about, links.Of(person.Head, person.Language, NeedsLinks.Start), links.Of(person.Head, person.Language, LearningLinks.Start), council.Name.Here]);
}
