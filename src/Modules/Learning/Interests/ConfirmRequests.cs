using Diapason.Learning.Contracts;
using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Jobs;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Interests;

/// <summary>Writes to those who left an address that their request is kept, with the link by which to see what became of it or to take it back.</summary>
internal sealed class ConfirmRequests(DiapasonDb db, IDbContextFactory<DiapasonDb> databases, CouncilDirectory councils, LetterLinks links, InterestSeals seals, PostOfLists post, Texts<LearningModule> texts) : IJob
{
    public string Name => "learning.confirm-requests";

    public string TextKey => "job.confirm_requests";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!post.CanSend) return;
        foreach (var person in await post.NextAsync(db.EveryCouncil<Interest>().AsNoTracking().Where(i => i.IsToConfirm && !i.IsToTell), cancel))
        {
            if (await councils.FindAsync(person.CouncilId, cancel) is not { } council) continue;
            await using var ours = await databases.OfCouncilAsync(person.CouncilId, cancel);
            var row = ours.Set<Interest>().Where(i => i.Id == person.Id);
            if (await row.Where(i => i.IsToConfirm).ExecuteUpdateAsync(set => set.SetProperty(i => i.IsToConfirm, false), cancel) == 0 || person.Head.Length == 0) continue;
            var list = await ours.Set<InterestList>().AsNoTracking().SingleAsync(l => l.Id == person.ListId, cancel);
            var fate = await post.PostAsync(person, list, council, about => Write(person, list, about, council), cancel);
            await post.PutBackAsync(row, fate, set => set.SetProperty(i => i.IsToConfirm, true));
        }
    }

    private Letter Write(Interest person, InterestList list, string about, Council council) => new(
        person.Email, texts["interest.kept_subject", about],
        texts["interest.kept_letter", about, LocalDates.InWords(list.ClosesOn), links.Of(person.Head, person.Language, LearningLinks.Waiting(seals.OfRequest(person.Id))), council.Name.Here, PlaceLetters.Reach(council)]);
}
