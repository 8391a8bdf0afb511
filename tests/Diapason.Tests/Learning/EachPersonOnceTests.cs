using Diapason.Learning.Data;
using Diapason.Learning.Places;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations.Invitations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>Who is the same person, and who is another.</summary>
public sealed class CountedOnceTests
{
    [Theory]
    [InlineData("a:,a:", 1)]
    [InlineData("a:Ada,a:ADA,a:", 1)]
    [InlineData("a:Ada,b:Ada", 2)]
    [InlineData("a:Ada,a:Gilles,a:", 2)]
    [InlineData("a:,a:Ada,a:Gilles", 2)]
    [InlineData("a:Ada,a:,a:Gilles,a:gilles", 2)]
    public void One_address_is_one_person_unless_two_names_are_given_with_it(string came, int people)
    {
        var once = new CountedOnce();
        came.Split(',').Select(one => one.Split(':')).Count(one => once.Add(one[0], one[1])).ShouldBe(people);
    }
}

/// <summary>Each person is called once, and colleagues who share an address are called each.</summary>
public sealed class EachPersonOnceTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Colleagues_who_share_an_address_have_a_place_each_and_a_list_turned_again_after_a_stop_gives_nobody_a_second_one()
    {
        const string Shared = "equipe@people.example";
        foreach (var name in new[] { "Ada", "Gilles" }) await app.AskingAsync(Shared, "Estrie", name);
        (await app.AskingAsync("marie@people.example", "Estrie", "Marie")).Heading.ShouldBe("3 personnes attendent; il en faut 8");
        (await app.AskingAsync("marie@people.example", "Estrie", "")).Heading.ShouldBe("3 personnes attendent; il en faut 8", "Marie came twice");
        var keeper = await app.SignedInAsync(AccountsVisits.Administrator);
        var lists = await keeper.GoAsync("/fr/manage/sessions/lists");
        var edit = await keeper.GoAsync(lists.Document.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("Estrie", StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!);
        edit.Form("Enregistrer le brouillon").Fill("Titre (français)", "Reprise").Fill("Texte pour le public (français)", "Une clause.").Fill("Organisme ou personne", "Quai").Fill("Pour joindre cet organisme ou cette personne", "quai@arts.example")
            .Forge("meetings.0.day", "2027-02-10").Forge("meetings.0.start", "13:00").Forge("meetings.0.end", "16:00").Choose("En ligne").Fill("Langue de la session", "fr").Fill("Nombre de places", "5");
        var sheet = await keeper.SubmitAsync(edit.Form("Enregistrer le brouillon"), "Enregistrer le brouillon");
        sheet.Main.ShouldContain("À l’ouverture, 3 personnes qui attendent sont appelées d’abord, dans l’ordre.");

        // Stopped after the first of Marie's requests became a place.
        await app.InScopeAsync(async services =>
        {
            var db = services.GetRequiredService<DiapasonDb>();
            var first = await db.EveryCouncil<Interest>().Where(i => i.Email == "marie@people.example").OrderBy(i => i.Ordinal).FirstAsync();
            var session = await db.EveryCouncil<Session>().SingleAsync(s => s.Code == "reprise");
            var arrival = new Arrival
            {
                Id = first.Id, CouncilId = first.CouncilId, SessionId = session.Id, Name = first.Name, Email = first.Email, Phone = "", Language = "fr", Needs = "", CodeHash = first.CodeHash, Head = first.Head, IsByStaff = false, IsFromList = true, HoldHours = 48,
            };
            await services.GetRequiredService<SeatBook>().ArriveAsync(arrival, TestContext.Current.CancellationToken);
            return await db.EveryCouncil<Interest>().Where(i => i.Id == first.Id).ExecuteDeleteAsync();
        });
        await keeper.SubmitAsync(sheet.Form("Ouvrir la session"), "Ouvrir la session");
        var places = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Registration>().Where(r => r.Email == "marie@people.example" || r.Email == Shared).Select(r => r.Name).ToListAsync());
        places.Order().ShouldBe(["Ada", "Gilles", "Marie"]);
    }
}

/// <summary>What those who keep sessions are told of lists and needs.</summary>
public sealed class ListsApartTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Two_ready_lists_that_no_session_serves_together_are_two_things_to_do()
    {
        var keeper = await app.SignedInAsync(AccountsVisits.Administrator);
        await keeper.SubmitAsync((await keeper.GoAsync("/fr/manage/sessions/rules")).Form("Enregistrer les règles").Fill("Une liste d’intérêt est prête à", "2"), "Enregistrer les règles");
        foreach (var entry in new[] { "say-your-worth", "contract-clauses" })
            foreach (var who in new[] { "un", "deux" }) await app.WaitingAsync($"{who}-{entry}@people.example", "Estrie", entry: entry);
        var thing = (await keeper.GoAsync("/fr/backstage")).Document.QuerySelectorAll(".attente > li").First(li => li.TextContent.Contains("Une liste d’intérêt est prête", StringComparison.Ordinal));
        thing.QuerySelector(".acte a")!.GetAttribute("href")!.ShouldEndWith("/manage/sessions/lists");
    }
}

/// <summary>The board counts who was not served, once and not for ever.</summary>
public sealed class UnservedOnceTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Who_waited_in_vain_is_counted_once_and_not_any_more_when_they_have_a_place()
    {
        await app.OpenedAsync("En vain", seats: 1, day: "2026-12-10");
        await app.OpenedAsync("La suivante", seats: 5, day: "2027-02-10");
        await app.SigningUpAsync("en-vain", "ada@people.example");
        foreach (var who in new[] { "gilles", "marie", "rose" }) await app.SigningUpAsync("en-vain", $"{who}@people.example");
        app.Clock.Advance(new DateTimeOffset(2026, 12, 10, 18, 35, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Registration>().Where(r => r.Email != "ada@people.example").ExecuteUpdateAsync(set => set.SetProperty(r => r.State, PlaceState.Waiting)));
        await app.RunJobsAsync("learning.turn-places");
        (await WaitingAsync()).ShouldBe("3");
        await app.AskingAsync("gilles@people.example", "Estrie", "", "risk");
        (await WaitingAsync()).ShouldBe("2", "he is counted on the list");
        await app.SigningUpAsync("la-suivante", "marie@people.example");
        (await WaitingAsync()).ShouldBe("1", "a place is held for her");
    }

    private async Task<string> WaitingAsync()
    {
        var keeper = await app.SignedInAsync(LearningVisits.Rfc);
        var row = (await keeper.GoAsync("/fr/manage/needs-board")).Document.QuerySelectorAll("tbody tr").Single(tr => tr.TextContent.Contains("Loi 25", StringComparison.Ordinal) && tr.TextContent.Contains("Toutes les régions", StringComparison.Ordinal));
        return row.QuerySelectorAll("td")[2].TextContent;
    }
}

/// <summary>Letters of lists, by a server that puts some off.</summary>
public sealed class LettersOfListsTests(MailingApp app) : IClassFixture<MailingApp>
{
    [Fact]
    public async Task A_letter_put_off_waits_behind_the_others_and_leaves_some_minutes_later()
    {
        await app.WaitingAsync("pleine@people.example", "Estrie");
        app.Office.FullMailbox = "pleine@people.example";
        await app.RunJobsAsync("learning.confirm-requests");
        var put = await FindAsync();
        (put.IsToConfirm, put.TriedAt).ShouldBe((true, app.Clock.GetUtcNow().UtcDateTime));
        app.Office.FullMailbox = null;
        await app.RunJobsAsync("learning.confirm-requests");
        Taken("pleine@people.example").ShouldBe(0);
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await app.RunJobsAsync("learning.confirm-requests");
        Taken("pleine@people.example").ShouldBe(1);
        (await FindAsync()).IsToConfirm.ShouldBeFalse();
    }

    private int Taken(string email) => app.Office.Taken.Count(mail => mail.Contains(email, StringComparison.Ordinal));

    private Task<Interest> FindAsync() => app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Interest>().AsNoTracking().SingleAsync(i => i.Email == "pleine@people.example"));
}
