using System.Net;
using Diapason.Platform.Councils;
using Diapason.Platform.Kits;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>What people were promised when they answered cannot be loosened afterwards, by the page or by a kit.</summary>
public sealed class PromisesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Save = "Enregistrer les réglages";
    private const string Kept = "Durée de conservation";

    [Theory]
    [InlineData(Kept, "48", "1 200 personnes ont répondu sous la promesse de 24 mois. Elle reste la leur")]
    [InlineData(Kept, "", "1 200 personnes ont répondu sous la promesse de 24 mois. Elle reste la leur")]
    public async Task A_weaker_promise_is_refused_while_answers_are_kept(string label, string typed, string words)
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var refused = await administrator.SubmitAndStayAsync((await administrator.GoAsync("/fr/council/settings")).Form(Save).Fill(label, typed), Save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldContain(words);
        refused.Form(Save).Value(label).ShouldBe(typed);
        (await SettingsAsync()).ShouldBe((30, 24));
    }

    [Fact]
    public async Task English_says_it_too()
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var refused = await administrator.SubmitAndStayAsync((await administrator.GoAsync("/en/council/settings")).Form("Save the settings").Fill("Retention period", "48"), "Save the settings");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("1,200 people answered under a 24-month promise. It stays theirs");
    }

    [Fact]
    public async Task A_kit_cannot_weaken_it_either()
    {
        var kit = DemonstrationKit.Spoiled("kit.yaml", "retention_months: 24", "retention_months: 36");
        try
        {
            Platform.Language.Languages.Use("fr");
            var loaded = await app.InScopeAsync(s => s.GetRequiredService<LoadKit>().RunAsync(kit, new KitManner(ReplacesEdits: true), default));
            loaded.ShouldBeOfType<KitOutcome.Loaded>().Done.ShouldContain(line => line.Contains("sous la promesse", StringComparison.Ordinal));
            (await SettingsAsync()).ShouldBe((30, 24));
        }
        finally
        {
            Directory.Delete(kit, recursive: true);
        }
    }

    private async Task<(int, int?)> SettingsAsync()
    {
        var settings = (await app.Services.GetRequiredService<CouncilDirectory>().DefaultAsync(default))!.Settings;
        return (settings.RowThreshold, settings.RetentionMonths);
    }
}

/// <summary>A stronger promise is made at any time, and says what it changes.</summary>
public sealed class StrongerPromiseTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task It_is_saved_says_what_changes_and_every_page_says_the_same_period()
    {
        const string Save = "Enregistrer les réglages";
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var form = (await administrator.GoAsync("/fr/council/settings")).Form(Save).Fill("Seuil de publication", "40").Fill("Durée de conservation", "12");
        var saved = await administrator.SubmitAsync(form, Save);
        saved.Main.ShouldContain("Le seuil de publication passe de 30 à 40 personnes");
        saved.Main.ShouldContain("La durée de conservation passe de 24 à 12 mois");
        app.Clock.Advance(TimeSpan.FromSeconds(10));
        var campaign = await app.CampaignAsync();
        var until = DateOnly.FromDateTime(campaign.ClosesAt!.Value.AddDays(-1)).AddMonths(12);
        (await administrator.GoAsync($"/fr/manage/consultations/{campaign.Id}")).Main.ShouldContain(until.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (var address in new[] { "/fr/consultation/ia-2026", "/fr/privacy" }) (await app.Visitor().GoAsync(address)).Main.ShouldContain("12 mois après la fin");

        var back = await administrator.SubmitAndStayAsync((await administrator.GoAsync("/fr/council/settings")).Form(Save).Fill("Durée de conservation", "24"), Save);
        back.Errors.ShouldHaveSingleItem().ShouldContain("sous la promesse de 12 mois");
        back = await administrator.SubmitAndStayAsync((await administrator.GoAsync("/fr/council/settings")).Form(Save).Fill("Seuil de publication", "35"), Save);
        back.Errors.ShouldHaveSingleItem().ShouldContain("1 200 personnes ont répondu sous la promesse que rien ne paraît d’un groupe de moins de 40.");
        await SmallRowsAsync(administrator);
        Platform.Language.Languages.Use("fr");
        var kit = DemonstrationKit.Spoiled("kit.yaml", "threshold: 30", "threshold: 35");
        var loaded = await app.InScopeAsync(s => s.GetRequiredService<LoadKit>().RunAsync(kit, new KitManner(ReplacesEdits: true), default));
        Directory.Delete(kit, recursive: true);
        loaded.ShouldBeOfType<KitOutcome.Loaded>().Done.ShouldContain(line => line.Contains("moins de 40", StringComparison.Ordinal));
    }

    /// <summary>Small groups may be kept for the end at any time, and then stay so.</summary>
    private async Task SmallRowsAsync(Visitor administrator)
    {
        const string Save = "Enregistrer les réglages";
        const string Box = "Garder les petits groupes pour la fin";
        (await app.Visitor().GoAsync("/fr/privacy")).Main.ShouldNotContain("ne paraît que dans la dernière édition");
        (await administrator.SubmitAsync((await administrator.GoAsync("/fr/council/settings")).Form(Save).Choose(Box), Save)).Main.ShouldContain("Les réglages sont enregistrés.");
        (await app.Visitor().GoAsync("/fr/privacy")).Main.ShouldContain("moins de 100 personnes ne paraît que dans la dernière édition");
        (await app.Visitor().GoAsync("/en/privacy")).Main.ShouldContain("fewer than 100 people appears only in the last edition");
        (await administrator.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("petits groupes");
        var form = (await administrator.GoAsync("/fr/council/settings")).Form(Save);
        form.Element.QuerySelectorAll("input[name=small_rows_at_the_close]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().Single(box => box.IsChecked).IsChecked = false;
        (await administrator.SubmitAndStayAsync(form, Save)).Errors.ShouldHaveSingleItem().ShouldContain("sous la promesse que les petits groupes attendent la fin");
    }
}
