using System.Net;
using System.Text;
using Diapason.Consultations.Data;
using Diapason.Consultations.Targets;
using Diapason.Platform.Data;
using Diapason.Platform.Kits;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>Targets by group: set on a page, by a file or in a kit; told by tens, warning when reached or far behind; closing nothing and refusing nobody.</summary>
public sealed class TargetsTests : IAsyncLifetime
{
    private const string Inside = "Dans la région métropolitaine", Outside = "Hors de la région métropolitaine";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_officer_sets_targets_is_told_of_one_far_behind_and_of_one_reached_and_answers_still_come()
    {
        var officer = await OfficerAsync();
        var page = await KnownAsync(officer);
        page.Main.ShouldContain("elle ne ferme rien et ne refuse personne");
        page = await officer.SubmitAsync(page.Form("Enregistrer les cibles").Fill(Inside, "100").Fill(Outside, "5 000"), "Enregistrer les cibles");
        page.Main.ShouldContain("2 cibles ont changé.");
        page.Main.ShouldContain(Inside + " : au moins ");

        var following = await officer.GoAsync(await AddressAsync("following"));
        Row(following, Inside).ShouldEndWith("Cible atteinte");
        Row(following, Outside).ShouldEndWith("Loin derrière");
        Row(following, Outside).ShouldMatch(@"5 000 ?au moins \d+0 ?Loin");
        var desk = await officer.GoAsync("/fr/backstage");
        desk.Main.ShouldContain($"« {Outside} », au moins");
        desk.Main.ShouldContain($"L’IA dans mon travail culturel : « {Inside} ».");
        page = await officer.SubmitAsync((await officer.GoAsync(Diapason.Tests.Front.BackstageTests.Act(desk, "Voir les cibles"))).Form("C’est vu"), "C’est vu");
        page.Main.ShouldContain("C’est noté.");
        (await officer.GoAsync("/fr/backstage")).Main.ShouldNotContain($"« {Inside} »");
        // Raised, it is to be seen again once it is reached.
        await officer.SubmitAsync(page.Form("Enregistrer les cibles").Fill(Inside, "110"), "Enregistrer les cibles");
        (await officer.GoAsync("/fr/backstage")).Main.ShouldContain($"« {Inside} »");

        (await _app.Visitor().SendOneAnswerAsync()).Heading.ShouldNotBeEmpty();
        (await (await _app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Cibles de groupes fixées");
    }

    [Theory]
    [InlineData("45", "La cible de « Hors de la région métropolitaine » se dit par dizaines : 40 ou 50.")]
    [InlineData("soixante", "La cible de « Hors de la région métropolitaine » s’écrit en chiffres, par dizaines.")]
    [InlineData("-10", "La cible de « Hors de la région métropolitaine » s’écrit en chiffres, par dizaines.")]
    [InlineData("2000000", "La cible de « Hors de la région métropolitaine » va de 10 réponses à un million.")]
    public async Task What_is_no_target_is_told_at_its_field_and_nothing_typed_is_lost(string typed, string told)
    {
        var officer = await OfficerAsync();
        var page = await KnownAsync(officer);
        var refused = await officer.SubmitAndStayAsync(page.Form("Enregistrer les cibles").Fill(Inside, "100").Fill(Outside, typed), "Enregistrer les cibles");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldBe(told);
        (refused.Form("Enregistrer les cibles").Value(Inside), refused.Form("Enregistrer les cibles").Value(Outside)).ShouldBe(("100", typed));
        (await officer.GoAsync(await AddressAsync("following"))).Main.ShouldContain("Aucune cible n’est fixée.");
    }

    [Fact]
    public async Task Two_people_who_change_one_target_at_once_are_told()
    {
        var (officer, administrator) = (await OfficerAsync(), await _app.SignedInAsync(AccountsVisits.Administrator));
        var mine = await KnownAsync(officer);
        var theirs = await administrator.GoAsync(mine.Address);
        await administrator.SubmitAsync(theirs.Form("Enregistrer les cibles").Fill(Outside, "60"), "Enregistrer les cibles");
        var lost = await officer.SubmitAndStayAsync(mine.Form("Enregistrer les cibles").Fill(Outside, "80"), "Enregistrer les cibles");
        lost.Status.ShouldBe(HttpStatusCode.Conflict);
        lost.Main.ShouldContain("Quelqu’un d’autre vient de changer ces cibles.");
        // Another group is not theirs.
        (await officer.SubmitAsync(mine.Form("Enregistrer les cibles").Fill(Outside, "").Fill(Inside, "90"), "Enregistrer les cibles")).Main.ShouldContain("Une cible a changé.");
    }

    [Fact]
    public async Task The_file_has_every_group_without_a_count_and_comes_back()
    {
        var officer = await OfficerAsync();
        var page = await KnownAsync(officer);
        await officer.SubmitAsync(page.Form("Enregistrer les cibles").Fill(Outside, "60"), "Enregistrer les cibles");
        var file = (await officer.Client.GetStringAsync(await AddressAsync("targets.csv"), Cancel)).TrimStart('\uFEFF');
        file.ShouldStartWith("groupe;nom;réponses");
        Page.Words(file).ShouldContain("metro:outside;Région métropolitaine de Montréal — Hors de la région métropolitaine;60");
        file.ShouldContain("status:self");
        (await SendAsync(officer, file)).Main.ShouldContain("Rien n’a changé.");
        (await SendAsync(officer, "group,answers\nmetro:outside,0\nstatus:self,120\n")).Main.ShouldContain("2 cibles ont changé.");
        (await TargetsAsync()).ShouldBe(["status:self 120"]);
    }

    [Theory]
    [InlineData("group,answers\nmetro:outside,60\nmetro:nowhere,40\n", "Ligne 3 : l’étude ne connaît pas de groupe « metro:nowhere »")]
    [InlineData("group,answers\nmetro:outside,many\n", "Ligne 2 : la cible de « metro:outside » n’est pas un nombre entier : « many ».")]
    [InlineData("group,answers\nmetro:outside,60\nmetro:outside,70\n", "Ligne 3 : le groupe « metro:outside » est écrit deux fois.")]
    [InlineData("group,answers\n=1+1,60\n", "Ligne 2 : « =1+1 » n’est pas le code d’un groupe")]
    [InlineData("group,answers\nmetro:outside,55\n", "Ligne 2 : la cible de « metro:outside » se dit par dizaines : 50 ou 60.")]
    public async Task A_file_with_a_slip_changes_nothing_and_says_its_line(string file, string told)
    {
        var officer = await OfficerAsync();
        await KnownAsync(officer);
        var refused = await SendAsync(officer, file);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldContain(error => Page.Words(error).Contains(told, StringComparison.Ordinal));
        (await TargetsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_kit_sets_targets_and_leaves_those_the_council_has()
    {
        await _app.InScopeAsync(services => LoadAsync(services, "group,answers\nmetro:outside,60\nregion:nowhere,40\n"));
        (await TargetsAsync()).ShouldBe(["metro:outside 60", "region:nowhere 40"]);
        var officer = await OfficerAsync();
        var page = await KnownAsync(officer);
        page.Main.ShouldContain("Groupes que l’étude ne connaît pas");
        await officer.SubmitAsync(page.Form("Enregistrer les cibles").Fill(Outside, "90"), "Enregistrer les cibles");
        await _app.InScopeAsync(services => LoadAsync(services, "group,answers\nmetro:outside,70\nmetro:inside,80\n"));
        (await TargetsAsync()).ShouldBe(["metro:inside 80", "metro:outside 90", "region:nowhere 40"]);
        var refused = await _app.InScopeAsync(services => LoadAsync(services, "group,answers\nmetro:outside,7\n"));
        var problem = refused.ShouldBeOfType<KitOutcome.Refused>().Problems.ShouldHaveSingleItem();
        (problem.File, problem.Line, problem.Code).ShouldBe(("targets.csv", 2, "targets.not_by_tens"));
    }

    [Fact]
    public async Task Analysts_read_them_and_only_those_who_run_the_campaign_set_them()
    {
        var address = await AddressAsync("targets");
        (await _app.Visitor().GoAsync(address)).Address.ShouldContain("sign-in");
        foreach (var who in new[] { AccountsVisits.Analyst, "rfc@culture.example", "facilitator@culture.example" })
        {
            (await (await _app.SignedInAsync(who)).GoAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden, who);
            (await (await _app.SignedInAsync(who)).PeekAsync(address + ".csv")).Status.ShouldBe(HttpStatusCode.Forbidden, who);
        }

        (await (await _app.SignedInAsync("administrator@rivage.example")).GoAsync(address.Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        var administrator = await _app.SignedInAsync(AccountsVisits.Administrator);
        var english = await administrator.GoAsync(address.Replace("/fr/", "/en/", StringComparison.Ordinal));
        english.Heading.ShouldBe("Targets by group");
        (await (await _app.SignedInAsync(AccountsVisits.Analyst)).GoAsync(await AddressAsync("following"))).Document.QuerySelector($"a[href='{address}']").ShouldBeNull();
    }

    /// <summary>What is concluded follows from what is told: two counts of one ten, and all under the fewest, give the same words.</summary>
    [Theory]
    [InlineData(60, 0.5, 0, 9, Standing.FarBehind)]
    [InlineData(30, 0.5, 0, 9, Standing.OnTheWay)]
    [InlineData(60, 0.2, 0, 9, Standing.OnTheWay)]
    [InlineData(60, 1.0, 20, 29, Standing.FarBehind)]
    [InlineData(60, 1.0, 30, 39, Standing.OnTheWay)]
    [InlineData(60, 0.1, 60, 69, Standing.Reached)]
    [InlineData(60, null, 0, 9, Standing.OnTheWay)]
    public void A_conclusion_tells_no_more_than_the_tens(int target, double? elapsed, int told, int atMost, object stands) =>
        new TargetStanding("g:a", "G", "A", target, told) { AtMost = atMost, Elapsed = elapsed }.Stands.ShouldBe((Standing)stands);

    private async Task<Visitor> OfficerAsync()
    {
        var administrator = await _app.SignedInAsync(AccountsVisits.Administrator);
        var give = await administrator.GoAsync(await AddressAsync("runners"));
        await administrator.SubmitAsync(give.Form("Enregistrer ces personnes").Choose(Page.Words(give.Document.QuerySelector("main form label")!.TextContent)), "Enregistrer ces personnes");
        return await _app.SignedInAsync("rfc@culture.example");
    }

    /// <summary>The page, once the study has read its answers in the background.</summary>
    private async Task<Page> KnownAsync(Visitor visitor)
    {
        var address = await AddressAsync("targets");
        var page = await visitor.GoAsync(address);
        for (var looks = 0; looks < 240 && !page.Main.Contains(Inside + "au moins", StringComparison.Ordinal); looks++)
        {
            await Task.Delay(250, Cancel);
            page = await visitor.GoAsync(address);
        }

        return page;
    }

    private async Task<Page> SendAsync(Visitor visitor, string file)
    {
        var page = await visitor.GoAsync(await AddressAsync("targets"));
        return await visitor.SubmitAsync(page.Form("Lire le fichier").Attach("Fichier des cibles", "cibles.csv", Encoding.UTF8.GetBytes(file)), "Lire le fichier");
    }

    private async Task<string> AddressAsync(string page) => $"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}/{page}";

    private async Task<List<string>> TargetsAsync()
    {
        var id = (await _app.CampaignAsync()).Id.Value;
        return await _app.InScopeAsync(async services => (await services.GetRequiredService<DiapasonDb>().EveryCouncil<FieldTarget>().Where(t => t.CampaignId == id).OrderBy(t => t.GroupCode).ToListAsync(Cancel)).Select(t => $"{t.GroupCode} {t.Answers}").ToList());
    }

    private static async Task<KitOutcome> LoadAsync(IServiceProvider services, string targets)
    {
        var kit = DemonstrationKit.Copy();
        await File.WriteAllTextAsync(Path.Combine(kit, "targets.csv"), targets, Cancel);
        var outcome = await services.GetRequiredService<LoadKit>().RunAsync(kit, Cancel);
        Directory.Delete(kit, recursive: true);
        return outcome;
    }

    private static string Row(Page page, string head) =>
        Page.Words(page.Document.QuerySelectorAll("section[aria-labelledby=cibles] tr").Single(row => Page.Words(row.QuerySelector("th")!.TextContent).StartsWith(head, StringComparison.Ordinal)).TextContent);
}
