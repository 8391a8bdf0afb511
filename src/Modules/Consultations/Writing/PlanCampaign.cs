using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Kit;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Diapason.Text;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Writing;

/// <summary>A campaign as it is prepared.</summary>
internal sealed record CampaignPlan(Guid Questionnaire, string Slug, LocalizedText Title, LocalizedText Purpose, Anonymity Anonymity, DateOnly? LastDay)
{
    /// <summary>The account that prepares it, when it is to run it too.</summary>
    public Guid? Runner { get; init; }
}

/// <summary>Prepares a campaign on a version of a questionnaire. A continuing-education officer who prepares one runs it.</summary>
internal sealed class PlanCampaign(DiapasonDb db, CurrentCouncil council, CampaignDirectory directory, AuditTrail audit, TimeProvider clock)
{
    public async Task<Outcome<Guid>> RunAsync(CampaignPlan plan, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await db.Set<StoredQuestionnaire>().AnyAsync(q => q.Id == plan.Questionnaire, cancel)) return Problem.Absent();
        if (!CampaignReader.IsSlug(plan.Slug)) return Problem.Invalid("plan.bad_slug", nameof(plan.Slug));
        if (await db.Set<Campaign>().AnyAsync(c => c.Slug == plan.Slug, cancel)) return Problem.Invalid("plan.slug_taken", nameof(plan.Slug));
        if (plan.LastDay is { } last && (CampaignDays.IsTooFar(last, now) || CampaignDays.EndOf(last) <= now)) return CampaignDays.IsTooFar(last, now) ? CampaignProblems.DayTooFar : CampaignProblems.DayPast;
        var campaign = new Campaign
        {
            Id = Guid.CreateVersion7(),
            CouncilId = council.Id,
            Slug = plan.Slug,
            Title = plan.Title,
            Purpose = plan.Purpose,
            QuestionnaireId = plan.Questionnaire,
            IsSynthetic = false,
            CreatedAt = now,
            ClosesAt = plan.LastDay is { } day ? CampaignDays.EndOf(day) : null,
        };
        campaign.TryPromise(plan.Anonymity, now);
        db.Add(campaign);
        if (plan.Runner is { } runner) db.Add(new CampaignRunner { CampaignId = campaign.Id, AccountId = runner, CouncilId = council.Id });
        audit.Record(new CampaignActs.Prepared(campaign.Id));
        await db.SaveChangesAsync(cancel);
        directory.Refresh();
        return campaign.Id;
    }

    /// <summary>So many characters are still read aloud from a poster.</summary>
    private const int LongestName = 38;

    /// <summary>A name for addresses, after the title: whole words.</summary>
    public static string Propose(LocalizedText title)
    {
        var spelt = Reaching.LinkCodes.Spell(title.Here, LongestName);
        return CampaignReader.IsSlug(spelt) ? spelt : "";
    }
}
