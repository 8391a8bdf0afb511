using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Joining;

/// <summary>Somebody enters a room: a table, a yes or a no about their words, and a code that is theirs. No name is asked.</summary>
internal sealed class JoinWorkshop(DiapasonDb db, CurrentCouncil council)
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
        var hash = SecretCode.Hash(code);
        // The form was sent twice: it is one person.
        if (await db.Set<Participant>().AnyAsync(p => p.CodeHash == hash, cancel)) return code;
        db.Add(new Participant { Id = RandomId.New(), CouncilId = council.Id, WorkshopId = seen.Workshop.Id, CodeHash = hash, TableNumber = form.Table ?? 0, KeepsWords = form.Words == JoinForm.Yes });
        await db.SaveChangesAsync(cancel);
        return code;
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
