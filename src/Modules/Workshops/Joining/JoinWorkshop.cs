using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Diapason.Workshops.Saying;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Joining;

/// <summary>Somebody enters a room: a table, a yes or a no about their words, and a code that is theirs. No name is asked.</summary>
internal sealed class JoinWorkshop(DiapasonDb db, TakeBack takeBack, CurrentCouncil council)
{
    /// <summary>So many in one room.</summary>
    private const int Most = 5000;

    /// <summary>The code of their card.</summary>
    public async Task<Outcome<string>> RunAsync(SeenWorkshop seen, JoinForm form, CancellationToken cancel)
    {
        if (seen.Workshop.State != WorkshopState.Open) return Problem.Lost("join.closed");
        if (seen.People >= Most) return Problem.Lost("join.full");
        if (form.Problems(seen.Content.Tables) is { Count: > 0 } problems) return problems[0];
        var code = SecretCode.Derive(SecretCode.Read(form.Key) ?? SecretCode.New(), "workshops.card");
        try
        {
            await EnterAsync(seen.Workshop, form, SecretCode.Hash(code), cancel);
        }
        catch (DbUpdateException)
        {
            // Sent twice at the same moment: the other has written the person.
            db.ChangeTracker.Clear();
            await EnterAsync(seen.Workshop, form, SecretCode.Hash(code), cancel);
        }

        return code;
    }

    private async Task EnterAsync(Workshop workshop, JoinForm form, byte[] hash, CancellationToken cancel)
    {
        var (table, keeps) = (form.Table ?? 0, form.Words == JoinForm.Yes);
        // The form was sent twice: it is one person, who has said last what holds. A no takes back the words of a yes.
        if (await db.Set<Participant>().AsNoTracking().SingleOrDefaultAsync(p => p.CodeHash == hash, cancel) is { } known)
        {
            if (known.KeepsWords && !keeps) await takeBack.WordsAsync(known, cancel);
            await db.Set<Participant>().Where(p => p.Id == known.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.TableNumber, table).SetProperty(p => p.KeepsWords, keeps), cancel);
            return;
        }

        db.Add(new Participant { Id = RandomId.New(), CouncilId = council.Id, WorkshopId = workshop.Id, CodeHash = hash, TableNumber = table, KeepsWords = keeps });
        await db.SaveChangesAsync(cancel);
    }
}

/// <summary>What somebody says at the door.</summary>
internal sealed record JoinForm
{
    public const string Yes = "yes";
    public const string No = "no";

    public int? Table { get; init; }
    public string? Words { get; init; }

    /// <summary>Drawn with the form: sent twice, it is one person.</summary>
    public string? Key { get; init; }

    public IReadOnlyList<Problem> Problems(int tables)
    {
        var problems = new List<Problem>();
        if (tables > 0 && Table is { } table && (table < 1 || table > tables)) problems.Add(Problem.Invalid("join.table_wrong", nameof(Table), ("most", tables)));
        if (Words is not (Yes or No)) problems.Add(Problem.Invalid("join.words_missing", nameof(Words)));
        return problems;
    }
}
