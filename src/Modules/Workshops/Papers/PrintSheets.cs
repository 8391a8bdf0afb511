using System.Globalization;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Security;
using Diapason.Workshops.Data;
using Diapason.Workshops.Preparing;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Workshops.Papers;

/// <summary>Sheets of paper, each with its number and a code that is nobody’s until somebody takes the sheet. Asked again by the same form, they are the same sheets.</summary>
internal sealed class PrintSheets(DiapasonDb db, GroupCommit commits, CurrentCouncil council)
{
    public const int Most = 200;
    private const string Take = "UPDATE workshops_workshop SET sheets = sheets + @count WHERE id = @workshop AND council_id = @council RETURNING sheets";

    public async Task<Outcome<List<PaperSheet>>> RunAsync(SeenWorkshop seen, int? asked, string? key, CancellationToken cancel)
    {
        if (asked is not (>= 1 and <= Most) || SecretCode.Read(key) is not { } drawn) return Problem.Invalid("sheets.count_wrong", "Count", ("most", Most));
        var codes = Enumerable.Range(1, asked.Value).Select(n => SecretCode.Derive(drawn, string.Create(CultureInfo.InvariantCulture, $"workshops.sheet.{n}"))).ToList();
        var hashes = codes.ToDictionary(SecretCode.Hash, code => code, Bytes.Same);
        var wanted = hashes.Keys.ToList();
        var known = await db.Set<Participant>().AsNoTracking().Where(p => p.WorkshopId == seen.Workshop.Id && wanted.Contains(p.CodeHash)).ToListAsync(cancel);
        var fresh = hashes.Where(h => !known.Any(p => p.CodeHash.AsSpan().SequenceEqual(h.Key))).ToList();
        if (fresh.Count > 0)
        {
            var last = await TakeAsync(seen.Workshop.Id, fresh.Count, cancel);
            var number = last - fresh.Count;
            var added = fresh.Select(h => new Participant { Id = RandomId.New(), CouncilId = council.Id, WorkshopId = seen.Workshop.Id, CodeHash = h.Key, TableNumber = 0, KeepsWords = false, Sheet = ++number }).ToList();
            db.AddRange(added);
            await db.SaveChangesAsync(cancel);
            known.AddRange(added);
        }

        return new List<PaperSheet>(known.OrderBy(p => p.Sheet).Select(p => new PaperSheet(p.Sheet!.Value, hashes[p.CodeHash])));
    }

    private Task<int> TakeAsync(Guid workshop, int count, CancellationToken cancel) => commits.CommitAsync(
        async (connection, stop) =>
        {
            await using var take = connection.Command(Take, ("count", count), ("workshop", workshop), ("council", council.Id));
            return Convert.ToInt32(await take.ExecuteScalarAsync(stop), CultureInfo.InvariantCulture);
        },
        cancel);

    /// <summary>Two hashes are one when their bytes are.</summary>
    private sealed class Bytes : IEqualityComparer<byte[]>
    {
        public static readonly Bytes Same = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => BitConverter.ToInt32(obj);
    }
}

/// <summary>One sheet: its number and the code of whoever takes it.</summary>
internal sealed record PaperSheet(int Number, string Code);
