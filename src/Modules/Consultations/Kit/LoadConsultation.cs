using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Invitations;
using Diapason.Consultations.Reaching;
using Diapason.Consultations.Targets;
using Diapason.Consultations.Writing;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Diapason.Consultations.Kit;

/// <summary>Writes a kit's questionnaire, campaign and invented answers for one council. Loading the same kit again changes nothing.</summary>
internal sealed class LoadConsultation(Questionnaire questionnaire, string definition, CampaignDescription described, IReadOnlyList<InventedAnswer>? answers)
{
    private readonly string _checksum = StoreQuestionnaire.Checksum(definition);

    public required CampaignDirectory Directory { get; init; }

    public required Texts<ConsultationsModule> Texts { get; init; }

    /// <summary>Links of associations.</summary>
    public IReadOnlyList<LinkSheet> Links { get; init; } = [];

    /// <summary>Targets of groups.</summary>
    public IReadOnlyList<TargetSheet> Targets { get; init; } = [];

    /// <summary>Images of options.</summary>
    public IReadOnlyCollection<PlainImage> Images { get; init; } = [];

    public required DateTime Now { get; init; }

    public async Task RunAsync(KitLoading loading, CancellationToken cancel)
    {
        await KitImages.KeepAsync(Images, loading, Now, cancel);
        var stored = await EnsureQuestionnaireAsync(loading, cancel);
        var campaign = await EnsureCampaignAsync(loading, stored, cancel);
        await loading.Db.SaveChangesAsync(cancel);
        await LoadLinksAsync(loading, campaign, cancel);
        await LoadTargetsAsync(loading, campaign, cancel);
        if (answers is not null && loading.Wanted.Answers && loading.Kit.IsSynthetic && await MayInventAsync(loading, campaign, stored, cancel)) await EnsureAnswersAsync(loading, campaign, cancel);
        // Not before: somebody who reads in between would remember the state before the kit.
        loading.WhenKept(Directory.Refresh);
    }

    private async Task<StoredQuestionnaire> EnsureQuestionnaireAsync(KitLoading loading, CancellationToken cancel)
    {
        var (stored, fate) = await new StoreQuestionnaire(loading.Db, loading.Council.Id, Now).RunAsync(questionnaire, definition, cancel);
        if (fate == StoredFate.Added) loading.Say(Texts["loaded.questionnaire_added", questionnaire.Code, questionnaire.Version, questionnaire.Questions.Count, questionnaire.Pages.Count]);
        else if (fate == StoredFate.Replaced) loading.Say(Texts["loaded.questionnaire_replaced", questionnaire.Code, questionnaire.Version]);
        else if (fate == StoredFate.Answered) loading.Say(Texts["loaded.questionnaire_kept", questionnaire.Code, questionnaire.Version]);
        return stored;
    }

    private async Task<Campaign> EnsureCampaignAsync(KitLoading loading, StoredQuestionnaire stored, CancellationToken cancel)
    {
        var council = loading.Council.Id;
        var campaign = await loading.Db.Set<Campaign>().SingleOrDefaultAsync(c => c.Slug == described.Slug, cancel);
        if (campaign is null)
        {
            var today = CampaignDays.DayOf(Now);
            campaign = new Campaign
            {
                Id = Guid.CreateVersion7(),
                CouncilId = council,
                Slug = described.Slug,
                Title = described.Title,
                Purpose = described.Purpose,
                QuestionnaireId = stored.Id,
                IsSynthetic = loading.Kit.IsSynthetic,
                CreatedAt = Now,
            };
            campaign.TryPromise(described.Anonymity, Now);
            // The council opens and extends it afterwards: a kit loaded again leaves its dates alone.
            campaign.OpensAt = described.Opens is { } opens ? CampaignDays.StartOf(opens.From(today)) : null;
            campaign.ClosesAt = described.Closes is { } closes ? CampaignDays.EndOf(closes.From(today)) : null;
            loading.Db.Add(campaign);
            loading.Say(Texts["loaded.campaign_added", campaign.Slug]);
            return campaign;
        }

        if (!campaign.Title.Equals(described.Title) || !campaign.Purpose.Equals(described.Purpose)) (campaign.Title, campaign.Purpose) = (described.Title, described.Purpose);
        // An anonymous campaign has no invitations: whoever holds some destroys them first, on their page.
        var isHeld = described.Anonymity == Anonymity.Anonymous && await loading.Db.Set<Invitation>().AnyAsync(i => i.CampaignId == campaign.Id, cancel);
        if (campaign.Anonymity != described.Anonymity && (isHeld || !campaign.TryPromise(described.Anonymity, Now)))
            loading.Say(Texts["loaded.anonymity_kept", campaign.Slug]);
        return campaign;
    }

    /// <summary>A link that the council has already stays as the council made it, unless the operator asked otherwise.</summary>
    private async Task LoadLinksAsync(KitLoading loading, Campaign campaign, CancellationToken cancel)
    {
        var known = loading.ReplacesEdits ? [] : await loading.Db.Set<AssociationLink>().Where(l => l.CampaignId == campaign.Id).Select(l => new { l.Code, l.Name }).ToListAsync(cancel);
        var wanted = Links.Where(link => !known.Any(l => link.Code.Length > 0 ? l.Code == link.Code : l.Name == link.Name)).ToList();
        if (wanted.Count == 0 || await new KeepLinks(loading.Db).RunAsync(campaign.Id, wanted, cancel) is not { IsDone: true } kept) return;
        if (kept.Value.Added + kept.Value.Changed > 0) loading.Say(Texts["loaded.links", campaign.Slug, kept.Value.Added, kept.Value.Changed]);
    }

    /// <summary>A group that has a target already keeps it, unless the operator asked otherwise.</summary>
    private async Task LoadTargetsAsync(KitLoading loading, Campaign campaign, CancellationToken cancel)
    {
        var known = loading.ReplacesEdits ? [] : await loading.Db.Set<FieldTarget>().Where(t => t.CampaignId == campaign.Id).Select(t => t.GroupCode).ToListAsync(cancel);
        var kept = await new KeepTargets(loading.Db).RunAsync(campaign.Id, [.. Targets.Where(target => !known.Contains(target.Group))], cancel);
        if (kept is { IsDone: true, Value: > 0 }) loading.Say(Texts["loaded.targets", campaign.Slug, kept.Value]);
    }

    /// <summary>Invented answers never mix with real ones, and are read with the questionnaire they were written for.</summary>
    private async Task<bool> MayInventAsync(KitLoading loading, Campaign campaign, StoredQuestionnaire stored, CancellationToken cancel)
    {
        var reason = !campaign.IsSynthetic ? "loaded.real_campaign"
            : await loading.Db.Set<KeptAnswers>().AnyAsync(k => k.CampaignId == campaign.Id && k.DestroyedAt != null, cancel) ? "loaded.destroyed"
            : campaign.QuestionnaireId != stored.Id || stored.Checksum != _checksum ? "loaded.other_questionnaire"
            : null;
        if (reason is not null) loading.Say(Texts[reason, campaign.Slug]);
        return reason is null;
    }

    private async Task EnsureAnswersAsync(KitLoading loading, Campaign campaign, CancellationToken cancel)
    {
        var checksum = StoreQuestionnaire.Checksum(string.Join('\n', answers!.Select(a => a.Answers.ToJson() + a.Source)) + _checksum);
        if (campaign.AnswersChecksum == checksum) return;
        var connection = loading.Db.Database.GetDbConnection();
        var transaction = loading.Db.Database.CurrentTransaction!.GetDbTransaction();
        var invented = new InventedAnswersTable(connection, transaction, campaign, CampaignDays.DayOf(Now));
        var removed = await invented.WithdrawAsync(cancel);
        await invented.AddAsync(answers!, questionnaire.Consent.Version, cancel);
        campaign.AnswersChecksum = checksum;
        loading.Say(removed == 0 ? Texts["loaded.answers_added", answers!.Count] : Texts["loaded.answers_replaced", removed, answers!.Count]);
    }
}
