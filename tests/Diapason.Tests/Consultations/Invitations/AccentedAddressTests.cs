using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>One address that a server cannot carry is that address's own trouble: it is told at the import, refused alone, and the others get their mail in the same run.</summary>
public sealed class AccentedAddressTests : IAsyncLifetime
{
    private const string Slug = "accents";
    private const string Accented = "éloïse@accents.example";
    private readonly OldMailingApp _old = new();

    public ValueTask InitializeAsync() => _old.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _old.DisposeAsync();
        await _old.Office.DisposeAsync();
        await _old.Old.DisposeAsync();
    }

    [Fact]
    public async Task It_is_a_line_to_look_at_and_stops_nobody_elses_mail()
    {
        var (id, council) = (await _old.PlanAsync(Slug), await _old.SignedInAsync(Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        await council.OpenAsync(id);
        var list = string.Join('\n', Enumerable.Range(1, 11).Select(i => Inviting.Person(Slug, i)).Prepend(Accented).Prepend("Courriel"));
        var read = await council.ReadListAsync(id, list);
        read.Main.ShouldContain("Lignes à regarder : 1");
        read.Main.ShouldContain("Accent avant l’arobase");
        await council.SubmitAsync(read.Form("Ajouter à la liste (12)"), "Ajouter à la liste (12)");
        await council.SendAsync(id, "Invitation");

        await _old.RunJobsAsync("consultations.send-invitations");
        _old.Old.Taken.Count.ShouldBe(11);
        var page = await council.GoAsync(Inviting.Address(id) + "/invitations");
        page.Main.ShouldContain("Adresses qui refusent le courriel1");
        page.Main.ShouldContain("Personnes à qui on a écrit11");
        page.Main.ShouldContain("Terminé1110");
        _old.Logged.ShouldNotContain(line => line.Contains(Accented, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Where the server carries such addresses, the person is written to.</summary>
public sealed class CarriedAccentTests : IAsyncLifetime
{
    private readonly MailingApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _app.Office.DisposeAsync();
    }

    [Fact]
    public async Task A_server_that_takes_them_is_given_them()
    {
        var (id, council) = (await _app.PlanAsync("portes"), await _app.SignedInAsync(Inviting.Administrator));
        await council.PromiseAsync(id, "Nominatif");
        await council.OpenAsync(id);
        var read = await council.ReadListAsync(id, "Courriel\nzoé@portes.example");
        await council.SubmitAsync(read.Form("Ajouter à la liste (1)"), "Ajouter à la liste (1)");
        await council.SendAsync(id, "Invitation");
        await _app.RunJobsAsync("consultations.send-invitations");
        _app.Office.Taken.ShouldHaveSingleItem().ShouldContain("zoé@portes.example");
    }
}
