using System.Net;
using System.Text;
using Diapason.Consultations.Answering;
using Diapason.Consultations.Apart;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>Answers fabricated in bulk are counted apart, judged in groups by a person who reads none, and move no figure before.</summary>
public sealed class ApartTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly IPAddress Flood = IPAddress.Parse("203.0.113.9");
    private readonly FromSomewhere _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Five_hundred_from_one_address_are_set_aside_in_one_act_and_no_figure_moves()
    {
        await SettleAsync();
        var before = await FiguresAsync();
        await SendAsync(500);
        (await _app.CountAsync("record_key IS NOT NULL AND NOT is_synthetic")).ShouldBe(500, "none is dropped");
        (await _app.CountAsync("quarantine IS NULL AND record_key IS NOT NULL AND NOT is_synthetic")).ShouldBe(0, "the first ones, which nothing told from others, wait with those of their groups");
        await NightsAsync(9);
        (await FiguresAsync()).ShouldBe(before);

        var analyst = await _app.SignedInAsync(AccountsVisits.Analyst);
        var page = await analyst.GoAsync(await AddressAsync());
        page.Heading.ShouldBe("Réponses mises à part");
        var judge = await analyst.ToJudgeAsync(page, "Même réseau");
        judge.Main.ShouldContain("sont identiques entre elles");
        var form = judge.Form("Examiner ce groupe");
        (await analyst.SubmitAsync(form, "Examiner ce groupe")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity, "a judgement has a reason");
        var done = await analyst.SubmitAsync(judge.Form("Examiner ce groupe").Choose("Écarter").Fill("Votre raison", "Un même poste, en onze secondes."), "Examiner ce groupe");
        done.Main.ShouldContain("Le groupe est écarté.");
        (await _app.CountAsync("quarantine = 'network'")).ShouldBe(0, "in one act, those that waited in the tray too");
        (await _app.CountAsync("quarantine = 'aside network'")).ShouldBeGreaterThan(480);
        await NightsAsync(2);
        (await FiguresAsync()).ShouldBe(before);

        var trail = (await (await _app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail")).Main;
        trail.ShouldContain("Réponses écartées");
        trail.ShouldContain("Un même poste, en onze secondes.");
        trail.ShouldContain("Même réseau");
        await PortraitSaysAsync("réponses reçues ont été écartées comme inventées");
        analyst = await _app.SignedInAsync(AccountsVisits.Analyst);
        (await analyst.GoAsync((await AddressAsync()).Replace("/apart", "/following", StringComparison.Ordinal))).Main.ShouldContain("Réponses écartées");
        (await analyst.Client.GetStringAsync($"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}/answers.csv", Cancel)).Split('\n').Length.ShouldBeLessThan(1230, "files have none of them");
    }

    [Fact]
    public async Task An_accepted_group_counts_from_the_next_edition_on_and_a_judgement_can_be_taken_back()
    {
        await SettleAsync();
        await SendAsync(40);
        await JudgeAsync("Même réseau", "Écarter");
        await NightsAsync(1);
        (await _app.CountAsync("admitted_in IS NOT NULL AND NOT is_synthetic")).ShouldBe(0);
        await JudgeAsync("Même réseau", "Accepter");
        await NightsAsync(1);
        (await _app.CountAsync("admitted_in IS NOT NULL AND NOT is_synthetic")).ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Through_the_pages_the_fourth_within_minutes_from_a_network_waits_and_a_slow_stranger_does_not()
    {
        await SendByPagesAsync("198.51.100.1", 1);
        _app.Clock.Advance(TimeSpan.FromHours(2));
        // Three from one network, then one more; each says something else.
        await SendByPagesAsync("203.0.113.4", 4);
        (await _app.CountAsync("quarantine = 'network'")).ShouldBe(1);
        await SendByPagesAsync("192.0.2.77", 1);
        (await _app.CountAsync("quarantine = 'network'")).ShouldBe(1);
    }

    [Theory]
    [InlineData("keeps all its cookies and takes its time", 0)]
    [InlineData("is fast", 1)]
    [InlineData("is fast and throws away when it began", 1)]
    [InlineData("is fast and shows when another began", 1)]
    [InlineData("left, forgot everything, and came back with its code", 0)]
    [InlineData("left for a night and came back to the same device", 0)]
    public async Task Through_the_pages_a_device_that(string does, int apart)
    {
        _app.From = IPAddress.Parse("192.0.2.50");
        var visitor = _app.Visitor();
        var other = _app.Visitor();
        await other.BeginAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(40));
        var page = await visitor.BeginAsync();
        page = await visitor.ContinueAsync(page.Form("Continuer").Choose("Production"));
        var check = await visitor.PassUntilAsync(page);
        if (does.StartsWith("keeps", StringComparison.Ordinal)) _app.Clock.Advance(TimeSpan.FromMinutes(10));
        if (does.EndsWith("throws away when it began", StringComparison.Ordinal)) visitor.Forget(BegunCookie.Prefix);
        if (does.EndsWith("another began", StringComparison.Ordinal)) visitor.Take(BegunCookie.Prefix, other);
        if (does.EndsWith("same device", StringComparison.Ordinal))
        {
            _app.Clock.Advance(TimeSpan.FromHours(14));
            visitor.CloseBrowser();
            check = await visitor.GoAsync(check.Address);
        }

        if (does.EndsWith("its code", StringComparison.Ordinal))
        {
            visitor = _app.Visitor();
            check = await visitor.SubmitAsync((await visitor.GoAsync("/fr/consultation/resume")).Form("Reprendre").Fill("Code de reprise", check.Code()), "Reprendre");
        }

        (await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Address.ShouldContain("/receipt");
        (await _app.CountAsync("quarantine = 'fast'")).ShouldBe(apart);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_field_that_nobody_sees_beside_the_sending(bool isFilled)
    {
        _app.From = IPAddress.Parse("192.0.2.51");
        var visitor = _app.Visitor();
        var page = await visitor.BeginAsync();
        // What fills in forms for somebody must not set their answer apart on the way.
        page.Document.QuerySelectorAll($"[name='{EmptyField.Name}']").ShouldBeEmpty();
        page = await visitor.ContinueAsync(page.Form("Continuer").Choose("Production").Forge(EmptyField.Name, "https://cheap.example"));
        page.Address.ShouldContain("/p/");
        var check = await visitor.PassUntilAsync(page);
        Unseen(check);
        _app.Clock.Advance(TimeSpan.FromMinutes(20));
        var send = check.Form("Envoyer mes réponses");
        var receipt = await visitor.SubmitAsync(send.Forge(EmptyField.Name, isFilled ? "https://cheap.example" : " "), "Envoyer mes réponses");
        receipt.Address.ShouldContain("/receipt");
        receipt.Main.ShouldNotContain("examin", Case.Insensitive);
        (await _app.CountAsync("quarantine = 'filled'")).ShouldBe(isFilled ? 1 : 0);
        (await _app.CountAsync("record_key IS NOT NULL AND NOT is_synthetic")).ShouldBe(1, "it is received like any other");
    }

    [Fact]
    public async Task What_filled_in_the_unseen_field_is_judged_in_groups_and_told_in_both_languages()
    {
        await ChangeAsync("quarantine = 'filled'", "sequence <= 12");
        var analyst = await _app.SignedInAsync(AccountsVisits.Analyst);
        var judge = await analyst.ToJudgeAsync(await analyst.GoAsync(await AddressAsync()), "Champ invisible rempli");
        judge.Main.ShouldContain("12 réponses attendent votre décision.");
        judge.Main.ShouldContain("aucun lecteur d’écran n’annonce");
        (await analyst.GoAsync((await AddressAsync()).Replace("/fr/", "/en/", StringComparison.Ordinal))).Main.ShouldContain("Unseen field filled in");
    }

    [Fact]
    public async Task A_group_of_fewer_than_five_is_not_judged_and_says_no_number()
    {
        await ChangeAsync("quarantine = 'fast'", "sequence <= 4");
        var analyst = await _app.SignedInAsync(AccountsVisits.Analyst);
        var page = await analyst.GoAsync(await AddressAsync());
        page.Main.ShouldContain("moins de 5 réponses");
        page.Main.ShouldNotContain("Examiner ce groupe");
        (await analyst.GoAsync(await AddressAsync() + "/judge?reason=fast")).Status.ShouldBe(HttpStatusCode.NotFound);
        // Days that have too few are one group.
        await ChangeAsync("quarantine = 'fast', submitted_on = '2026-10-01'", "sequence > 4 AND sequence <= 8");
        (await analyst.ToJudgeAsync(await analyst.GoAsync(await AddressAsync()), "Trop rapides")).Main.ShouldContain("8 réponses attendent votre décision.");
    }

    [Fact]
    public async Task Only_those_who_hold_answers_judge_them()
    {
        var address = await AddressAsync();
        (await _app.Visitor().GoAsync(address)).Address.ShouldContain("sign-in");
        (await (await _app.SignedInAsync("rfc@culture.example")).GoAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await _app.SignedInAsync(AccountsVisits.OtherAdministrator)).GoAsync(address.Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await _app.SignedInAsync(AccountsVisits.Analyst)).GoAsync(address.Replace("/fr/", "/en/", StringComparison.Ordinal))).Heading.ShouldBe("Answers set apart");
        await ChangeAsync("quarantine = 'identical'", "sequence <= 60");
        (await (await _app.SignedInAsync(AccountsVisits.Analyst)).GoAsync("/fr/backstage")).Main.ShouldContain("ont été mises à part");
        (await (await _app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/manage/machine")).Main.ShouldContain("Réponses à examiner, tous conseils réunis60");
    }

    /// <summary>Hidden with its label by one class of the stylesheet, out of the keyboard's way, out of what screen readers are given, and nothing a browser fills in.</summary>
    private static void Unseen(Page page)
    {
        foreach (var field in page.Document.QuerySelectorAll($"[name='{EmptyField.Name}']"))
        {
            field.GetAttribute("tabindex").ShouldBe("-1");
            field.GetAttribute("autocomplete").ShouldBe("off");
            field.Closest(".pour-personne")!.GetAttribute("aria-hidden").ShouldBe("true");
        }

        page.Document.QuerySelectorAll($"main form[method=post] [name='{EmptyField.Name}']").Length.ShouldBeGreaterThan(0);
    }

    private async Task JudgeAsync(string group, string verdict)
    {
        var analyst = await _app.SignedInAsync(AccountsVisits.Analyst);
        var judge = await analyst.ToJudgeAsync(await analyst.GoAsync(await AddressAsync()), group);
        await analyst.SubmitAsync(judge.Form("Examiner ce groupe").Choose(verdict).Fill("Votre raison", "Vérifié par téléphone."), "Examiner ce groupe");
    }

    private async Task SettleAsync()
    {
        await _app.PortraitReadyAsync();
        await NightsAsync(9);
    }

    private async Task NightsAsync(int nights)
    {
        for (var night = 0; night < nights; night++)
        {
            _app.Clock.Advance(TimeSpan.FromDays(1));
            await _app.RunJobsAsync("studies.");
        }
    }

    /// <summary>Whole answers, one after the other, from one address.</summary>
    private async Task SendAsync(int answers)
    {
        for (var i = 0; i < answers; i++)
        {
            var code = await _app.OtherStartsAsync();
            await _app.OtherComesAsync(code, new Came(Flood, TimeSpan.FromMinutes(20)));
        }
    }

    private async Task SendByPagesAsync(string from, int people)
    {
        for (var i = 0; i < people; i++)
        {
            _app.From = IPAddress.Parse(from);
            var visitor = _app.Visitor();
            var page = await visitor.BeginAsync();
            page = await visitor.ContinueAsync(page.Form("Continuer").Choose(i % 2 == 0 ? "Diffusion" : "Production"));
            var check = await visitor.PassUntilAsync(page);
            _app.Clock.Advance(TimeSpan.FromMinutes(2));
            await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
        }
    }

    private async Task<string> AddressAsync() => $"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}/apart";

    /// <summary>All that was ever published, as it is stored: the page follows a moment later.</summary>
    private async Task<string> FiguresAsync()
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
        await using var command = connection.Command("SELECT content FROM studies_edition ORDER BY campaign_id, number");
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var published = new StringBuilder();
        while (await reader.ReadAsync(Cancel)) published.AppendLine(reader.GetString(0));
        published.Length.ShouldBeGreaterThan(10_000);
        return published.ToString();
    }

    /// <summary>The follower of answers looks from time to time.</summary>
    private async Task PortraitSaysAsync(string words)
    {
        for (var i = 0; i < 1200 && !(await _app.Visitor().GoAsync("/fr/portrait")).Main.Contains(words, StringComparison.Ordinal); i++) await Task.Delay(250, Cancel);
        (await _app.Visitor().GoAsync("/fr/portrait")).Main.ShouldContain(words);
    }

    private async Task ChangeAsync(string change, string which)
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
        await using var command = connection.Command($"UPDATE consultations_response SET {change} WHERE {which}");
        await command.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>The product, whose visitors come from the address last set.</summary>
    private sealed class FromSomewhere : DiapasonApp
    {
        public IPAddress? From { get; set; }

        protected override void Add(IServiceCollection services) => services.AddSingleton<IStartupFilter>(new FromAddress(this));
    }

    private sealed class FromAddress(FromSomewhere app) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            builder.Use((context, go) =>
            {
                context.Connection.RemoteIpAddress = app.From;
                return go(context);
            });
            next(builder);
        };
    }
}

/// <summary>Follows the judging link of a group by its heading.</summary>
internal static class ApartVisits
{
    public static async Task<Page> ToJudgeAsync(this Visitor visitor, Page page, string group)
    {
        var item = page.Document.QuerySelectorAll("main li").First(li => Page.Words(li.QuerySelector("h3")?.TextContent).StartsWith(group, StringComparison.Ordinal) && li.QuerySelector("a") is not null);
        return await visitor.GoAsync(item.QuerySelector("a")!.GetAttribute("href")!);
    }
}
