using System.Net;
using System.Text;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Workshops;

/// <summary>What leaves as a file and comes back, and what a note-taker sees.</summary>
public sealed class WorkshopFileTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Read = "Lire ce fichier";

    [Fact]
    public async Task A_workshop_taken_as_a_file_comes_back_as_the_same_workshop()
    {
        var (facilitator, lead) = await app.PreparedAsync("Aller et « retour » : l’IA");
        var file = await facilitator.PeekAsync(lead.Link("Prendre en fichier"));
        file.MediaType.ShouldBe("application/yaml");
        var bring = await facilitator.FollowAsync(await facilitator.GoAsync("/fr/manage/workshops"), "Apporter un fichier");
        var edit = await facilitator.SubmitAsync(bring.Form(Read).Attach("Fichier de l’atelier", "atelier.yaml", Encoding.UTF8.GetBytes(file.Html)), Read);
        edit.Heading.ShouldBe("Modifier : Aller et « retour » : l’IA");
        var again = await facilitator.SubmitAsync(edit.Form("Enregistrer").Fill("Titre (français)", "Aller et « retour » : l’IA"), "Enregistrer");
        var second = await facilitator.PeekAsync(again.Link("Prendre en fichier"));
        Lines(second.Html).ShouldBe(Lines(file.Html));

        static IEnumerable<string> Lines(string text) => text.Split('\n').Where(line => !line.StartsWith("  - code:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("workshops:\n  - code: a\n    state: draft\n    title: { fr: \"T\", en: \"T\" }\n    activities:\n      - code: x\n        kind: danse\n        title: { fr: \"Q\", en: \"Q\" }\n", "Ligne 7 :")]
    [InlineData("workshops:\n  - code: a\n    state: draft\n    title: { fr: \"T\" }\n    activities: []\n", "Ligne 4 :")]
    [InlineData("tout autre chose", "")]
    public async Task A_file_with_a_fault_is_told_by_its_line_and_nothing_of_it_is_kept(string text, string told)
    {
        var facilitator = await app.SignedInAsync(AccountsVisits.Administrator);
        var bring = await facilitator.GoAsync("/fr/manage/workshops/file");
        var refused = await facilitator.SubmitAndStayAsync(bring.Form(Read).Attach("Fichier de l’atelier", "atelier.yaml", Encoding.UTF8.GetBytes(text)), Read);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Le fichier ne se lit pas en entier. Rien n’a été gardé."]);
        refused.Main.ShouldContain(told);
        (await facilitator.SubmitAndStayAsync(bring.Form(Read), Read)).Errors.ShouldBe(["Choisissez un fichier."]);
    }

    [Fact]
    public async Task A_note_taker_types_sheets_and_opens_nothing_else()
    {
        var (facilitator, lead, _) = await app.OpenedAsync("Pour les notes");
        var print = await facilitator.FollowAsync(lead, "Feuilles de papier");
        await facilitator.SubmitAndStayAsync(print.Form("Préparer les feuilles").Fill("Combien de feuilles", "2"), "Préparer les feuilles");
        var taker = await app.SignedInAsync("note-taker@culture.example");
        (await taker.GoAsync("/fr/backstage")).Main.ShouldContain("Feuilles d’atelier à saisir");
        var page = await taker.FollowAsync(await taker.GoAsync("/fr/manage/papers"), "Pour les notes");
        page.Heading.ShouldBe("Saisir une feuille de papier");
        (await taker.PeekAsync(lead.Address.Split('?')[0])).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await taker.PeekAsync("/fr/manage/workshops")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_report_is_read_the_same_evening_by_those_who_lead_alone_and_its_cards_leave_as_a_table()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Le soir même");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        var (visitor, page) = await app.JoiningAsync(room);
        await visitor.CardAsync(page, "=SOMME(A1) relire");
        var over = await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "1 carte à relire");
        await facilitator.PressAsync(over, "Montrer : =SOMME(A1) relire");
        lead = await facilitator.PressAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "Terminer la journée");
        var synthesis = await facilitator.FollowAsync(lead, "Grouper et placer les idées");
        await facilitator.PressAsync(synthesis, "En faire une idée : =SOMME(A1) relire");
        synthesis = await facilitator.GoAsync(synthesis.Address);
        (await facilitator.FollowAsync(synthesis, "Lire le rapport")).Main.ShouldContain("Cette page n’est pas publiée");
        (await visitor.PeekAsync("/fr/workshops/le-soir-meme/ideas")).Status.ShouldBe(HttpStatusCode.NotFound);
        var table = await facilitator.PeekAsync(synthesis.Link("Idées et cartes (CSV)"));
        table.Html.ShouldContain("'=SOMME(A1) relire");
        (await visitor.PeekAsync(synthesis.Link("Idées et cartes (CSV)"))).Status.ShouldBe(HttpStatusCode.Found);
    }
}
