using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>One change of a draft, in words: who, when, what was done, and what is different since the state before.</summary>
internal sealed record RevisionLine(int Number, DateTime At, string Who, string Act, IReadOnlyList<string> What);

/// <summary>Reads a page of the changes of a draft, latest first; the stages of one sitting are one change.</summary>
internal sealed class ReadHistory(DiapasonDb db, DraftWords words, DifferenceWords differences, IEnumerable<IAuditSubjects> owners, Texts<ConsultationsModule> texts)
{
    public const int Most = 25;
    private const int MostTold = 4;

    /// <summary>The numbers and moments of all states that can be compared, latest first.</summary>
    public async Task<IReadOnlyList<(int Number, DateTime At)>> StatesAsync(Guid id, CancellationToken cancel)
    {
        var all = await Steps(id).OrderByDescending(r => r.Number).Select(r => new { r.Number, r.At }).ToListAsync(cancel);
        return [.. all.Select(r => (r.Number, r.At))];
    }

    /// <summary>The changes of one page.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="until">Those before this number; null for the latest.</param>
    /// <param name="cancel">To stop reading.</param>
    public async Task<IReadOnlyList<RevisionLine>> RunAsync(Guid id, int? until, CancellationToken cancel)
    {
        // One more, to compare the last with.
        var read = await Steps(id).Where(r => until == null || r.Number < until).OrderByDescending(r => r.Number).Take(Most + 1).AsNoTracking().ToListAsync(cancel);
        var people = await PeopleAsync(read, cancel);
        var drafts = read.ConvertAll(DraftState.Read);
        return
        [
            .. read.Take(Most).Select((r, i) =>
            {
                var before = i + 1 < read.Count ? drafts[i + 1] : null;
                return new RevisionLine(r.Number, r.At, r.UserId is { } user && people.TryGetValue(user, out var person) ? person : texts["history.nobody"], Act(r, drafts[i], before), before is null ? [] : What(before, drafts[i], DraftPlace.Parse(r.Place)));
            }),
        ];
    }

    private IQueryable<DraftRevision> Steps(Guid id)
    {
        var all = db.Set<DraftRevision>().Where(r => r.DraftId == id);
        return all.Where(r => r.Act != ChangeDraft.Written || !all.Any(next => next.Number == r.Number + 1 && next.Act == ChangeDraft.Written && next.Former == r.Former));
    }

    private string Act(DraftRevision revision, Draft now, Draft? before)
    {
        var (act, place) = (texts["writing.act." + revision.Act], DraftPlace.Parse(revision.Place));
        if (place.Kind == DraftPlaceKind.Heading && revision.Act is not ("changed" or ChangeDraft.Written)) return act;
        var draft = now.Has(now.Where(place)) ? now : before is not null && before.Has(place) ? before : now;
        return texts["history.act_on", act, words.Name(draft, draft.Where(place))];
    }

    private List<string> What(Draft before, Draft now, DraftPlace place)
    {
        var all = CompareDrafts.Run(before, now);
        List<string> told = [.. all.Take(MostTold).Select(one => Told(one, before, now, place))];
        if (all.Count > MostTold) told.Add(texts["history.and_more", all.Count - MostTold]);
        return told;
    }

    private string Told(DraftDifference one, Draft before, Draft now, DraftPlace place)
    {
        // The thing itself is named once, with the act.
        var says = one.Fate == DraftFate.Changed && one.Place == place ? differences.Field(one.Field, now.Has(place) ? now : before, place, one.Before.Length == 0) : differences.Say(one, before, now);
        var said = differences.Value(one.Field, one.After.Length > 0 ? one.After : one.Before, one.After.Length > 0 ? now : before, one.Place);
        return said.Length == 0 ? says : texts[one.After.Length > 0 ? "history.now" : "history.no_more", says, Short(said)];
    }

    private static string Short(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 80).TrimEnd(), "…");

    private async Task<IReadOnlyDictionary<Guid, string>> PeopleAsync(List<DraftRevision> read, CancellationToken cancel)
    {
        if (owners.FirstOrDefault(owner => owner.Kind == "account") is not { } accounts) return new Dictionary<Guid, string>();
        var named = await accounts.NameAsync([.. read.Select(r => r.UserId).OfType<Guid>().Distinct()], cancel);
        return named.ToDictionary(one => one.Key, one => one.Value.Name);
    }
}
