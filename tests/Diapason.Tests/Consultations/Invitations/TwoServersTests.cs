using Diapason.Consultations.Invitations;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>Two servers on one PostgreSQL: who has answered by one does not answer again by the other, before their mark is written, after it, or once the first server is gone.</summary>
public sealed class TwoServersTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task An_answer_by_one_server_keeps_the_other_link_of_the_same_person_from_serving_on_the_other()
    {
        // SQLite has one server.
        if (!TestDatabase.IsPostgres) return;
        var (id, council) = await app.InviteAsync("deux-serveurs", 12, invitedOnly: true);
        var first = Link(1);
        await council.SendAsync(id, "Reminder");
        await app.SendMailsAsync(12);
        var second = Link(1);
        second.ShouldNotBe(first);
        await using var other = app.Beside();
        await other.InitializeAsync();
        (await app.Visitor().AnswerAndSendAsync(first)).Address.ShouldEndWith("/receipt");
        (await other.Visitor().GoAsync(second)).Heading.ShouldBe("Cette invitation a déjà servi");
        (await UsedAsync(id)).ShouldBe(0);

        // Five by one, four by the other, then a tenth here: each server has its own ten.
        for (var i = 2; i <= 5; i++) await app.Visitor().AnswerAndSendAsync(Link(i));
        for (var i = 6; i <= 9; i++) await other.Visitor().AnswerAndSendAsync(Link(i));
        (await UsedAsync(id)).ShouldBe(0);
        (await app.Visitor().GoAsync(Link(6))).Heading.ShouldBe("Cette invitation a déjà servi");
        var held = other.Services.GetRequiredService<HeldByServers>();
        foreach (var person in await IdsAsync(id, 1, 9)) (await held.IsTakenAsync(person, default)).ShouldBeTrue();
        foreach (var person in await IdsAsync(id, 10, 12)) (await held.IsTakenAsync(person, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_server_holds_leaves_with_its_marks_and_with_the_server()
    {
        if (!TestDatabase.IsPostgres) return;
        var (id, _) = await app.InviteAsync("un-part", 12, invitedOnly: true);
        var here = app.Services.GetRequiredService<HeldByServers>();
        var other = app.Beside();
        await other.InitializeAsync();
        await other.Visitor().AnswerAndSendAsync(app.LinkOf(Inviting.Person("un-part", 12), "un-part"));
        (await here.IsTakenAsync((await IdsAsync(id, 12, 12, "un-part"))[0], default)).ShouldBeTrue();
        await other.DisposeAsync();
        (await here.IsTakenAsync((await IdsAsync(id, 12, 12, "un-part"))[0], default)).ShouldBeFalse("it goes with its session");
        // The link itself has served: that is on disk.
        (await app.Visitor().GoAsync(app.LinkOf(Inviting.Person("un-part", 12), "un-part"))).Heading.ShouldBe("Cette invitation a déjà servi");
        for (var i = 1; i <= 9; i++) await app.Visitor().AnswerAndSendAsync(app.LinkOf(Inviting.Person("un-part", i), "un-part"));
        // Opening the link put its mark back in line: it is the tenth.
        (await UsedAsync(id)).ShouldBe(10);
        foreach (var person in await IdsAsync(id, 1, 12, "un-part")) (await here.IsTakenAsync(person, default)).ShouldBeFalse();
    }

    private string Link(int person) => app.LinkOf(Inviting.Person("deux-serveurs", person), "deux-serveurs");

    private Task<long> UsedAsync(Guid id) => app.CountAsync("consultations_invitation", $"campaign_id = '{InvitationsTests.Id(id)}' AND state = 'Used'");

    private async Task<List<Guid>> IdsAsync(Guid campaign, int from, int to, string slug = "deux-serveurs")
    {
        var emails = Enumerable.Range(from, to - from + 1).Select(i => Inviting.Person(slug, i)).ToList();
        return await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Invitation>().Where(i => i.CampaignId == campaign && emails.Contains(i.Email)).Select(i => i.Id).ToListAsync());
    }
}
