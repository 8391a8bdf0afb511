using System.Net;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>One page says how the field goes and whom to write to; what it counts at the sending is joined to no answer.</summary>
public sealed class FollowingTests : IAsyncLifetime
{
    private const string Phone = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_sending_is_counted_by_device_and_class_of_time_and_never_twice()
    {
        var phone = _app.Visitor();
        phone.Client.DefaultRequestHeaders.UserAgent.ParseAdd(Phone);
        await phone.BeginAndAnswerAsync();
        _app.Clock.Advance(TimeSpan.FromMinutes(12));
        var check = await phone.PassUntilAsync(await phone.GoAsync(Answering.Start + "/check"));
        var form = check.Form("Envoyer mes réponses");
        await phone.SubmitAsync(form, "Envoyer mes réponses");
        await phone.SubmitAsync(form, "Envoyer mes réponses");
        (await TallyAsync()).ShouldBe(["device phone 1", "minutes 15 1"]);
        // A device that forgot when it began is counted as a device.
        await _app.Visitor().SendOneAnswerAsync();
        (await TallyAsync()).ShouldBe(["device computer 1", "device phone 1", "minutes 15 1", "minutes 5 1"]);
        (await OpenAsync()).Main.ShouldContain("Les appareils et les temps se disent par dizaines");
    }

    [Fact]
    public async Task Devices_and_times_are_told_by_closed_tens_and_move_with_no_sending()
    {
        var (campaign, send) = (await _app.CampaignAsync(), _app.Services.GetRequiredService<Diapason.Consultations.Answering.SubmitAnswers>());
        async Task<string> SendAsync(int people, string within)
        {
            for (var i = 0; i < people; i++) (await send.RunAsync(campaign, await _app.OtherStartsAsync(), new Diapason.Consultations.Answering.Sending("fr") { On = "phone", Within = within }, Cancel)).IsDone.ShouldBeTrue();
            var page = await OpenAsync();
            return TestKit.Page.Words(page.Document.QuerySelector("section[aria-labelledby=appareils]")!.TextContent);
        }

        var told = await SendAsync(11, "15");
        told.ShouldContain("Téléphoneau moins 10");
        told.ShouldContain("Ordinateur ou tablettemoins de 10");
        told.ShouldContain("Le temps du milieu est dans la classe « de 10 à 15 minutes »");
        // Eight more, one by one: the page does not move, whoever looks between two of them.
        for (var i = 0; i < 8; i++) (await SendAsync(1, "5")).ShouldBe(told);
        // In all, more ended under five minutes than in the other class; the middle is that of the closed tens.
        (await SendAsync(1, "5")).ShouldContain("au moins 20");
    }

    [Fact]
    public async Task It_says_where_people_stopped_yesterday_and_not_who_still_writes()
    {
        var visitor = _app.Visitor();
        await visitor.BeginAndAnswerAsync();
        (await OpenAsync()).Main.ShouldContain("Aucun brouillon n’attend depuis hier.");
        _app.Clock.Advance(TimeSpan.FromDays(1));
        var page = await OpenAsync();
        var rows = page.Document.QuerySelectorAll("section[aria-labelledby=abandons] tbody tr").Select(row => TestKit.Page.Words(row.TextContent)).ToList();
        rows.ShouldHaveSingleItem().ShouldEndWith("moins de 10");
        rows[0].ShouldStartWith("3. ");
    }

    [Fact]
    public async Task It_names_the_association_to_write_to_for_a_group_that_is_missing_and_writes_no_number_in_the_letter()
    {
        var page = await OpenAsync();
        for (var looks = 0; looks < 240 && !page.Main.Contains("il manque", StringComparison.Ordinal); looks++)
        {
            await Task.Delay(250, Cancel);
            page = await OpenAsync();
        }

        page.Heading.ShouldBe("1 200 réponses comptées");
        var asked = page.Document.QuerySelectorAll("section[aria-labelledby=suite] li").ToList();
        asked.Count.ShouldBeInRange(1, 5);
        asked.SelectMany(item => item.QuerySelectorAll("a")).Select(a => TestKit.Page.Words(a.TextContent)).ShouldContain("Écrire à Personne inventée, Relève des arts (inventée)");
        foreach (var item in asked)
        {
            var name = TestKit.Page.Words(item.QuerySelector("h3")!.TextContent);
            item.QuerySelectorAll("a").ShouldNotBeEmpty("each leads somewhere");
            foreach (var letter in item.QuerySelectorAll("a[href^='mailto:']").Select(a => TestKit.Page.Words(Uri.UnescapeDataString(a.GetAttribute("href")!))))
            {
                letter.ShouldContain($"que vous rejoignez : {name}.");
                letter.ShouldContain("?via=");
                letter.ShouldNotContain("il manque");
            }
        }

        // Groups and their shares stand beside the population's.
        page.Document.QuerySelectorAll("section[aria-labelledby=groupes] caption").Select(caption => TestKit.Page.Words(caption.TextContent)).ShouldContain("Région métropolitaine de Montréal");
        page.Document.QuerySelectorAll("section[aria-labelledby=rythme] svg").Length.ShouldBe(4, "days and languages, wide and narrow");
    }

    [Fact]
    public async Task A_link_is_named_from_ten_answers_on()
    {
        await _app.OthersSendAsync(3, "scene");
        await _app.OthersSendAsync(40, "musees");
        var page = await OpenAsync();
        Row(page, "Regroupement des arts de la scène (inventé)").ShouldBe("moins de 10");
        Row(page, "Association des musées (inventée)").ShouldBe((await _app.CountAsync("source = 'musees' AND sequence IS NOT NULL")).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Only_those_who_hold_answers_follow_the_field()
    {
        var address = await AddressAsync();
        (await _app.Visitor().GoAsync(address)).Address.ShouldContain("sign-in");
        (await (await _app.SignedInAsync("rfc@culture.example")).GoAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await _app.SignedInAsync("administrator@rivage.example")).GoAsync(address.Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await _app.SignedInAsync(AccountsVisits.Analyst)).GoAsync(address.Replace("/fr/", "/en/", StringComparison.Ordinal))).Heading.ShouldBe("1,200 answers counted");
    }

    private async Task<string> AddressAsync() => $"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}/following";

    private async Task<TestKit.Page> OpenAsync() => await (await _app.SignedInAsync(AccountsVisits.Analyst)).GoAsync(await AddressAsync());

    private static string Row(TestKit.Page page, string head) =>
        TestKit.Page.Words(page.Document.QuerySelectorAll("main tr").Single(row => TestKit.Page.Words(row.QuerySelector("th")!.TextContent) == head).QuerySelector("td")!.TextContent);

    private async Task<List<string>> TallyAsync()
    {
        await using var connection = await _app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(Cancel);
        await using var command = connection.Command("SELECT kind || ' ' || word || ' ' || number FROM consultations_tally WHERE number > 0 ORDER BY 1");
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancel)) rows.Add(reader.GetString(0));
        return rows;
    }
}
