using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Learning.Settling;
using Diapason.Needs.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Interests;

/// <summary>A list and how many people it has: a request, told at any size, and nothing else of them.</summary>
internal sealed record SeenList(InterestList List, int People, int Wanted)
{
    /// <summary>The open lists whose people the same session serves.</summary>
    public IReadOnlyList<InterestList> Kin { get; init; } = [];

    /// <summary>What they asked for, those of its kin included; each person once.</summary>
    public Asked Together { get; init; } = new(People, new Dictionary<Sessions.SessionFormat, int>(), new Dictionary<string, int>());

    public bool IsReached => Together.People >= Wanted;

    public string About(OfferNames names) => Named(List, names);

    public string Region(OfferNames names) => names.Region(List.Region)?.Name.Here ?? "";

    public static string Named(InterestList list, OfferNames names) => names.Entry(list.Entry)?.Title.Here ?? names.Competency(list.Competency)?.Name.Here ?? list.Competency;
}

/// <summary>How many people, how they could take part and in which language: numbers apart, which say of nobody what goes with what.</summary>
internal sealed record Asked(int People, IReadOnlyDictionary<Sessions.SessionFormat, int> Wishes, IReadOnlyDictionary<string, int> Languages);

/// <summary>The open lists of the council. Who came twice, by the same address or number and without another name, is one person.</summary>
internal sealed class ReadLists(DiapasonDb db, ReadRules rules)
{
    private IQueryable<InterestList> All => db.Set<InterestList>().AsNoTracking();

    public Task<IReadOnlyList<SeenList>> OpenAsync(CancellationToken cancel) => CountedAsync(All.Where(l => l.State == ListState.Open), cancel);

    /// <summary>Those of an entry, or of a competency alone.</summary>
    public async Task<IReadOnlyList<SeenList>> AboutAsync(string entry, string competency, CancellationToken cancel)
    {
        var near = await CountedAsync(All.Where(l => l.State == ListState.Open && (l.Competency == competency || (entry != "" && l.Entry == entry))), cancel);
        return [.. near.Where(l => l.List.Entry == entry)];
    }

    public async Task<SeenList?> FindAsync(Guid id, CancellationToken cancel) =>
        (await CountedAsync(All.Where(l => l.Id == id || (l.State == ListState.Open && All.Any(one => one.Id == id && one.Competency == l.Competency && one.Region == l.Region))), cancel)).SingleOrDefault(l => l.List.Id == id);

    /// <summary>How many people wait, by competency and region, whatever they read: each once.</summary>
    public async Task<IReadOnlyList<(string Competency, string Region, int People)>> ByCompetencyAsync(CancellationToken cancel)
    {
        var open = All.Where(l => l.State == ListState.Open);
        var (lists, people) = (await open.ToListAsync(cancel), await PeopleAsync(open, cancel));
        return [.. lists.GroupBy(l => (l.Competency, l.Region)).Select(g => (g.Key.Competency, g.Key.Region, Count(g, people).People)).Where(row => row.People > 0)];
    }

    private async Task<IReadOnlyList<SeenList>> CountedAsync(IQueryable<InterestList> which, CancellationToken cancel)
    {
        var wanted = (await rules.RunAsync(cancel)).ListSize;
        var (lists, people) = (await which.ToListAsync(cancel), await PeopleAsync(which, cancel));
        var seen = lists.Select(list =>
        {
            IReadOnlyList<InterestList> kin = [.. lists.Where(list.IsKinOf).Where(other => people.Contains(other.Id))];
            return new SeenList(list, Count([list], people).People, wanted) { Kin = kin, Together = Count([list, .. kin], people) };
        });
        return [.. seen.Where(l => l.People > 0 || l.List.State != ListState.Open).OrderByDescending(l => l.Together.People).ThenByDescending(l => l.People)];
    }

    private async Task<ILookup<Guid, Waiter>> PeopleAsync(IQueryable<InterestList> which, CancellationToken cancel) =>
        (await db.Set<Interest>().Where(i => which.Any(l => l.Id == i.ListId)).Select(i => new Waiter(i.ListId, i.Email != "" ? i.Email : i.Phone, i.Name, i.Wish, i.Language)).ToListAsync(cancel)).ToLookup(one => one.List);

    private static Asked Count(IEnumerable<InterestList> lists, ILookup<Guid, Waiter> people)
    {
        var once = new CountedOnce();
        var each = lists.SelectMany(list => people[list.Id]).Where(one => once.Add(one.Reach, one.Name)).ToList();
        return new Asked(each.Count, each.CountBy(one => one.Wish).ToDictionary(), each.CountBy(one => one.Language).ToDictionary());
    }

    private sealed record Waiter(Guid List, string Reach, string Name, Sessions.SessionFormat Wish, string Language);
}
