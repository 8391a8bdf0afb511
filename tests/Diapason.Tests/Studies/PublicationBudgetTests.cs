using System.Globalization;
using Diapason.Platform.Data;
using Diapason.Statistics.Publication;
using Diapason.Studies.Data;
using Diapason.Studies.Publishing;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Studies;

/// <summary>What a publication spends is stored with each edition, shown to those who hold the answers, and stops it beyond the budget.</summary>
public sealed class PublicationBudgetTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Spent_and_left_are_on_the_page_and_with_each_edition()
    {
        await _app.PortraitReadyAsync();
        var (publication, editions) = await StoredAsync();
        var rows = StudiesJson.Read<List<RowMemory>>(publication.RowStates).Where(row => row.Refreshes.Count > 0).ToList();
        editions.Count.ShouldBeGreaterThan(1);
        var spent = editions.Select(edition => StudiesJson.Read<BudgetSpent>(edition.Spent!)).ToList();
        spent.Zip(spent.Skip(1)).ShouldAllBe(pair => pair.First.Breakdowns <= pair.Second.Breakdowns && pair.First.Rows.Sum(r => r.Information) <= pair.Second.Rows.Sum(r => r.Information));
        spent[^1].Breakdowns.ShouldBe(rows.Select(row => row.Breakdown).Where(b => b.Length > 0).Distinct().Count());

        var page = await (await _app.SignedInAsync(AccountsVisits.Analyst)).GoAsync("/fr/coverage");
        page.Main.ShouldContain($"Découpages publiés : {spent[^1].Breakdowns} sur 6.");
        var everyone = page.Document.QuerySelectorAll("main tr").First(row => Page.Words(row.TextContent).StartsWith("Tout le monde", StringComparison.Ordinal)).QuerySelectorAll("td").Select(cell => Page.Words(cell.TextContent)).ToList();
        var all = rows.Single(row => row.Breakdown.Length == 0);
        // By the sum of the design with the dither’s twelfth, not by the code that is shown.
        var information = all.Questions.Max(question => question.Bases.Sum(n => 1 / (n < 100 ? 4 + (1 / 12.0) : (n < 150 ? 1.6 + (1 / 12.0) : 1.6) * n / 100)));
        everyone.Take(2).ShouldBe([$"{all.Refreshes.Count}", $"{14 - all.Refreshes.Count}"]);
        var said = everyone.Skip(2).Select(cell => double.Parse(cell.Split(' ')[0], CultureInfo.GetCultureInfo("fr-CA"))).ToList();
        said[0].ShouldBeInRange(information - 1e-9, information + 0.0101);
        (said[0] + said[1]).ShouldBeOneOf(1.6, 2.2);
        (await _app.Visitor().GoAsync("/fr/portrait")).Main.ShouldNotContain("Information dépensée");
    }

    [Fact]
    public async Task Beyond_the_budget_the_page_and_the_desk_say_so_and_the_night_does_not_fail()
    {
        await _app.PortraitReadyAsync();
        var (before, editions) = await StoredAsync();
        var shown = StudiesJson.Read<List<RowMemory>>(before.RowStates);
        var missing = 7 - StudiesJson.Read<BudgetSpent>(editions[^1].Spent!).Breakdowns;
        shown.AddRange(Enumerable.Range(1, missing).Select(i => new RowMemory($"ancienne{i}=a,b", "a", 1, [new RowRefresh(1, 40, 7)], [])));
        await _app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<StoredPublication>().Where(p => p.CampaignId == before.CampaignId)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.RowStates, StudiesJson.Write(shown)), Cancel));
        _app.Clock.Advance(TimeSpan.FromDays(1));
        await _app.RunJobsAsync("studies.publish-editions");

        var (after, same) = await StoredAsync();
        (after.HasFailed, same.Count).ShouldBe((false, editions.Count));
        var analyst = await _app.SignedInAsync(AccountsVisits.Analyst);
        for (var i = 0; i < 1200 && !(await analyst.GoAsync("/fr/coverage")).Main.Contains("demande plus que le budget", StringComparison.Ordinal); i++) await Task.Delay(250, Cancel);
        var page = await analyst.GoAsync("/fr/coverage");
        page.Main.ShouldContain("7 découpages demandés ou déjà parus, pour 6 permis.");
        page.Main.ShouldContain("Rien de nouveau ne paraît tant que c’est le cas");
        page.Main.ShouldNotContain("n’ont pas pu être calculés");
        (await analyst.GoAsync("/fr/backstage")).Main.ShouldContain("demande plus que son budget de publication");
    }

    private Task<(StoredPublication Publication, List<StoredEdition> Editions)> StoredAsync() => _app.InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<DiapasonDb>();
        var publication = await db.EveryCouncil<StoredPublication>().AsNoTracking().OrderByDescending(p => p.Number).FirstAsync(Cancel);
        return (publication, await db.EveryCouncil<StoredEdition>().AsNoTracking().Where(e => e.CampaignId == publication.CampaignId).OrderBy(e => e.Number).ToListAsync(Cancel));
    });
}
