using System.Net;
using System.Text;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>Lists of addresses, as they come, and their end.</summary>
public sealed class AddressListTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_file_is_reported_row_by_row_before_anything_is_kept()
    {
        var (id, council) = await PlannedAsync("liste");
        var text = "Nom complet;Langue;Adresse courriel\nAnne Roy;français;anne@liste.example\nBob;English;bob@liste.example\nSans;fr;\nFaux;fr;pas une adresse\nAnne;fr;ANNE@liste.example\nKlaus;de;Klaus <klaus@liste.example>\n";
        var page = await council.GoAsync(Inviting.Address(id) + "/invitations/bring");
        var read = await council.SubmitAsync(page.Form("Lire sans garder").Attach("Fichier", "liste.csv", Encoding.Latin1.GetBytes(text)), "Lire sans garder");
        read.Main.ShouldContain("Personnes à ajouter : 3, sur 6 lignes");
        foreach (var says in new[] { "4", "Pas d’adresse", "5", "Ce n’est pas une adresse", "6", "Deux fois dans le fichier", "7", "Langue que le conseil n’offre pas" }) read.Main.ShouldContain(says);
        read.Form("Ajouter à la liste (3)").Value("Adresse courriel").ShouldBe("2");
        (await CountAsync(id)).ShouldBe(0);
        await council.SubmitAsync(read.Form("Ajouter à la liste (3)"), "Ajouter à la liste (3)");
        (await app.CountAsync("consultations_invitation", $"campaign_id = '{InvitationsTests.Id(id)}' AND language = 'en' AND email = 'bob@liste.example'")).ShouldBe(1);
        (await CountAsync(id)).ShouldBe(3);

        var file = await council.Client.GetStringAsync(Inviting.Address(id) + "/invitations.csv", TestContext.Current.CancellationToken);
        ReadCsv.Rows(file).Rows.Count.ShouldBe(4);
        (await council.ReadListAsync(id, file.TrimStart('\uFEFF'))).Main.ShouldContain("Personnes à ajouter : 0, sur 3 lignes");
        (await council.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Liste d’invitations téléchargée");
    }

    [Theory]
    [InlineData("Prénom;Nom;Courriel\nPaul;Untel;paul@noms.example", "Paul Untel")]
    [InlineData("Courriel,Last name,First name\npaul@noms.example,Untel,Paul", "Paul Untel")]
    [InlineData("Paul Untel <paul@noms.example>", "Paul Untel")]
    [InlineData("Paul Untel <paul@noms.example>; Marie Lune <marie@noms.example>", "Paul Untel")]
    [InlineData("\"Untel, Paul\" <paul@noms.example>; marie@noms.example;", "Untel, Paul")]
    [InlineData("Untel, Paul <paul@noms.example>, Lune, Marie <marie@noms.example>", "Untel, Paul")]
    [InlineData("paul@noms.example, marie@noms.example", "–")]
    public async Task Names_are_read_as_spreadsheets_and_mail_programs_write_them(string pasted, string name)
    {
        var (id, council) = await PlannedAsync("noms-" + Guid.CreateVersion7().ToString("N")[^8..]);
        var read = await council.ReadListAsync(id, pasted);
        var people = pasted.Contains("marie", StringComparison.Ordinal) ? 2 : 1;
        read.Main.ShouldContain($"Personnes à ajouter : {people}, sur {people} lignes");
        read.Document.QuerySelectorAll("tbody tr").Select(row => Page.Words(row.QuerySelector("td")!.TextContent)).First().ShouldBe(name);
        var again = await council.SubmitAsync(read.Form("Relire avec ces colonnes"), "Relire avec ces colonnes");
        again.Main.ShouldContain($"Personnes à ajouter : {people}, sur {people} lignes");
        await council.SubmitAsync(again.Form($"Ajouter à la liste ({people})"), $"Ajouter à la liste ({people})");
        (await app.CountAsync("consultations_invitation", $"campaign_id = '{InvitationsTests.Id(id)}' AND email = 'paul@noms.example' AND {(name == "–" ? "name IS NULL" : $"name = '{name}'")}")).ShouldBe(1);
    }

    [Fact]
    public async Task The_floor_of_ten_is_said_before_anything_is_read()
    {
        var (id, council) = await PlannedAsync("plancher");
        (await council.GoAsync(Inviting.Address(id) + "/invitations/bring")).Main.ShouldContain("écrit à 10 personnes au moins");
    }

    [Fact]
    public async Task Columns_can_be_chosen_by_hand_and_a_spreadsheet_is_read()
    {
        var (id, council) = await PlannedAsync("tableur");
        using var file = new MemoryStream();
        await using (var sheet = await XlsxTableWriter.CreateAsync(file, "liste", TestContext.Current.CancellationToken))
        {
            foreach (var row in new[] { new[] { "A", "B" }, ["un@tableur.example", "premier@tableur.example"], ["deux@tableur.example", ""] })
            {
                foreach (var cell in row) sheet.Text(cell);
                await sheet.EndRowAsync(TestContext.Current.CancellationToken);
            }
        }

        var page = await council.GoAsync(Inviting.Address(id) + "/invitations/bring");
        var read = await council.SubmitAsync(page.Form("Lire sans garder").Attach("Fichier", "liste.xlsx", file.ToArray()), "Lire sans garder");
        read.Main.ShouldContain("Personnes à ajouter : 2, sur 2 lignes");
        var again = await council.SubmitAsync(read.Form("Relire avec ces colonnes").Fill("Adresse courriel", "B"), "Relire avec ces colonnes");
        again.Main.ShouldContain("Personnes à ajouter : 1, sur 2 lignes");
        again.Main.ShouldContain("premier@tableur.example");
    }

    [Fact]
    public async Task A_list_that_is_too_long_or_no_table_is_refused_with_a_sentence()
    {
        var (id, council) = await PlannedAsync("longue");
        var page = await council.GoAsync(Inviting.Address(id) + "/invitations/bring");
        async Task<string> ErrorAsync(byte[] file, string name)
        {
            var refused = await council.SubmitAndStayAsync(page.Form("Lire sans garder").Attach("Fichier", name, file), "Lire sans garder");
            refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            return refused.Errors.ShouldHaveSingleItem();
        }

        (await ErrorAsync(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 10_002).Select(i => $"p{i}@longue.example\n"))), "longue.csv")).ShouldContain("plus de");
        page = await council.GoAsync(Inviting.Address(id) + "/invitations/bring");
        (await ErrorAsync([(byte)'P', (byte)'K', 3, 4, 0, 0], "fausse.xlsx")).ShouldContain("Ce fichier est un dossier compressé. On attend ici : CSV, XLSX");
        page = await council.GoAsync(Inviting.Address(id) + "/invitations/bring");
        (await ErrorAsync([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10], "liste.csv")).ShouldContain("Ce fichier est une image");
        page = await council.GoAsync(Inviting.Address(id) + "/invitations/bring");
        (await council.SubmitAndStayAsync(page.Form("Lire sans garder"), "Lire sans garder")).Errors.ShouldHaveSingleItem().ShouldContain("Choisissez un fichier");
    }

    [Fact]
    public async Task Only_administrators_see_a_list()
    {
        var (id, _) = await PlannedAsync("gardee");
        var analyst = await app.SignedInAsync("analyst@culture.example");
        (await analyst.GoAsync(Inviting.Address(id) + "/invitations")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await analyst.PeekAsync(Inviting.Address(id) + "/invitations.csv")).Status.ShouldNotBe(HttpStatusCode.OK);
        (await app.Visitor().PeekAsync(Inviting.Address(id) + "/invitations.csv")).Status.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Addresses_are_destroyed_by_a_button_and_the_links_say_so()
    {
        var (id, council) = await app.InviteAsync("bouton-rouge", 10);
        var link = app.LinkOf(Inviting.Person("bouton-rouge", 1), "bouton-rouge");
        await app.Visitor().AnswerAndSendAsync(app.LinkOf(Inviting.Person("bouton-rouge", 2), "bouton-rouge"));
        var page = await council.GoAsync(Inviting.Address(id) + "/invitations/destroy");
        page.Main.ShouldContain("Adresses à détruire : 10");
        var done = await council.SubmitAsync(page.Form("Détruire les adresses pour toujours"), "Détruire les adresses pour toujours");
        done.Main.ShouldContain("Il y en avait 10");
        done.Main.ShouldContain("Moins de dix réponses sont venues par une invitation");
        (await CountAsync(id)).ShouldBe(0);
        (await app.CountAsync("consultations_invitation_link", $"council_id IS NOT NULL AND invitation_id NOT IN (SELECT id FROM consultations_invitation)")).ShouldBe(0);
        (await app.Visitor().GoAsync(link)).Main.ShouldContain("ont pu être détruites");
        var list = await council.ReadListAsync(id, "autre@milieu.example");
        (await council.SubmitAndStayAsync(list.Form("Ajouter à la liste (1)"), "Ajouter à la liste (1)")).Status.ShouldBe(HttpStatusCode.Conflict);
        (await council.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Adresses des personnes invitées détruites");
    }

    [Fact]
    public async Task Addresses_are_destroyed_at_their_term_by_a_job()
    {
        await using var later = new DiapasonApp();
        await later.InitializeAsync();
        var (id, council) = await later.InviteAsync("terme", 10);
        var days = (await council.GoAsync(Inviting.Address(id) + "/invitations")).Form("Enregistrer la durée").Fill("Durée, après le dernier jour", "5");
        (await council.SubmitAsync(days, "Enregistrer la durée")).Main.ShouldContain("3 mars 2027");
        later.Clock.Advance(TimeSpan.FromDays(97));
        await later.RunJobsAsync("consultations.close-due-campaigns");
        await later.RunJobsAsync("consultations.destroy-due-addresses");
        (await later.CountAsync("consultations_invitation", "1 = 1")).ShouldBe(10);
        later.Clock.Advance(TimeSpan.FromDays(5));
        await later.RunJobsAsync("consultations.destroy-due-addresses");
        (await later.CountAsync("consultations_invitation", "1 = 1")).ShouldBe(0);
    }

    private async Task<(Guid Id, Visitor Council)> PlannedAsync(string slug)
    {
        var (id, council) = (await app.PlanAsync(slug), await app.SignedInAsync(Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        return (id, council);
    }

    private Task<long> CountAsync(Guid id) => app.CountAsync("consultations_invitation", $"campaign_id = '{InvitationsTests.Id(id)}'");
}
