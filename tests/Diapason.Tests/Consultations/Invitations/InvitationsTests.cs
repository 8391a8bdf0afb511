using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations.Invitations;

/// <summary>From a list of addresses to answers: mails, links that serve once, reminders that skip those who answered.</summary>
public sealed class InvitationsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_confidential_campaign_is_chosen_brought_sent_answered_and_its_reminder_skips_ten_who_answered()
    {
        var (id, council) = await app.InviteAsync("gens-2026", 12);
        var mail = app.MailsTo(Inviting.Person("gens-2026", 1)).ShouldHaveSingleItem();
        mail.Subject.ShouldBe("Votre avis : Nos métiers");
        Page.Words(mail.Text).ShouldContain("26 février 2027");
        mail.Text.ShouldContain("jamais ce que vous avez répondu");

        for (var i = 1; i <= 10; i++)
        {
            var person = app.Visitor();
            var start = await person.GoAsync(app.LinkOf(Inviting.Person("gens-2026", i), "gens-2026"));
            start.Address.ShouldEndWith("/fr/consultation/gens-2026", Case.Sensitive, "the address shows the secret no longer");
            start.Main.ShouldContain("Vous répondez sur invitation");
            start.Main.ShouldContain("rien ne relie votre invitation à vos réponses");
            var check = await person.AnswerAsync(start);
            (await person.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Heading.ShouldContain("Merci");
            (await app.CountAsync("consultations_invitation", $"campaign_id = '{Id(id)}' AND state = 'Used'")).ShouldBe(i < 10 ? 0 : 10, "marks come by ten");
        }

        (await app.CountAsync("consultations_response", $"campaign_id = '{Id(id)}' AND invited")).ShouldBe(10);
        var page = await council.GoAsync(Inviting.Address(id) + "/invitations");
        page.Main.ShouldNotContain("avec le nom de chaque personne");
        (await council.PeekAsync(Inviting.Address(id) + "/named-answers.csv")).Status.ShouldBe(HttpStatusCode.NotFound);
        page.Main.ShouldContain("Ont répondu par leur lien10");
        (await council.SendAsync(id, "Reminder")).Status.ShouldBe(HttpStatusCode.SeeOther);
        await app.SendMailsAsync(12);
        app.MailsTo(Inviting.Person("gens-2026", 1)).Count.ShouldBe(1);
        foreach (var i in new[] { 11, 12 }) app.MailsTo(Inviting.Person("gens-2026", i))[0].Subject.ShouldBe("Rappel : Nos métiers");
    }

    [Fact]
    public async Task A_link_serves_once_and_says_so_kindly_and_its_owner_finds_their_answers()
    {
        await app.InviteAsync("une-fois", 10);
        var (owner, link) = (app.Visitor(), app.LinkOf(Inviting.Person("une-fois", 3), "une-fois"));
        await owner.AnswerAndSendAsync(link);
        var again = await owner.GoAsync(link);
        again.Heading.ShouldBe("Cette invitation a déjà servi");
        (await owner.FollowAsync(again, "Revoir mes réponses sur cet appareil")).Address.ShouldEndWith("/receipt");
        var other = await app.Visitor().GoAsync(link);
        other.Heading.ShouldBe("Cette invitation a déjà servi");
        other.Main.ShouldNotContain("Revoir mes réponses sur cet appareil");
        var cut = await app.Visitor().GoAsync(link[..^1]);
        (cut.Status, cut.Heading).ShouldBe((HttpStatusCode.NotFound, "Ce lien ne mène à rien"));
    }

    [Fact]
    public async Task A_forwarded_link_opened_twice_lets_one_answer_through_and_the_draft_of_the_other_stays()
    {
        var (id, _) = await app.InviteAsync("transmis", 10, invitedOnly: true);
        var link = app.LinkOf(Inviting.Person("transmis", 4), "transmis");
        var (first, second) = (app.Visitor(), app.Visitor());
        var (one, two) = (await first.AnswerAsync(await first.GoAsync(link)), await second.AnswerAsync(await second.GoAsync(link)));
        (await first.SubmitAsync(one.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Address.ShouldEndWith("/receipt");
        var refused = await second.SubmitAsync(two.Form("Envoyer mes réponses"), "Envoyer mes réponses");
        refused.Address.ShouldEndWith("/check");
        refused.Main.ShouldContain("a déjà servi à envoyer des réponses");
        (await app.CountAsync("consultations_response", $"campaign_id = '{Id(id)}' AND submitted_on IS NOT NULL")).ShouldBe(1);
        (await app.CountAsync("consultations_response", $"campaign_id = '{Id(id)}' AND submitted_on IS NULL")).ShouldBe(1);
    }

    [Fact]
    public async Task By_invitation_only_nobody_begins_without_a_link_and_who_comes_back_by_a_code_opens_it_again()
    {
        await app.InviteAsync("fermee", 10, invitedOnly: true);
        var stranger = await app.Visitor().GoAsync("/fr/consultation/fermee");
        stranger.Main.ShouldContain("Sur invitation seulement");
        stranger.Document.QuerySelector("#answers").ShouldBeNull();
        var (phone, link) = (app.Visitor(), app.LinkOf(Inviting.Person("fermee", 5), "fermee"));
        var code = (await phone.AnswerAsync(await phone.GoAsync(link))).Code();
        var computer = app.Visitor();
        var resumed = await computer.SubmitAsync((await computer.GoAsync("/fr/consultation/resume")).Form().Fill("Code de reprise", code));
        var check = await computer.PassUntilAsync(await computer.GoAsync("/fr/consultation/fermee/check"));
        check.Main.ShouldContain("Ouvrez sur cet appareil le lien de l’invitation");
        (await computer.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Address.ShouldEndWith("/check");
        await computer.GoAsync(link);
        check = await computer.GoAsync("/fr/consultation/fermee/check");
        (await computer.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Address.ShouldEndWith("/receipt");
    }

    [Fact]
    public async Task An_open_link_beside_invitations_takes_answers_that_bear_no_mention()
    {
        var (id, _) = await app.InviteAsync("les-deux", 10);
        (await app.Visitor().AnswerAndSendAsync("/fr/consultation/les-deux")).Address.ShouldEndWith("/receipt");
        await app.Visitor().AnswerAndSendAsync(app.LinkOf(Inviting.Person("les-deux", 1), "les-deux"));
        (await app.CountAsync("consultations_response", $"campaign_id = '{Id(id)}' AND invited")).ShouldBe(1);
        (await app.CountAsync("consultations_response", $"campaign_id = '{Id(id)}' AND NOT invited")).ShouldBe(1);
        (await app.CountAsync("consultations_response", $"campaign_id = '{Id(id)}' AND invitation_id IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task A_nominative_answer_says_whose_it_is_before_consent_and_is_marked_at_once()
    {
        var (id, council) = await app.InviteAsync("nommee", 3, "Nominatif");
        var person = app.Visitor();
        var start = await person.GoAsync(app.LinkOf(Inviting.Person("nommee", 2), "nommee"));
        start.Main.ShouldContain("Vos réponses portent votre nom");
        var check = await person.AnswerAsync(start);
        await person.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
        (await app.CountAsync("consultations_response", $"campaign_id = '{Id(id)}' AND invitation_id IN (SELECT id FROM consultations_invitation WHERE email = '{Inviting.Person("nommee", 2)}' AND state = 'Used')")).ShouldBe(1);
        (await council.GoAsync(Inviting.Address(id) + "/invitations")).Html.ShouldNotContain("restent anonymes");
        var file = await council.Client.GetStringAsync((await council.GoAsync(Inviting.Address(id) + "/invitations")).Link("Prendre les réponses avec le nom de chaque personne (CSV, par code)"), TestContext.Current.CancellationToken);
        var rows = Diapason.Tables.ReadCsv.Rows(file).Rows;
        rows.Count.ShouldBe(2);
        rows[1].Cells[0].ShouldBe(Inviting.Person("nommee", 2));
        (await council.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Réponses nominatives téléchargées");
        (await council.GoAsync("/fr/consultation/nommee/poster")).Main.ShouldContain("Réponses nominatives");
        await council.SendAsync(id, "Reminder");
        await app.SendMailsAsync(3);
        app.MailsTo(Inviting.Person("nommee", 2)).Count(m => m.Text.Contains("/nommee/", StringComparison.Ordinal)).ShouldBe(1);
        app.MailsTo(Inviting.Person("nommee", 1)).Count(m => m.Text.Contains("/nommee/", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task An_anonymous_campaign_has_no_invitations_and_a_confidential_one_not_fewer_than_ten()
    {
        var (id, council) = (await app.PlanAsync("peu"), await app.SignedInAsync(Inviting.Administrator));
        (await council.GoAsync(Inviting.Address(id) + "/invitations")).Main.ShouldContain("personne n’y est invité par son adresse");
        var list = await council.ReadListAsync(id, "a@milieu.example\nb@milieu.example");
        var refused = await council.SubmitAndStayAsync(list.Form("Ajouter à la liste (2)"), "Ajouter à la liste (2)");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("anonyme");
        await council.PromiseAsync(id, "Confidentiel");
        await council.OpenAsync(id);
        await council.BringAsync(id, "peu", 9);
        (await council.SendAsync(id, "Invitation")).Errors.ShouldHaveSingleItem().ShouldContain("10 personnes");
    }

    [Fact]
    public async Task The_promise_is_chosen_before_the_opening_and_never_after()
    {
        var (id, council) = (await app.PlanAsync("promise"), await app.SignedInAsync(Inviting.Administrator));
        var early = await council.GoAsync(Inviting.Address(id) + "/promise");
        (await council.PromiseAsync(id, "Nominatif")).Main.ShouldContain("Le choix est enregistré.");
        (await council.PromiseAsync(id, "Confidentiel")).Main.ShouldContain("Confidentiel");
        await council.OpenAsync(id);
        (await council.GoAsync(Inviting.Address(id) + "/promise")).Main.ShouldContain("ce choix ne change plus");
        var late = await council.SubmitAndStayAsync(early.Form("Enregistrer ce choix").Choose("Nominatif"), "Enregistrer ce choix");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        (await council.GoAsync(Inviting.Address(id))).Main.ShouldContain("Confidentiel");
        (await council.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Anonymat choisi");
    }

    [Fact]
    public async Task A_nominative_campaign_does_not_open_on_a_consent_that_promises_anonymity()
    {
        var (id, council) = (await app.PlanAsync("menteuse", isHonest: false), await app.SignedInAsync(Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        (await council.GoAsync(Inviting.Address(id) + "/open")).Main.ShouldContain("Le texte du consentement parle d’anonymat");
        var unread = await council.SubmitAndStayAsync((await council.GoAsync(Inviting.Address(id) + "/open")).Form("Ouvrir la campagne").Fill("Dernier jour", "2027-02-26"), "Ouvrir la campagne");
        unread.Errors.ShouldHaveSingleItem().ShouldContain("changez le texte, ou cochez que vous l’avez lu");
        await council.PromiseAsync(id, "Nominatif");
        var open = await council.GoAsync(Inviting.Address(id) + "/open");
        var refused = await council.SubmitAndStayAsync(open.Form("Ouvrir la campagne").Fill("Dernier jour", "2027-02-26"), "Ouvrir la campagne");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("promet l’anonymat");
    }

    [Fact]
    public async Task A_confidential_one_opens_on_it_when_who_opens_it_says_to_have_read_so()
    {
        var (id, council) = (await app.PlanAsync("deux-paroles", isHonest: false), await app.SignedInAsync(Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        (await council.OpenAsync(id)).Main.ShouldContain("La campagne est ouverte.");
        (await council.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("lu par qui a ouvert");
    }

    [Fact]
    public async Task A_link_opened_by_two_people_serves_the_first_and_the_second_is_told_how_theirs_will_count()
    {
        var (id, _) = await app.InviteAsync("a-deux", 12);
        var link = app.LinkOf(Inviting.Person("a-deux", 1), "a-deux");
        var (first, second) = (app.Visitor(), app.Visitor());
        var opened = await second.AnswerAsync(await second.GoAsync(link));
        opened.Main.ShouldNotContain("a déjà servi");
        await first.AnswerAndSendAsync(link);
        var told = await second.GoAsync(opened.Address);
        told.Main.ShouldContain("L’invitation de cet appareil a déjà servi à envoyer des réponses. Vous pouvez envoyer les vôtres");
        (await second.SubmitAsync(told.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Address.ShouldEndWith("/receipt");
        (await app.CountAsync("consultations_response", $"campaign_id = '{Id(id)}' AND invited")).ShouldBe(1);
    }

    [Theory]
    [InlineData("Invitation", "fr", "français", "[Essai] Bonjour Nos métiers")]
    [InlineData("Reminder", "en", "anglais", "[Essai] Hello Our trades")]
    public async Task A_mail_is_tried_on_its_writer_in_each_language_and_says_hello_to_who_has_no_name(string kind, string language, string named, string subject)
    {
        var (id, council) = (await app.PlanAsync("essai-" + language), await app.SignedInAsync(Inviting.Administrator));
        await council.PromiseAsync(id, "Confidentiel");
        var button = $"Enregistrer et m’envoyer un essai ({named})";
        var page = await council.GoAsync($"{Inviting.Address(id)}/invitations/{kind}/words");
        var empty = await council.SubmitAndStayAsync(page.Form(button).Fill("Texte (français)", "Sans lien"), button);
        empty.Errors.ShouldHaveSingleItem().ShouldContain("Gardez la place du lien");
        app.MailsTo(Inviting.Administrator).Count(m => m.Subject == subject).ShouldBe(0);
        var form = page.Form(button).Fill("Objet (français)", "Bonjour {titre}").Fill("Objet (anglais)", "Hello {title}").Fill("Texte (français)", "Bonjour {nom},\n{lien}").Fill("Texte (anglais)", "Hello {name},\n{link}");
        (await council.SubmitAsync(form, button)).Main.ShouldContain($"L’essai est parti à votre adresse ({named}).");
        var mail = app.MailsTo(Inviting.Administrator).First(m => m.Subject == subject);
        mail.Text.ShouldStartWith(language == "fr" ? "Bonjour,\n" : "Hello,\n");
        var link = System.Text.RegularExpressions.Regex.Match(mail.Text, @"https?://[^/\s]+(/\S+/invitation/\S+)").Groups[1].Value;
        (await app.Visitor().GoAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound, "it is nobody's");
        (await app.CountAsync("consultations_invitation_link", "1 = 1")).ShouldBe(await app.CountAsync("consultations_invitation_link", "invitation_id IS NOT NULL"));
    }

    [Fact]
    public async Task The_trail_says_mails_promises_and_files_in_words()
    {
        var (id, council) = await app.InviteAsync("en-mots", 10);
        await council.Client.GetStringAsync(Inviting.Address(id) + "/answers-fr.xlsx", TestContext.Current.CancellationToken);
        await council.SubmitAsync((await council.GoAsync(Inviting.Address(id) + "/invitations/Reminder/words")).Form("Enregistrer le courriel").Fill("Objet (français)", "Rappel"), "Enregistrer le courriel");
        var trail = await council.GoAsync("/fr/council/audit-trail");
        foreach (var words in new[] { "CourrielInvitation", "CourrielRappel", "AvantAnonyme", "AprèsConfidentiel", "FichierClasseur (XLSX)", "Languefrançais" }) trail.Main.ShouldContain(words);
        foreach (var raw in new[] { "reminder", "workbook", "confidential" }) trail.Main.ShouldNotContain(raw);
        var english = await council.GoAsync("/en/council/audit-trail");
        foreach (var words in new[] { "Reminder", "Confidential", "Workbook (XLSX)" }) english.Main.ShouldContain(words);
    }

    internal static string Id(Guid id) => TestDatabase.IsPostgres ? id.ToString() : id.ToString().ToUpperInvariant();
}
