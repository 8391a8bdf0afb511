using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Exports.TwoPeople;
using Diapason.Platform.Access;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Front;

/// <summary>Tells those who could take a file of words that another asks for one, and the asker that it is open.</summary>
internal sealed class FilesDesk(ICampaigns campaigns, CurrentCouncil council, DiapasonDb db, Texts<ConsultationsModule> texts, TimeProvider clock) : IStaffDesk
{
    public async ValueTask<DeskSheet> ForAsync(StaffMember who, CancellationToken cancel)
    {
        if (!who.ReadsAnswers || !council.Settings.FourEyes) return DeskSheet.Empty;
        var now = clock.GetUtcNow().UtcDateTime;
        var (asked, decided) = (now - FileRule.Wait, now - FileRule.Open);
        var requests = await db.Set<FileRequest>().AsNoTracking()
            .Where(r => (r.DecidedAt == null && r.AskedAt > asked && r.AskedBy != who.AccountId) || (r.IsAllowed && r.DecidedAt > decided && r.AskedBy == who.AccountId)).ToListAsync(cancel);
        var things = new List<ThingToDo>();
        foreach (var of in requests.Where(r => r.File != ExportFile.Named.Code || who.Holds(Roles.Administrator)).GroupBy(r => (r.CampaignId, IsMine: r.AskedBy == who.AccountId)))
            if (await campaigns.FindAsync(council.Id, new CampaignId(of.Key.CampaignId), cancel) is { DestroyedAt: null } campaign) things.Add(of.Key.IsMine ? Mine(campaign, of.Min(r => r.DecidedAt)!.Value) : Others(campaign, of.Min(r => r.AskedAt)));
        return new DeskSheet { ToDo = things };
    }

    private ThingToDo Others(CampaignFacts campaign, DateTime first) =>
        Thing(campaign, first + FileRule.Wait, "desk.file_asked", texts["desk.file_asked_fact", campaign.Title.Here], texts["desk.file_asked_consequence", (first + FileRule.Wait).LocalDayAndTime], texts["desk.file_asked_act"]);

    private ThingToDo Mine(CampaignFacts campaign, DateTime first) =>
        Thing(campaign, first + FileRule.Open, "desk.file_open", texts["desk.file_open_fact", campaign.Title.Here], texts["desk.file_open_consequence", (first + FileRule.Open).LocalDayAndTime], texts["desk.file_open_act"]);

    private ThingToDo Thing(CampaignFacts campaign, DateTime until, string kind, string fact, string consequence, string act) => new()
    {
        Day = DateOnly.FromDateTime(until.LocalMoment),
        Kind = texts[kind],
        Fact = fact,
        Consequence = consequence,
        Act = act,
        Link = ConsultationsLinks.Files(campaign.Id.Value),
        Policy = Policies.CouncilAnalyst,
    };
}
