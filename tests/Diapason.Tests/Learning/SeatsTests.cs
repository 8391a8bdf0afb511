using Diapason.Learning.Data;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Learning;

/// <summary>Seats under a crowd, and after a while.</summary>
public sealed class SeatsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Three_hundred_people_at_once_for_twenty_seats_are_exactly_twenty_in_order_and_a_true_rank_for_the_others()
    {
        await app.OpenedAsync("La ruée", seats: 20);
        var visitor = app.Visitor();
        var forms = new List<Form>();
        foreach (var n in Enumerable.Range(0, 300)) forms.Add(PlacesVisits.Filled(await visitor.GoAsync("/fr/learning/la-ruee/sign-up"), $"p{n}@people.example"));
        var pages = await Task.WhenAll(forms.Select(form => visitor.SubmitAsync(form)));
        var places = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Registration>().AsNoTracking().OrderBy(r => r.Ordinal).ToListAsync());
        places.Select(p => p.Ordinal).ShouldBe(Enumerable.Range(1, 300));
        places.Take(20).ShouldAllBe(p => p.State == PlaceState.Offered);
        places.Skip(20).ShouldAllBe(p => p.State == PlaceState.Waiting);
        pages.Count(p => p.Heading == "Une place est tenue pour vous").ShouldBe(20);
        pages.ShouldContain(p => p.Heading == "Vous attendez une place, rang 280");
        (await visitor.GoAsync("/fr/learning/la-ruee")).Main.ShouldContain("M’inscrire en attente, rang 281");
    }
}

/// <summary>What the clock brings.</summary>
public sealed class PlacesInTimeTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_place_not_confirmed_in_time_goes_to_the_next_whatever_is_restarted_and_however_often_it_is_looked_at()
    {
        await app.OpenedAsync("Deux jours", seats: 1);
        await app.SigningUpAsync("deux-jours", "lente@people.example");
        await app.SigningUpAsync("deux-jours", "suivante@people.example");
        await app.RunJobsAsync("learning.");
        var before = app.Letters("suivante@people.example");
        app.Clock.Advance(TimeSpan.FromHours(47));
        await app.RunJobsAsync("learning.turn-places");
        var (_, late) = await app.LetterAsync("lente@people.example");
        (await app.Visitor().GoAsync(late)).Heading.ShouldBe("Une place est tenue pour vous");
        app.Clock.Advance(TimeSpan.FromHours(2));
        var visitor = app.Visitor();
        (await visitor.GoAsync(late)).Heading.ShouldBe("Le délai est passé");
        await app.RunJobsAsync("learning.turn-places");
        await app.RunJobsAsync("learning.turn-places");
        (await app.LetterAsync("suivante@people.example")).Subject.ShouldBe("Une place s’est libérée : Deux jours");
        (await app.LetterAsync("lente@people.example")).Subject.ShouldBe("Votre place n’est plus tenue : Deux jours");
        await app.RunJobsAsync("learning.");
        app.Letters("suivante@people.example").ShouldBe(before + 1);
    }
}

/// <summary>A session that begins before the usual term.</summary>
public sealed class PlacesOfTomorrowTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task No_place_is_held_past_the_beginning_whoever_is_called()
    {
        await app.OpenedAsync("Bientôt", seats: 1, day: "2027-03-10");
        var begins = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Session>().Where(s => s.Code == "bientot").Select(s => s.StartsAt).SingleAsync());
        app.Clock.Advance(begins.AddHours(-30) - app.Clock.GetUtcNow().UtcDateTime);
        await app.SigningUpAsync("bientot", "premiere@people.example");
        await app.SigningUpAsync("bientot", "seconde@people.example");
        (await UntilAsync("premiere@people.example")).ShouldBe(begins);
        await app.RunJobsAsync("learning.");
        var visitor = app.Visitor();
        var place = await visitor.GoAsync((await app.LetterAsync("premiere@people.example")).Link);
        place.Heading.ShouldBe("Une place est tenue pour vous");
        app.Clock.Advance(TimeSpan.FromHours(29));
        await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Registration>().Where(r => r.Email == "premiere@people.example").ExecuteUpdateAsync(set => set.SetProperty(r => r.OfferedUntil, begins.AddHours(-2))));
        await app.RunJobsAsync("learning.turn-places");
        (await UntilAsync("seconde@people.example")).ShouldBe(begins);
    }

    private Task<DateTime?> UntilAsync(string email) =>
        app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Registration>().Where(r => r.Email == email).Select(r => r.OfferedUntil).SingleAsync());
}

/// <summary>The term that people were told.</summary>
public sealed class PlacesTermTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Twelve_months_after_the_session_nothing_is_left_of_who_came()
    {
        await app.OpenedAsync("Il y a un an", day: "2027-03-10");
        await app.SigningUpAsync("il-y-a-un-an", "ancienne@people.example");
        app.Clock.Advance(new DateTimeOffset(2028, 3, 9, 15, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        await app.RunJobsAsync("learning.erase-places");
        (await CountAsync("ancienne@people.example")).ShouldBe(1);
        app.Clock.Advance(TimeSpan.FromDays(3));
        await app.RunJobsAsync("learning.erase-places");
        (await CountAsync("ancienne@people.example")).ShouldBe(0);
    }

    private Task<int> CountAsync(string email) => app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<Registration>().CountAsync(r => r.Email == email));
}
