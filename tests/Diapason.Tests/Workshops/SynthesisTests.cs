using System.Net;
using Diapason.Platform.Data;
using Diapason.Platform.Mail;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Workshops;

/// <summary>From words to ideas, from ideas to where they go, and back to whoever said them.</summary>
public sealed class SynthesisTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Relire = "Relire à deux tout ce qu’une machine écrit";

    [Fact]
    public async Task Words_are_grouped_led_somewhere_told_to_everyone_and_their_author_reads_it_by_code()
    {
        var (facilitator, lead, visitor, card) = await SaidAsync("Suite des idées", "ada@people.example");
        lead = await facilitator.PressAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "Terminer la journée");
        (await app.Visitor().PeekAsync("/fr/workshops/suite-des-idees/ideas")).Status.ShouldBe(HttpStatusCode.NotFound);
        var synthesis = await facilitator.FollowAsync(lead, "Grouper et placer les idées");
        var idea = await facilitator.PressAsync(synthesis, $"En faire une idée : {Relire}");
        idea.Form("Enregistrer l’idée").Value("L’idée, en une phrase").ShouldBe("", "words that are taken back would stay as its sentence");
        idea.Main.ShouldContain("Cartes qui disent peut-être la même chose");
        idea.Main.ShouldContain("Mots communs : Relire, machine.");
        idea = await facilitator.PressAsync(idea, "Ajouter à cette idée : Il faut relire la machine");
        idea.Main.ShouldContain("2 cartes");

        const string save = "Enregistrer l’idée";
        var unsaid = await facilitator.SubmitAndStayAsync((await facilitator.GoAsync(synthesis.Address.Split('?')[0])).Form("Publier et écrire"), "Publier et écrire");
        unsaid.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        unsaid.Main.ShouldContain("L’idée 1 n’a pas encore de phrase");
        var refused = await facilitator.SubmitAndStayAsync(idea.Form(save).Choose("Sans suite").Fill("L’idée, en une phrase", "Toujours une personne après la machine"), save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Une idée sans suite dit pourquoi."]);
        synthesis = await facilitator.SubmitAsync(refused.Form(save).Choose("Au plan d’action").Fill("Qui l’a, et quand on saura; ou pourquoi elle s’arrête ici (facultatif)", "Reçue par Anouk; réponse le 15 janvier."), save);
        synthesis.Main.ShouldContain("Idées : 1; celles qui ont trouvé leur place : 1");
        var old = await facilitator.SubmitAndStayAsync(idea.Form(save).Choose("Besoin").Fill("L’idée, en une phrase", "Autre chose"), save);
        old.Status.ShouldBe(HttpStatusCode.Conflict, "two facilitators never overwrite each other");

        synthesis.Main.ShouldContain("1 message partira.");
        await facilitator.PressAsync(synthesis, "Publier et écrire");
        var told = await app.Visitor().GoAsync("/fr/workshops/suite-des-idees/ideas");
        told.Main.ShouldContain($"« {Relire} »");
        told.Main.ShouldContain("Reçue par Anouk; réponse le 15 janvier.");
        (await app.Visitor().GoAsync("/fr/workshops")).Main.ShouldContain("Suite des idées");
        card = await visitor.GoAsync(card.Address.Split('?')[0]);
        card.Heading.ShouldBe("Ce que vos idées sont devenues");
        card.Main.ShouldContain("Au plan d’action Reçue par Anouk; réponse le 15 janvier.");

        await app.RunJobsAsync("workshops.send-returns");
        await app.RunJobsAsync("workshops.send-returns");
        var mail = app.Services.GetRequiredService<Mailer>().Written().Where(m => m.To == "ada@people.example").ShouldHaveSingleItem();
        mail.Text.ShouldContain("/fr/workshops/suite-des-idees/ideas");
        mail.Text.ShouldNotContain("Relire");
        (await app.InScopeAsync(async services => await services.GetRequiredService<IDbContextFactory<DiapasonDb>>().CreateDbContext().Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM workshops_return_address WHERE email = 'ada@people.example'").SingleAsync())).ShouldBe(0);

        // What is taken back leaves the public page too.
        await visitor.PressAsync(card, "Retirer mes mots");
        (await app.Visitor().GoAsync("/fr/workshops/suite-des-idees/ideas")).Html.ShouldNotContain(Relire);
    }

    [Fact]
    public async Task An_address_is_kept_beside_nothing_and_taken_back_by_typing_it()
    {
        var (_, _, visitor, card) = await SaidAsync("Adresse à part", "zoe@people.example");
        var columns = await app.InScopeAsync(services => Task.FromResult(services.GetRequiredService<DiapasonDb>().Model.GetEntityTypes().Single(t => t.GetTableName() == "workshops_return_address").GetProperties().Select(p => p.GetColumnName()).Order().ToList()));
        columns.ShouldBe(["council_id", "email", "head", "id", "is_to_tell", "language", "workshop_id"]);
        var refused = await visitor.SubmitAndStayAsync(card.Form("Laisser cette adresse").Fill("Adresse courriel", "pas une adresse"), "Laisser cette adresse");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.Count.ShouldBe(2);
        card = await visitor.SubmitAsync(card.Form("Retirer cette adresse").Fill("Adresse courriel", "Zoe@people.example"), "Retirer cette adresse");
        card.Main.ShouldContain("Si cette adresse était gardée, elle est détruite.");
        (await app.InScopeAsync(async services => await services.GetRequiredService<IDbContextFactory<DiapasonDb>>().CreateDbContext().Database.SqlQueryRaw<int>("SELECT COUNT(*) AS \"Value\" FROM workshops_return_address WHERE email = 'zoe@people.example'").SingleAsync())).ShouldBe(0);
    }

    /// <summary>Three cards, read over; their first author left an address.</summary>
    private async Task<(Visitor Facilitator, Page Lead, Visitor Author, Page Card)> SaidAsync(string title, string email)
    {
        var (facilitator, lead, room) = await app.OpenedAsync(title);
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Cards);
        var (author, first) = await app.JoiningAsync(room);
        first = await author.CardAsync(first, Relire);
        foreach (var words in new[] { "Il faut relire la machine", "Une heure payée par mois" })
        {
            var (visitor, page) = await app.JoiningAsync(room, table: "7");
            await visitor.CardAsync(page, words);
        }

        var over = await facilitator.FollowAsync(await facilitator.GoAsync(lead.Address.Split('?')[0]), "3 cartes à relire");
        foreach (var words in new[] { Relire, "Il faut relire la machine", "Une heure payée par mois" }) over = await facilitator.PressAsync(over, $"Montrer : {words}");
        var card = await author.FollowAsync(first, "Ma carte et mon code");
        card = await author.SubmitAsync(card.Form("Laisser cette adresse").Fill("Adresse courriel", email).Choose("Je veux qu’on garde cette adresse jusqu’à l’envoi de ce message"), "Laisser cette adresse");
        card.Main.ShouldContain("L’adresse est gardée.");
        return (facilitator, lead, author, card);
    }
}
