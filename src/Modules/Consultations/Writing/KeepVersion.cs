using System.Globalization;
using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Forms;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>Makes a version of a complete draft, which a campaign can ask. A version that people have answered is never replaced.</summary>
internal sealed class KeepVersion(DiapasonDb db, CurrentCouncil council, FindDraft find, KeepRevision keep, CampaignDirectory directory, AuditTrail audit, TimeProvider clock)
{
    public const string VersionField = "Version";

    public async Task<Outcome<Guid>> RunAsync(Guid id, int seen, string version, CancellationToken cancel)
    {
        if (await find.RunAsync(id, cancel) is not { } state) return Problem.Absent();
        if (state.Head != seen) return Problem.Lost("writing.version_meanwhile");
        if (!state.IsComplete) return Problem.Invalid("writing.not_complete");
        var draft = Timed(state.Draft with { Version = version });
        var check = CheckDraft.Of(draft);
        if (check.Questionnaire is not { } questionnaire) return Problem.Invalid("writing.not_complete");
        var (stored, fate) = await new StoreQuestionnaire(db, council.Id, clock.GetUtcNow().UtcDateTime).RunAsync(questionnaire, check.Text, cancel);
        if (fate == StoredFate.Answered) return Problem.Invalid("writing.version_answered", VersionField, ("version", version));
        audit.Record(new QuestionnaireActs.VersionKept(id, version));
        if (!await keep.AddAsync(state.Revision, draft, new("version_kept", DraftPlace.Heading), cancel)) return Problem.Lost("writing.version_meanwhile");
        directory.Refresh();
        return stored.Id;
    }

    /// <summary>Where the author says no length, people are told the one that random respondents met.</summary>
    private static Draft Timed(Draft draft) => draft.Minutes.Length > 0 || CheckDraft.Of(draft).Questionnaire is not { } questionnaire ? draft
        : draft with { Minutes = Math.Max(1, Math.Round(RandomWalks.Of(questionnaire).MedianMinutes, MidpointRounding.AwayFromZero)).ToString(CultureInfo.InvariantCulture) };

    /// <summary>The version to propose: the draft's own while no stored one bears it, otherwise the next number.</summary>
    public async Task<string> ProposeAsync(Draft draft, CancellationToken cancel)
    {
        var known = await db.Set<StoredQuestionnaire>().Where(q => q.Code == draft.Code).Select(q => q.Version).ToListAsync(cancel);
        var version = draft.Version;
        for (var next = 2; known.Contains(version); next++) version = $"{next}";
        return version;
    }
}
