using Diapason.Learning.Data;
using Diapason.Needs.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Learning.Interests;

/// <summary>Letters to those who wait on lists, a few at each run: who was put off is tried again after the others, and not before a while.</summary>
internal sealed class PostOfLists(Mailer mailer, IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int Most = 60;

    /// <summary>A server that puts a letter off takes it some minutes later.</summary>
    private const int Minutes = 10;

    public bool CanSend => mailer.CanSend;

    public Task<List<Interest>> NextAsync(IQueryable<Interest> due, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddMinutes(-Minutes);
        return due.Where(i => i.TriedAt == null || i.TriedAt <= before).OrderBy(i => i.TriedAt != null).ThenBy(i => i.TriedAt).ThenBy(i => i.Id).Take(Most).ToListAsync(cancel);
    }

    /// <summary>Puts a letter back, which could not be sent: the same server may be away for everybody, and then the rest waits.</summary>
    /// <param name="row">Whose.</param>
    /// <param name="fate">What became of it.</param>
    /// <param name="putBack">Says again which letter is due.</param>
    /// <returns>False when there is nothing to put back.</returns>
    public async Task<bool> PutBackAsync(IQueryable<Interest> row, MailFate fate, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<Interest>> putBack)
    {
        if (fate is not (MailFate.Later or MailFate.Away)) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        await row.ExecuteUpdateAsync(putBack, CancellationToken.None);
        if (fate == MailFate.Away) throw new InvalidOperationException("The mail server takes no mail: the rest waits.");
        await row.ExecuteUpdateAsync(set => set.SetProperty(i => i.TriedAt, now), CancellationToken.None);
        return true;
    }

    // A method of its own: the language it speaks ends with it.
    public async Task<MailFate> PostAsync(Interest person, InterestList list, Council council, Func<string, Letter> write, CancellationToken cancel)
    {
        Languages.Use(person.Language);
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentCouncil>().Set(council);
        return await mailer.TryAsync(write(SeenList.Named(list, await scope.ServiceProvider.GetRequiredService<IOfferNames>().ReadAsync(cancel))), CancellationToken.None);
    }
}
