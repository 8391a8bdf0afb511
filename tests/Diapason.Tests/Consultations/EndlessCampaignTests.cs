using Diapason.Consultations.Campaigns;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

public sealed class EndlessCampaignTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_campaign_without_an_end_can_be_given_one()
    {
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DiapasonDb>();
            foreach (var campaign in await db.EveryCouncil<Campaign>().ToListAsync()) campaign.ClosesAt = null;
            return await services.GetRequiredService<CampaignDirectory>().SaveAsync(db, CancellationToken.None);
        });
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        var extend = await visitor.GoAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/extend");
        var page = await visitor.SubmitAsync(extend.Form("Prolonger la campagne").Fill("Dernier jour", "2027-02-28"), "Prolonger la campagne");
        page.Main.ShouldContain("28 février 2027");
    }
}
