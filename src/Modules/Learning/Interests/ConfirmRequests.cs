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

/// <summary>Writes to those who left an address that their request is kept, with the link by which to see what became of it or to take it back.</summary>
internal sealed class ConfirmRequests(DiapasonDb db, IDbContextFactory<DiapasonDb> databases, CouncilDirectory councils, LetterLinks links, InterestSeals seals, Mailer mailer, IServiceScopeFactory scopes, Texts<LearningModule> texts) : IJob
{
    private const int Most = 60;

    public string Name => "learning.confirm-requests";

    public string TextKey => "job.confirm_requests";

    public TimeSpan Every => TimeSpan.FromMinutes(1);

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!mailer.CanSend) return;
        foreach (var person in await db.EveryCouncil<Interest>().AsNoTracking().Where(i => i.IsToConfirm && !i.IsToTell).OrderBy(i => i.Id).Take(Most).ToListAsync(cancel))
        {
            if (await councils.FindAsync(person.CouncilId, cancel) is not { } council) continue;
            await using var ours = await databases.OfCouncilAsync(person.CouncilId, cancel);
            var row = ours.Set<Interest>().Where(i => i.Id == person.Id);
            if (await row.Where(i => i.IsToConfirm).ExecuteUpdateAsync(set => set.SetProperty(i => i.IsToConfirm, false), cancel) == 0 || person.Head.Length == 0) continue;
            var list = await ours.Set<InterestList>().AsNoTracking().SingleAsync(l => l.Id == person.ListId, cancel);
            var fate = await PostAsync(person, list, council, cancel);
            if (fate is not (MailFate.Later or MailFate.Away)) continue;
            await row.ExecuteUpdateAsync(set => set.SetProperty(i => i.IsToConfirm, true), CancellationToken.None);
            if (fate == MailFate.Away) throw new InvalidOperationException("The mail server takes no mail: the rest waits.");
        }
    }

    // A method of its own: the language it speaks ends with it.
    private async Task<MailFate> PostAsync(Interest person, InterestList list, Council council, CancellationToken cancel)
    {
        Languages.Use(person.Language);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCouncil>().Set(council);
        var about = SeenList.Named(list, await scope.ServiceProvider.GetRequiredService<IOfferNames>().ReadAsync(cancel));
        var text = texts["interest.kept_letter", about, LocalDates.InWords(list.ClosesOn), links.Of(person.Head, person.Language, LearningLinks.Waiting(seals.OfRequest(person.Id))), council.Name.Here, PlaceLetters.Reach(council)];
        return await mailer.TryAsync(new Letter(person.Email, texts["interest.kept_subject", about], text), CancellationToken.None);
    }
}
