using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>At the door, on two phones: what is ticked stays ticked, and whoever comes is let in.</summary>
public sealed class TwoPhonesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Tick = "Enregistrer les présences";
    private const string Note = "Noter cette personne présente";
    private const string Consent = "La personne veut que ces renseignements soient gardés, et sait combien de temps";

    [Fact]
    public async Task Ticks_are_kept_with_who_came_unexpected_another_phone_undoes_none_and_the_session_can_still_be_changed()
    {
        var (_, sheet) = await app.OpenedAsync("Deux téléphones", seats: 3, day: "2026-12-10");
        foreach (var name in new[] { "Ada", "Gilles", "Noémie" }) await app.ConfirmedAsync("deux-telephones", $"{name.ToLowerInvariant().Replace('é', 'e')}@people.example", name);
        var gone = app.Visitor();
        var leaving = await gone.FollowAsync(await gone.GoAsync((await app.LetterAsync("noemie@people.example")).Link), "Laisser ma place");
        await gone.SubmitAsync(leaving.Form("Laisser ma place"), "Laisser ma place");

        app.Clock.Advance(new DateTimeOffset(2026, 12, 10, 18, 35, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        var keeper = await app.SignedInAsync(LearningVisits.Rfc);
        var address = sheet.Address.Split('?')[0] + "/attendance/0";
        var (one, two) = (await keeper.GoAsync(address), await keeper.GoAsync(address));

        var refused = await keeper.SubmitAndStayAsync(one.Form(Note).Choose("Ada").Fill("Son nom ou un pseudonyme", "Rosalie"), Note);
        refused.Errors.ShouldBe(["Demandez son accord à la personne, puis cochez la case."]);
        refused.Document.QuerySelectorAll("input[name=here][checked]").Length.ShouldBe(1, "what is refused comes back as it was ticked");
        (await keeper.SubmitAsync(refused.Form(Note).Choose(Consent), Note)).Heading.ShouldBe("2 personnes présentes sur 3");
        (await keeper.SubmitAsync(two.Form(Tick).Choose("Gilles"), Tick)).Heading.ShouldBe("3 personnes présentes sur 3", "the other phone had not seen Ada ticked");
        (await keeper.SubmitAsync((await keeper.GoAsync(address)).Form(Tick).Untick("Gilles"), Tick)).Heading.ShouldBe("2 personnes présentes sur 3");

        // The key Enter presses the first button: who is typed is not lost.
        var typed = (await keeper.GoAsync(address)).Form(Tick).Choose("Gilles").Fill("Son nom ou un pseudonyme", "Noémie").Fill("Son adresse courriel (facultatif)", "noemie@people.example").Choose(Consent);
        (await keeper.SubmitAsync(typed, Tick)).Heading.ShouldBe("4 personnes présentes sur 4", "who had given up her place and comes is let in");
        // Two who share an address are two people.
        var shared = (await keeper.GoAsync(address)).Form(Note).Fill("Son nom ou un pseudonyme", "Aline").Fill("Son adresse courriel (facultatif)", "ada@people.example").Choose(Consent);
        (await keeper.SubmitAsync(shared, Note)).Heading.ShouldBe("5 personnes présentes sur 5");
        var session = await app.SessionAsync("deux-telephones");
        session.Trained.ShouldBe(5);
        session.TrainedMinutes.ShouldBe(5 * 120);

        var edit = await (keeper = await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync($"/fr/manage/sessions/edit?id={session.Id}");
        (await keeper.SubmitAsync(edit.Form("Enregistrer la session").Fill("Texte pour le public (français)", "Trois licences, une décision, et du monde."), "Enregistrer la session")).Main.ShouldContain("Les changements sont enregistrés.");
        (await keeper.SubmitAndStayAsync((await keeper.GoAsync(edit.Address)).Form("Enregistrer la session").Fill("Nombre de places", "2"), "Enregistrer la session")).Errors.ShouldBe(["Il y a déjà 5 places prises ou offertes : la session ne peut pas en avoir moins."]);
    }
}

/// <summary>A page that was open before does nothing that it would not offer any more.</summary>
public sealed class OnceItIsOverTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_page_sent_after_the_session_cancels_nobody_who_was_there_and_a_correction_is_told_to_nobody()
    {
        var (_, sheet) = await app.OpenedAsync("Trop tard", day: "2026-12-10");
        var mine = await app.ConfirmedAsync("trop-tard", "ada@people.example", "Ada");
        app.Clock.Advance(new DateTimeOffset(2026, 12, 10, 20, 20, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        await app.RunJobsAsync("learning.");
        await app.RunJobsAsync("learning.");
        var keeper = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = sheet.Address.Split('?')[0];
        await keeper.SubmitAsync((await keeper.GoAsync(page + "/attendance/0")).Form("Enregistrer les présences").Choose("Ada"), "Enregistrer les présences");
        var ada = app.Visitor();
        var leaving = await ada.FollowAsync(await ada.GoAsync(mine), "Laisser ma place");
        var giving = await keeper.GoAsync((await keeper.GoAsync(page + "/people")).Document.QuerySelector("a[href*='give-up']")!.GetAttribute("href")!);

        app.Clock.Advance(TimeSpan.FromMinutes(15));
        (await ada.SubmitAsync(leaving.Form("Laisser ma place"), "Laisser ma place")).Heading.ShouldBe("Merci d’être venu ou venue");
        await keeper.SubmitAsync(giving.Form("Rendre sa place"), "Rendre sa place");
        (await app.PlaceAsync("ada@people.example")).State.ShouldBe(PlaceState.Confirmed);

        var letters = app.Letters("ada@people.example");
        var session = await app.SessionAsync("trop-tard");
        var edit = await keeper.GoAsync($"/fr/manage/sessions/edit?id={session.Id}");
        (await keeper.SubmitAsync(edit.Form("Enregistrer la session").Forge("meetings.0.end", "15:20"), "Enregistrer la session")).Main.ShouldContain("Les changements sont enregistrés.");
        await app.RunJobsAsync("learning.send-letters");
        app.Letters("ada@people.example").ShouldBe(letters);
    }
}

/// <summary>An old list that nobody turned.</summary>
public sealed class LongAfterTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Who_waited_for_a_session_of_long_ago_is_not_written_that_it_begins()
    {
        await app.OpenedAsync("Il y a longtemps", seats: 1, day: "2026-12-10");
        await app.OpenedAsync("Ce matin", seats: 1, day: "2026-12-20");
        foreach (var session in new[] { "il-y-a-longtemps", "ce-matin" })
            foreach (var who in new[] { "un", "deux" }) await app.SigningUpAsync(session, $"{who}-{session}@people.example");
        await app.RunJobsAsync("learning.send-letters");
        var letters = app.Letters("deux-il-y-a-longtemps@people.example");
        app.Clock.Advance(new DateTimeOffset(2026, 12, 20, 18, 40, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        foreach (var session in new[] { "il-y-a-longtemps", "ce-matin" })
            await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Registration>().Where(r => r.Email == $"deux-{session}@people.example").ExecuteUpdateAsync(set => set.SetProperty(r => r.State, PlaceState.Waiting)));
        await app.RunJobsAsync("learning.turn-places");
        (await app.PlaceAsync("deux-il-y-a-longtemps@people.example")).State.ShouldBe(PlaceState.Unserved);
        (await app.LetterAsync("deux-ce-matin@people.example")).Subject.ShouldBe("Aucune place ne s’est libérée : Ce matin");
        app.Letters("deux-il-y-a-longtemps@people.example").ShouldBe(letters);
    }
}

/// <summary>By telephone.</summary>
public sealed class SignedUpByTelephoneTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_form_sent_twice_gives_the_same_code_and_two_who_share_a_number_are_two_people()
    {
        var (keeper, sheet) = await app.OpenedAsync("Au bout du fil", seats: 5);
        var people = await keeper.GoAsync(sheet.Address.Split('?')[0] + "/people");
        Form Filled(Page page, string name) => page.Form("Inscrire cette personne").Fill("Son nom ou un pseudonyme (facultatif)", name).Fill("Son numéro", "418 555-0144")
            .Choose("La personne veut que ces renseignements soient gardés, et sait combien de temps");
        var form = Filled(people, "Émile");
        var (once, twice) = (await keeper.SubmitAsync(form, "Inscrire cette personne"), await keeper.SubmitAsync(form, "Inscrire cette personne"));
        twice.Document.QuerySelector("strong.code")!.TextContent.ShouldBe(once.Document.QuerySelector("strong.code")!.TextContent);
        (await keeper.SubmitAsync(Filled(await keeper.GoAsync(people.Address), "Odette"), "Inscrire cette personne")).Main.ShouldContain("2. Odette");
        foreach (var same in new[] { "émile", "" })
            (await keeper.SubmitAndStayAsync(Filled(await keeper.GoAsync(people.Address), same), "Inscrire cette personne")).Main.ShouldContain("Cette adresse ou ce numéro a déjà une place ou un rang dans cette session");
    }
}
