using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>What an administrator may type as a last day, and two of them at once.</summary>
public sealed class CampaignDatesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("9999-12-31", "d’ici dix ans")]
    [InlineData("2126-01-31", "d’ici dix ans")]
    [InlineData("0001-01-01", "plus tardif")]
    [InlineData("2027-02-30", "ne convient pas pour « Dernier jour »")]
    [InlineData("bientôt", "ne convient pas pour « Dernier jour »")]
    [InlineData("", "Indiquez le dernier jour")]
    public async Task Refuses_an_impossible_last_day_in_plain_words(string day, string words)
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        var extend = await visitor.GoAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/extend");
        var page = await visitor.SubmitAndStayAsync(extend.Form("Prolonger la campagne").Fill("Dernier jour", day), "Prolonger la campagne");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Errors.ShouldHaveSingleItem().ShouldContain(words);
        page.Main.ShouldNotContain("LastDay");
    }

    [Fact]
    public async Task Two_administrators_who_change_a_campaign_at_once_are_not_both_told_it_is_done()
    {
        var address = $"/fr/manage/consultations/{(await app.CampaignAsync()).Id}";
        var visitors = new List<Visitor>();
        for (var i = 0; i < 8; i++) visitors.Add(await app.SignedInAsync(AccountsVisits.Administrator));
        var forms = await Task.WhenAll(visitors.Select(async visitor => (await visitor.GoAsync(address + "/extend")).Form("Prolonger la campagne").Fill("Dernier jour", "2027-03-31")));
        var pages = await Task.WhenAll(visitors.Select((visitor, i) => visitor.SubmitAsync(forms[i], "Prolonger la campagne")));
        pages.Count(page => page.Main.Contains("La campagne est prolongée.", StringComparison.Ordinal)).ShouldBe(1);
        pages.Count(page => page.Status == HttpStatusCode.Conflict && page.Errors.Single().Contains("déjà changée", StringComparison.Ordinal)).ShouldBe(7);
        pages.Count(page => page.Main.Contains("C’est fait", StringComparison.Ordinal)).ShouldBe(1);
        (await visitors[0].GoAsync(address)).Main.ShouldContain("31 mars 2027");
        var trail = await visitors[0].GoAsync("/fr/council/audit-trail");
        trail.Main.Split("Campagne prolongée").Length.ShouldBe(2);
        trail.Main.ShouldContain("celles de Montréal");
    }

    [Fact]
    public async Task Two_administrators_who_open_or_close_a_campaign_at_once_are_not_both_told_it_is_done()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var page = await author.SaveAsync(await author.AddAsync(await author.StartBlankAsync("Ouverte à plusieurs", "Opened by several"), "Un nombre"), form => form.Fill("Titre (français)", "Combien?").Fill("Titre (anglais)", "How many?"));
        page = await author.FollowAsync(page, "Enregistrer une version");
        page = await author.SubmitAsync(page.Form("Enregistrer cette version"), "Enregistrer cette version");
        await author.SubmitAsync(page.Form("Prévoir la campagne").Fill("À quoi elle sert (français)", "Essai.").Fill("À quoi elle sert (anglais)", "Trial.").Fill("Nom dans l’adresse", "a-plusieurs"), "Prévoir la campagne");
        var visitors = new List<Visitor>();
        for (var i = 0; i < 6; i++) visitors.Add(await app.SignedInAsync(AccountsVisits.Administrator));
        var campaign = (await visitors[0].FollowAsync(await visitors[0].GoAsync("/fr/manage/consultations"), "Ouverte à plusieurs")).Address.Split('?')[0];
        foreach (var (act, button, done, trail) in new[] { ("open", "Ouvrir la campagne", "La campagne est ouverte.", "Campagne ouverte"), ("close", "Fermer la campagne", "La campagne est fermée.", "Campagne fermée") })
        {
            var forms = await Task.WhenAll(visitors.Select(async visitor => (await visitor.GoAsync($"{campaign}/{act}")).Form(button)));
            if (act == "open")
            {
                // Never longer than the council promises, and never lengthened.
                var tooLong = await visitors[0].SubmitAndStayAsync((await visitors[0].GoAsync($"{campaign}/open")).Form(button).Fill("Dernier jour", "2027-01-31").Fill("Durée de conservation des réponses, en mois après la fermeture", "500"), button);
                tooLong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
                tooLong.Errors.ShouldHaveSingleItem().ShouldContain("Écrivez un nombre de mois");
                foreach (var form in forms) form.Fill("Dernier jour", "2027-01-31").Fill("Durée de conservation des réponses, en mois après la fermeture", "3");
            }

            var pages = await Task.WhenAll(visitors.Select((visitor, i) => visitor.SubmitAsync(forms[i], button)));
            pages.Count(one => one.Main.Contains(done, StringComparison.Ordinal)).ShouldBe(1, act);
            pages.Count(one => one.Status == HttpStatusCode.Conflict).ShouldBe(5, string.Join('\n', pages.Select(one => $"{one.Status} {one.Heading}")));
            if (act == "open") (await visitors[0].GoAsync(campaign)).Main.ShouldContain("30 avril 2027");
            (await visitors[0].GoAsync("/fr/council/audit-trail")).Main.Split(trail).Length.ShouldBe(2, trail);
        }
    }
}

/// <summary>A last day far away is perhaps a slip of the keyboard.</summary>
public sealed class FarLastDayTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_last_day_more_than_a_year_away_is_asked_twice()
    {
        const string Extend = "Prolonger la campagne";
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        var address = $"/fr/manage/consultations/{(await app.CampaignAsync()).Id}";
        var asked = await visitor.SubmitAsync((await visitor.GoAsync(address + "/extend")).Form(Extend).Fill("Dernier jour", "2035-02-14"), Extend);
        asked.Main.ShouldContain("Ce jour est à plus d’un an");
        (await visitor.GoAsync(asked.Address)).Main.ShouldBe(asked.Main, "asked with GET: Back meets no form to send again");
        asked.Main.ShouldContain("Avec ce changement : 14 février 2035.");
        asked.Main.ShouldContain("gardées jusqu’au 14 février 2037");
        (await visitor.GoAsync(address)).Main.ShouldNotContain("2035");
        var other = await visitor.SubmitAsync(asked.Form(Extend).Fill("Dernier jour", "2034-02-14"), Extend);
        other.Main.ShouldContain("Avec ce changement : 14 février 2034.", customMessage: "a yes is for the day it was asked about");
        (await visitor.SubmitAsync(asked.Form(Extend).Fill("Dernier jour", "2035-02-14"), Extend)).Main.ShouldContain("La campagne est prolongée.");
        (await visitor.GoAsync(address)).Main.ShouldContain("14 février 2035");
    }
}
