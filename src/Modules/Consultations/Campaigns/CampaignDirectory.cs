using System.Collections.Concurrent;
using System.Collections.Frozen;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Invitations;
using Diapason.Consultations.Retention;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Campaigns;

/// <summary>Campaigns and their compiled questionnaires, kept in memory a few seconds; a change made on this machine shows at once.</summary>
internal sealed class CampaignDirectory(IDbContextFactory<DiapasonDb> databases, CouncilDirectory councils, TimeProvider clock) : ICampaigns, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<(string Checksum, int Threshold), Compiled> _compiled = new();
    private readonly SemaphoreSlim _reading = new(1, 1);
    private Snapshot? _snapshot;

    public async ValueTask<LiveCampaign?> FindAsync(Guid councilId, string slug, CancellationToken cancel) =>
        (await ReadAsync(cancel)).BySlug.GetValueOrDefault((councilId, slug));

    public async ValueTask<LiveCampaign?> FindLiveAsync(CampaignId id, CancellationToken cancel) => (await ReadAsync(cancel)).ById.GetValueOrDefault(id.Value);

    public async ValueTask<CampaignFacts?> FindAsync(Guid councilId, CampaignId id, CancellationToken cancel) =>
        (await FindLiveAsync(id, cancel))?.Facts is { } facts && facts.CouncilId == councilId ? facts : null;

    public async ValueTask<IReadOnlyList<CampaignFacts>> AllAsync(Guid councilId, CancellationToken cancel) => [.. (await ReadAsync(cancel)).All.Where(c => c.CouncilId == councilId)];

    public async ValueTask<CampaignFacts?> OpenAsync(Guid councilId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return CampaignFacts.InOrder((await ReadAsync(cancel)).All.Where(c => c.CouncilId == councilId && c.StateAt(now) == CampaignState.Open)) is [var first, ..] ? first : null;
    }

    public async ValueTask<CampaignFacts?> LatestAsync(Guid councilId, CancellationToken cancel)
    {
        if (await OpenAsync(councilId, cancel) is { } open) return open;
        var now = clock.GetUtcNow().UtcDateTime;
        return (await ReadAsync(cancel)).All.Where(c => c.CouncilId == councilId && c.OpensAt <= now).MaxBy(c => c.OpensAt);
    }

    /// <summary>After a change of a campaign or a kit load.</summary>
    public void Refresh() => Volatile.Write(ref _snapshot, null);

    /// <summary>Saves a change of a campaign. The first of two administrators wins; the other is told it was changed meanwhile.</summary>
    public async Task<Outcome> SaveAsync(DiapasonDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
            return Outcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return CampaignProblems.AlreadySo;
        }
        finally
        {
            Refresh();
        }
    }

    public void Dispose() => _reading.Dispose();

    private ValueTask<Snapshot> ReadAsync(CancellationToken cancel) =>
        Volatile.Read(ref _snapshot) is { } known && IsFresh(known) ? new(known) : new(ReadAgainAsync(cancel));

    /// <summary>Not when the clock was set back since: it would stay fresh until the clock comes there again.</summary>
    private bool IsFresh(Snapshot known) => clock.GetUtcNow() is var now && known.Until > now && known.Until <= now + Fresh;

    private async Task<Snapshot> ReadAgainAsync(CancellationToken cancel)
    {
        var known = Volatile.Read(ref _snapshot);
        // One request reads; the others go on with what they know rather than wait.
        if (!await _reading.WaitAsync(known is null ? Timeout.Infinite : 0, cancel)) return known!;
        try
        {
            if (Volatile.Read(ref _snapshot) is { } read && IsFresh(read)) return read;
            var fresh = await LoadAsync(cancel);
            Volatile.Write(ref _snapshot, fresh);
            return fresh;
        }
        catch (Exception failure) when (known is not null && DatabaseFailure.IsIn(failure))
        {
            // The database is away for a moment: home and portrait go on with what was known, and nothing can be saved anyway.
            return known;
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Snapshot> LoadAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var campaigns = await db.EveryCouncil<Campaign>().AsNoTracking().ToListAsync(cancel);
        var versions = await db.EveryCouncil<StoredQuestionnaire>().Select(q => new { q.Id, q.Checksum, q.Corrections }).ToDictionaryAsync(q => q.Id, cancel);
        var kept = await db.EveryCouncil<KeptAnswers>().AsNoTracking().ToDictionaryAsync(k => k.CampaignId, cancel);
        var invitedOnly = await db.EveryCouncil<InvitationList>().Where(l => l.InvitedOnly).Select(l => l.CampaignId).ToHashSetAsync(cancel);
        var live = new List<LiveCampaign>();
        foreach (var campaign in campaigns)
        {
            var settings = await councils.SettingsAsync(campaign.CouncilId, cancel);
            var known = kept.GetValueOrDefault(campaign.Id);
            var version = versions[campaign.QuestionnaireId];
            var compiled = await CompileAsync(db, campaign.QuestionnaireId, (version.Checksum, settings.FewestInRow), cancel);
            var facts = Facts(campaign, compiled.Questionnaire) with
            {
                Corrections = ChangeWords.Read(version.Corrections),
                DestroyedAt = known?.DestroyedAt,
                KeptMonths = RetentionDays.Months(known, settings.RetentionMonths),
                ByInvitationOnly = invitedOnly.Contains(campaign.Id),
            };
            live.Add(new LiveCampaign(facts, compiled.Screens));
        }

        return new Snapshot(
            live.ToFrozenDictionary(c => (c.Facts.CouncilId, c.Facts.Slug)),
            live.ToFrozenDictionary(c => c.Facts.Id.Value),
            [.. live.Select(c => c.Facts)],
            clock.GetUtcNow() + Fresh);
    }

    private async ValueTask<Compiled> CompileAsync(DiapasonDb db, Guid questionnaireId, (string Checksum, int Threshold) version, CancellationToken cancel)
    {
        if (_compiled.TryGetValue(version, out var known)) return known;
        var definition = await db.EveryCouncil<StoredQuestionnaire>().Where(q => q.Id == questionnaireId).Select(q => q.Definition).SingleAsync(cancel);
        var questionnaire = QuestionnaireReader.Read(CouncilPlaces.Fill(definition, version.Threshold), "questionnaire.yaml").Questionnaire
            ?? throw new InvalidOperationException($"The stored questionnaire {questionnaireId} cannot be read by this version.");
        return _compiled.GetOrAdd(version, new Compiled(questionnaire, questionnaire.Heading.Languages.ToFrozenDictionary(language => language, language => new Screens(questionnaire, language))));
    }

    private static CampaignFacts Facts(Campaign campaign, Questionnaire questionnaire) => new()
    {
        Id = new CampaignId(campaign.Id),
        CouncilId = campaign.CouncilId,
        Slug = campaign.Slug,
        Title = campaign.Title.Typeset(),
        Purpose = campaign.Purpose.Typeset(),
        Questionnaire = questionnaire,
        OpensAt = campaign.OpensAt,
        ClosesAt = campaign.ClosesAt,
        ClosedAt = campaign.ClosedAt,
        HeldOn = campaign.HeldOn,
        Anonymity = campaign.Anonymity,
        IsSynthetic = campaign.IsSynthetic,
        Place = campaign.Place,
    };

    private sealed record Compiled(Questionnaire Questionnaire, FrozenDictionary<string, Screens> Screens);

    private sealed record Snapshot(
        FrozenDictionary<(Guid Council, string Slug), LiveCampaign> BySlug,
        FrozenDictionary<Guid, LiveCampaign> ById,
        IReadOnlyList<CampaignFacts> All,
        DateTimeOffset Until);
}
