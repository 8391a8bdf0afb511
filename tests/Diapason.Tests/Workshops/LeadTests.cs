using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Workshops;

/// <summary>Preparing a day and leading its room.</summary>
public sealed class LeadTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Two_facilitators_never_undo_each_other_without_knowing()
    {
        var (first, lead, _) = await app.OpenedAsync("À deux");
        var second = await app.SignedInAsync(AccountsVisits.Administrator);
        var seen = await second.GoAsync(lead.Address.Split('?')[0]);
        await first.OpenActivityAsync(lead, WorkshopsVisits.Piles);
        var lost = await second.SubmitAndStayAsync(seen.Form($"Ouvrir : {WorkshopsVisits.Votes}"), $"Ouvrir : {WorkshopsVisits.Votes}");
        lost.Status.ShouldBe(HttpStatusCode.Conflict);
        lost.Main.ShouldContain("Quelqu’un d’autre a agi sur cet atelier entre-temps.");
        lost.Main.ShouldContain("Ouverte en ce moment");
    }

    [Fact]
    public async Task An_activity_is_written_in_both_languages_moved_and_kept_once_somebody_answered_it()
    {
        var (facilitator, lead) = await app.PreparedAsync("Ma journée");
        var page = await facilitator.FollowAsync(lead, "Ajouter une activité");
        var form = page.Form("Enregistrer l’activité").Fill("Question posée à la salle (français)", "Ça vous ressemble?").Fill("Question posée à la salle (anglais)", "Is it like you?").Choose("Échelle de 1 à 5");
        var uneven = await facilitator.SubmitAndStayAsync(form.Fill("Énoncés, tâches ou choix (français) (facultatif)", "Un\nDeux").Fill("Énoncés, tâches ou choix (anglais) (facultatif)", "One"), "Enregistrer l’activité");
        uneven.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        uneven.Errors.ShouldContain("Il y a 1 lignes ici et 2 dans l’autre langue : il en faut autant.");
        lead = await facilitator.SubmitAsync(uneven.Form("Enregistrer l’activité").Fill("Énoncés, tâches ou choix (anglais) (facultatif)", "One\nTwo"), "Enregistrer l’activité");
        lead.Main.ShouldContain("5. Ça vous ressemble?");
        lead = await facilitator.PressAsync(lead, "Monter : Ça vous ressemble?");
        lead.Main.ShouldContain("4. Ça vous ressemble?");
        lead = await facilitator.PressAsync(lead, $"Enlever : {WorkshopsVisits.Piles}");
        lead.Main.ShouldNotContain(WorkshopsVisits.Piles);

        lead = await facilitator.PressAsync(lead, "Ouvrir la salle");
        var room = System.Text.RegularExpressions.Regex.Match(lead.Main, "Salle ([0-9]{3} [0-9]{3})").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        var edit = lead.Link("Modifier : Ça vous ressemble?");
        await facilitator.OpenActivityAsync(lead, "Ça vous ressemble?");
        var (visitor, one) = await app.JoiningAsync(room);
        await visitor.PressAsync(one, "4, beaucoup");
        var late = await facilitator.GoAsync(edit);
        var refused = await facilitator.SubmitAndStayAsync(late.Form("Enregistrer l’activité"), "Enregistrer l’activité");
        refused.Status.ShouldBe(HttpStatusCode.Conflict);
        refused.Main.ShouldContain("elle reste comme elle leur a été posée");
    }

    [Fact]
    public async Task Only_those_who_lead_open_the_coulisses_of_workshops()
    {
        (await app.Visitor().PeekAsync("/fr/manage/workshops")).Status.ShouldBe(HttpStatusCode.Found);
        (await (await app.SignedInAsync(AccountsVisits.Analyst)).PeekAsync("/fr/manage/workshops")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var (_, lead) = await app.PreparedAsync("Pas ailleurs");
        (await (await app.SignedInAsync(AccountsVisits.OtherAdministrator)).PeekAsync(lead.Address.Split('?')[0].Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_workshop_without_a_title_or_a_day_comes_back_as_it_was_typed()
    {
        var facilitator = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = await facilitator.GoAsync("/fr/manage/workshops/edit");
        var refused = await facilitator.SubmitAndStayAsync(page.Form("Préparer cet atelier").Fill("Lieu (facultatif)", "Maison du quai").Fill("Nombre de tables (facultatif)", "mille"), "Préparer cet atelier");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Il faut un titre (français).", "Il faut un titre (anglais).", "Il faut le jour de l’atelier.", "Il faut un nombre de tables, 200 au plus."]);
        refused.Form("Préparer cet atelier").Value("Lieu (facultatif)").ShouldBe("Maison du quai");
    }

    [Fact]
    public async Task The_line_of_a_room_tells_that_it_changed_and_nothing_else()
    {
        var (facilitator, lead, _) = await app.OpenedAsync("En direct");
        using var client = app.Visitor().Client;
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var answer = await client.GetAsync("/fr/workshops/en-direct/changes", HttpCompletionOption.ResponseHeadersRead, stop.Token);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/event-stream");
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop.Token));
        var first = await DataAsync(lines, stop.Token);
        await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Votes);
        var second = await DataAsync(lines, stop.Token);
        int.Parse(second, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) + 1);
    }

    [Fact]
    public async Task The_line_of_a_wall_tells_no_sum_from_which_a_vote_could_be_read_and_ends_with_the_day()
    {
        var (facilitator, lead, room) = await app.OpenedAsync("Au mur");
        lead = await facilitator.OpenActivityAsync(lead, WorkshopsVisits.Votes);
        var people = new List<(Visitor Visitor, Page Room)>();
        for (var i = 0; i < 3; i++) people.Add(await app.JoiningAsync(room));
        using var client = app.Visitor().Client;
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        using var answer = await client.GetAsync("/fr/workshops/au-mur/changes?answers=true", HttpCompletionOption.ResponseHeadersRead, stop.Token);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(stop.Token));
        var marks = new List<string> { await DataAsync(lines, stop.Token) };
        foreach (var ((visitor, page), vote) in people.Zip(["D’accord", "Je passe", "Pas d’accord"]))
        {
            await visitor.PressAsync(await visitor.LookAsync(page), vote);
            marks.Add(await DataAsync(lines, stop.Token));
        }

        marks.ShouldBe(["1", "2", "3", "4"], "a count of changes: an agreement and a disagreement are one change each");
        await facilitator.PressAsync(lead, "Terminer la journée");
        await DataAsync(lines, stop.Token);
        while (await lines.ReadLineAsync(stop.Token) is { } line) line.ShouldBeEmpty("nothing more comes, and the line ends");
        (await client.GetAsync("/fr/workshops/au-mur/changes?answers=true", stop.Token)).StatusCode.ShouldBe(HttpStatusCode.NoContent, "a browser does not ask again");
    }

    private static async Task<string> DataAsync(StreamReader lines, CancellationToken cancel)
    {
        while (await lines.ReadLineAsync(cancel) is { } line)
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line["data: ".Length..];
        throw new InvalidOperationException("The line was cut.");
    }
}
