using System.Text.Json;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>What a draft would change of a version that people have answered.</summary>
/// <param name="Words">Texts that say the same thing better, it is up to their author.</param>
/// <param name="Breaks">What answers already given could not be read by.</param>
internal sealed record WordsLook(IReadOnlyList<DraftDifference> Words, IReadOnlyList<DraftDifference> Breaks);

/// <summary>Corrects the words of a version that people answer: codes, choices, rules and bounds stay, so that answers do too. Dated, and told wherever its answers are read.</summary>
internal sealed class ChangeWords(DiapasonDb db, FindDraft find, CampaignDirectory directory, AuditTrail audit, TimeProvider clock)
{
    /// <summary>What would change; null when there is no such version.</summary>
    public async Task<WordsLook?> LookAsync(DraftState state, string version, CancellationToken cancel) =>
        await StoredAsync(state, version, cancel) is { } stored ? Look(stored, state, version) : null;

    public async Task<Outcome> RunAsync(Guid id, int seen, string version, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } state || await StoredAsync(state, version, cancel) is not { } stored) return Problem.Absent();
        if (state.Head != seen) return Problem.Lost("writing.version_meanwhile");
        var look = Look(stored, state, version);
        if (look.Breaks.Count > 0 || look.Words.Count == 0) return Problem.Invalid("words.breaks");
        var check = CheckDraft.Of(state.Draft with { Version = version });
        if (check.Questionnaire is null) return Problem.Invalid("writing.not_complete");
        var day = CampaignDays.DayOf(clock.GetUtcNow().UtcDateTime);
        var corrected = look.Words.Select(one => new CorrectedWords(day, one.Place.ToString(), one.Field, one.Before, one.After));
        (stored.Definition, stored.Checksum) = (check.Text, StoreQuestionnaire.Checksum(check.Text));
        stored.Corrections = JsonSerializer.Serialize<IEnumerable<CorrectedWords>>([.. Read(stored.Corrections), .. corrected], JsonSerializerOptions.Web);
        audit.Record(new QuestionnaireActs.WordsChanged(id, version, [.. look.Words.Take(FieldChange.Most).Select(one => FieldChange.Of($"{one.Place} {one.Field}", one.Before, one.After))]));
        await db.SaveChangesAsync(cancel);
        directory.Refresh();
        return Outcome.Done;
    }

    /// <summary>A version by its name; null when there is none.</summary>
    public Task<StoredQuestionnaire?> FindAsync(string code, string version, CancellationToken cancel) =>
        db.Set<StoredQuestionnaire>().AsNoTracking().SingleOrDefaultAsync(q => q.Code == code && q.Version == version, cancel);

    /// <summary>The latest version of a code that a campaign has opened with; null when there is none.</summary>
    public Task<string?> AskedAsync(string code, CancellationToken cancel) =>
        (from version in db.Set<StoredQuestionnaire>()
         where version.Code == code && db.Set<Campaign>().Any(campaign => campaign.QuestionnaireId == version.Id && campaign.OpensAt != null)
         orderby version.CreatedAt descending
         select version.Version).FirstOrDefaultAsync(cancel);

    /// <summary>The codes of what people have been asked under a questionnaire's code, in any version.</summary>
    public async Task<IReadOnlySet<string>> AskedCodesAsync(string code, CancellationToken cancel)
    {
        var asked = await db.Set<StoredQuestionnaire>().Where(version => version.Code == code && db.Set<Campaign>().Any(campaign => campaign.QuestionnaireId == version.Id && campaign.OpensAt != null))
            .Select(version => version.Definition).ToListAsync(cancel);
        return asked.SelectMany(definition => ReadDraft.From(definition).Draft is { } draft ? draft.Questions.Select(one => one.Question.Code) : []).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The drafts from which a version can be corrected: those that bear its code.</summary>
    public async Task<IReadOnlyList<DraftState>> DraftsOfAsync(string code, CancellationToken cancel)
    {
        var ids = await db.Set<QuestionnaireDraft>().Where(d => d.ArchivedAt == null).OrderByDescending(d => d.CreatedAt).Select(d => d.Id).ToListAsync(cancel);
        var drafts = new List<DraftState>();
        foreach (var id in ids)
            if (await find.RunAsync(id, cancel) is { } state && state.Draft.Code == code) drafts.Add(state);
        return drafts;
    }

    public static IReadOnlyList<CorrectedWords> Read(string? corrections) => corrections is null ? [] : JsonSerializer.Deserialize<List<CorrectedWords>>(corrections, JsonSerializerOptions.Web) ?? [];

    private Task<StoredQuestionnaire?> StoredAsync(DraftState state, string version, CancellationToken cancel) =>
        db.Set<StoredQuestionnaire>().SingleOrDefaultAsync(q => q.Code == state.Draft.Code && q.Version == version, cancel);

    private static WordsLook Look(StoredQuestionnaire stored, DraftState state, string version)
    {
        var now = state.Draft with { Version = version };
        var was = ReadDraft.From(stored.Definition).Draft!;
        var differences = CompareDrafts.Run(was, now).ToLookup(one => IsWords(one, now.Languages));
        return new([.. differences[true]], [.. differences[false]]);
    }

    // What is consented to has a version of its own, which is kept with each answer.
    private static bool IsWords(DraftDifference one, IReadOnlyList<string> languages)
    {
        if (one.Fate != DraftFate.Changed || one.After.Length == 0 || one.Field.StartsWith("text.consent.", StringComparison.Ordinal)) return false;
        return one.Field.Split('.') is [var kind, .., var language] && kind is "text" or "list" or "missing" && languages.Contains(language);
    }
}
