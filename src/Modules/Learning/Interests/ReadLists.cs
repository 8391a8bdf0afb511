using Diapason.Learning.Data;
using Diapason.Learning.Settling;
using Diapason.Needs.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Interests;

/// <summary>A list and how many people it has: a request, told at any size, and nothing else of them.</summary>
internal sealed record SeenList(InterestList List, int People, int Wanted)
{
    public bool IsReached => People >= Wanted;

    public string About(OfferNames names) => names.Entry(List.Entry)?.Title.Here ?? names.Competency(List.Competency)?.Name.Here ?? List.Competency;

    public string Region(OfferNames names) => names.Region(List.Region)?.Name.Here ?? "";
}

/// <summary>The open lists of the council. Who came twice, by the same address or number, is one person.</summary>
internal sealed class ReadLists(DiapasonDb db, ReadRules rules)
{
    public Task<IReadOnlyList<SeenList>> OpenAsync(CancellationToken cancel) => CountedAsync(db.Set<InterestList>().AsNoTracking().Where(l => l.State == ListState.Open), cancel);

    public Task<IReadOnlyList<SeenList>> AboutAsync(string entry, string competency, CancellationToken cancel) =>
        CountedAsync(db.Set<InterestList>().AsNoTracking().Where(l => l.State == ListState.Open && (entry.Length > 0 ? l.Entry == entry : l.Competency == competency)), cancel);

    public async Task<SeenList?> FindAsync(Guid id, CancellationToken cancel) => (await CountedAsync(db.Set<InterestList>().AsNoTracking().Where(l => l.Id == id), cancel)).SingleOrDefault();

    private async Task<IReadOnlyList<SeenList>> CountedAsync(IQueryable<InterestList> which, CancellationToken cancel)
    {
        var wanted = (await rules.RunAsync(cancel)).ListSize;
        var lists = await which.ToListAsync(cancel);
        var people = await db.Set<Interest>().Where(i => which.Any(l => l.Id == i.ListId)).GroupBy(i => i.ListId).Select(g => new { g.Key, Count = g.Select(i => i.Email != "" ? i.Email : i.Phone).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        return [.. lists.Select(list => new SeenList(list, people.GetValueOrDefault(list.Id), wanted)).Where(l => l.People > 0 || l.List.State != ListState.Open).OrderByDescending(l => l.People)];
    }
}
