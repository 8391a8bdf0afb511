using System.Text.RegularExpressions;
using Diapason.Consultations.Contracts;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Kits;
using Diapason.Studies.Data;
using Diapason.Studies.Publishing;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>Campaigns that no night has decided yet, as after an upgrade, and those that begin again.</summary>
public sealed class FirstNightTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_campaign_met_only_when_its_answers_are_to_go_is_published_before(bool isInvented)
    {
        await using var app = await UpgradedAsync();
        if (!isInvented) await ChangeAsync(app, "UPDATE consultations_campaign SET is_synthetic = false");
        app.Clock.Advance(TimeSpan.FromDays(75));
        await app.RunJobsAsync("consultations.close");
        var council = await app.Services.GetRequiredService<CouncilDirectory>().FindAsync("culture", default);
        var campaign = (await app.Services.GetRequiredService<ICampaigns>().AllAsync(council!.Id, default)).Single(c => c.Slug == "ia-2026");
        campaign.IsSynthetic.ShouldBe(isInvented);
        (await app.InScopeAsync(s => s.GetRequiredService<IKeepFigures>().KeepAsync(campaign, default))).ShouldBeTrue();
        var (publication, last) = await LastAsync(app);
        (publication.IsClosed, publication.Secret).ShouldBe((true, null));
        last.ShouldNotBeNull().Figures.Count(f => f.Overall is not null).ShouldBe(9);
    }

    [Fact]
    public async Task An_edition_asked_for_is_in_the_trail_with_its_number()
    {
        await using var app = await UpgradedAsync();
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        for (var i = 0; i < 1200 && !(await administrator.GoAsync("/fr/coverage")).Main.Contains("Publier maintenant", StringComparison.Ordinal); i++) await Task.Delay(250, TestContext.Current.CancellationToken);
        (await administrator.SubmitAsync((await administrator.GoAsync("/fr/coverage")).Form("Publier maintenant"), "Publier maintenant")).Main.ShouldContain("Une édition vient de paraître.");
        (await administrator.SubmitAsync((await administrator.GoAsync("/fr/coverage")).Form("Publier maintenant"), "Publier maintenant")).Main.ShouldContain("Aucun groupe n’est prêt");
        var number = (await LastAsync(app)).Publication.Number;
        var lines = (await administrator.GoAsync("/fr/council/audit-trail")).Document.QuerySelectorAll("main tbody tr").Select(row => Page.Words(row.TextContent)).Where(row => row.Contains("Édition demandée", StringComparison.Ordinal)).ToList();
        lines.Count.ShouldBe(2);
        lines.Count(line => Regex.IsMatch(line, $"Édition publiée ?{number}\\b")).ShouldBe(1, "the other found no group ready");
        (await administrator.GoAsync("/en/council/audit-trail")).Main.ShouldContain("Edition asked for now");
    }

    [Fact]
    public async Task A_kit_that_replaces_its_invented_answers_shows_their_editions_the_same_day()
    {
        await using var app = new DiapasonApp();
        await app.InitializeAsync();
        await app.PortraitReadyAsync();
        var kit = FewAnswersKit.Copy(400);
        try
        {
            (await app.InScopeAsync(s => s.GetRequiredService<LoadKit>().RunAsync(kit, default))).ShouldBeOfType<KitOutcome.Loaded>();
        }
        finally
        {
            Directory.Delete(kit, recursive: true);
        }

        var last = (await LastAsync(app)).Last.ShouldNotBeNull();
        last.Figures[0].Overall!.N.Most.ShouldBeLessThan(400);
        var page = await app.Visitor().GoAsync("/fr/portrait");
        for (var i = 0; i < 1200 && !(page.Main.Contains("au moins 400 personnes", StringComparison.Ordinal) && page.Main.Contains($"{last.Edition}, du", StringComparison.Ordinal)); i++)
        {
            await Task.Delay(250, TestContext.Current.CancellationToken);
            page = await app.Visitor().GoAsync("/fr/portrait");
        }

        page.Main.ShouldContain("au moins 400 personnes");
        page.Main.ShouldContain($"{last.Edition}, du");
        page.Main.ShouldNotContain("1 180");
    }

    /// <summary>Answers as before there were editions.</summary>
    private static async Task<DiapasonApp> UpgradedAsync()
    {
        var app = new DiapasonApp();
        await app.InitializeAsync();
        await ChangeAsync(app, "DELETE FROM studies_edition");
        await ChangeAsync(app, "DELETE FROM studies_publication");
        await ChangeAsync(app, "UPDATE consultations_response SET admitted_in = NULL");
        return app;
    }

    private static async Task ChangeAsync(DiapasonApp app, string sql)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.Command(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<(StoredPublication Publication, Diapason.Studies.Portraits.Portrait? Last)> LastAsync(DiapasonApp app) => await app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<DiapasonDb>();
        var publication = await db.EveryCouncil<StoredPublication>().AsNoTracking().SingleAsync(p => p.Number > 0 || p.IsClosed);
        var content = await db.EveryCouncil<StoredEdition>().Where(e => e.CampaignId == publication.CampaignId && e.Number == publication.Number).Select(e => e.Content).SingleOrDefaultAsync();
        return (publication, content is null ? null : PortraitJson.Read(content));
    });
}
