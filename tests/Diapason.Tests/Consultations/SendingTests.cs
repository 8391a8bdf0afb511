using Diapason.Forms;
using Diapason.TestKit;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>What is looked at before it is sent, and what is not sent at all.</summary>
public sealed class SendingTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Fear = "Que craignez-vous?";

    [Theory]
    [InlineData("fr", "Il n’y a rien à envoyer pour le moment", "Revenir aux questions")]
    [InlineData("en", "There is nothing to send yet", "Back to the questions")]
    public async Task A_response_that_says_nothing_is_not_sent_and_is_told_kindly(string language, string told, string back)
    {
        var visitor = app.Visitor();
        await visitor.PassUntilAsync(await visitor.BeginAsync());
        var check = await visitor.GoAsync($"/{language}/consultation/ia-2026/check");
        check.Main.ShouldContain(told);
        check.Document.QuerySelectorAll("main form").ShouldBeEmpty();
        (await visitor.FollowAsync(check, back)).Address.ShouldEndWith("/p/situation");
    }

    [Fact]
    public async Task Nor_is_one_emptied_in_another_tab_meanwhile()
    {
        var visitor = app.Visitor();
        var check = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync());
        var code = check.Code();
        await visitor.ContinueAsync((await visitor.GoAsync(Answering.Start + "/p/situation")).Form("Continuer").Forge("role", ""));
        (await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Main.ShouldContain("Il n’y a rien à envoyer");
        (await app.CountAsync($"submitted_on IS NOT NULL AND resume_hash = {Hash(code)}")).ShouldBe(0);
    }

    [Fact]
    public async Task Not_knowing_is_an_answer()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/formats");
        page = await visitor.ContinueAsync(page.Form("Continuer").Choose("Je ne sais pas", "Ou bien"));
        var check = await visitor.PassUntilAsync(page);
        (await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Heading.ShouldBe("Merci, vos réponses sont envoyées");
    }

    [Fact]
    public async Task Back_from_the_receipt_leads_to_the_receipt()
    {
        var visitor = app.Visitor();
        var check = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync());
        var (address, fields) = check.Form("Envoyer mes réponses").Submission("Envoyer mes réponses");
        using var content = new FormUrlEncodedContent(fields);
        using var sent = await visitor.Client.PostAsync(address, content, TestContext.Current.CancellationToken);
        // A browser that kept the check page alive lets go of it when a cookie changes that no script reads.
        sent.Headers.GetValues("Set-Cookie").ShouldContain(cookie => cookie.StartsWith("diapason.sent=", StringComparison.Ordinal) && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        (await visitor.GoAsync(Answering.Start + "/check")).Address.ShouldEndWith("/receipt");
        (await visitor.GoAsync(Answering.Start + "/saved")).Address.ShouldEndWith("/receipt");
        (await visitor.GoAsync(Answering.Start + "/p/situation")).Address.ShouldEndWith("/receipt");
    }

    [Theory]
    [InlineData("fr", "n’y mettez rien qui permette de vous reconnaître", "Vos phrases sont gardées et lues mot pour mot")]
    [InlineData("en", "leave out anything that could identify you", "Your sentences are kept and read word for word")]
    public async Task Every_box_of_words_says_what_not_to_write_and_so_does_the_check_page(string language, string caution, string check)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        var words = await visitor.GoAsync(page.Address.Replace("/fr/", $"/{language}/", StringComparison.Ordinal));
        var boxes = words.Document.QuerySelectorAll("main textarea").ToList();
        boxes.Count.ShouldBeGreaterThan(1);
        foreach (var box in boxes)
            string.Join(' ', box.GetAttribute("aria-describedby")!.Split(' ').Select(id => words.Document.GetElementById(id)!.TextContent)).ShouldContain(caution);
        await visitor.PassUntilAsync(await visitor.ContinueAsync(page.Form("Continuer").Fill(Fear, "Perdre mon métier.")));
        (await visitor.GoAsync($"/{language}/consultation/ia-2026/check")).Main.ShouldContain(check);
    }

    [Fact]
    public async Task The_line_that_specifies_another_answer_says_it_too()
    {
        var page = await app.Visitor().BeginAsync();
        Page.Words(page.Document.QuerySelector(".preciser label")!.TextContent).ShouldBe("Précisez, sans rien qui permette de vous reconnaître");
    }

    [Theory]
    [InlineData("Écrivez-moi à marie.tremblay@atelier.example.", "une adresse courriel")]
    [InlineData("Mon numéro : 418 555-0123", "un numéro de téléphone")]
    [InlineData("(418) 555-0123 le soir", "un numéro de téléphone")]
    [InlineData("+33 6 12 34 56 78", "un numéro de téléphone")]
    [InlineData("\U0001D7D2\U0001D7CF\U0001D7D6 \U0001D7D3\U0001D7D3\U0001D7D3-\U0001D7CE\U0001D7CF\U0001D7D0\U0001D7D1", "un numéro de téléphone")]
    [InlineData("４１８ ５５５ ０１２３", "un numéro de téléphone")]
    [InlineData("J’habite au 12, rue des Érables.", "une adresse")]
    [InlineData("I live at 250 Cedar Hill Road", "une adresse")]
    [InlineData("Passez me voir (G0C 1J0).", "une adresse")]
    [InlineData("Je suis Ginette Tremblay, céramiste.", "un nom")]
    [InlineData("My name is Anne-Marie Roy", "un nom")]
    [InlineData("Je suis @ginette.ceramique", "un site ou un nom de réseau social")]
    [InlineData("Tout est sur www.poterie.example", "un site ou un nom de réseau social")]
    [InlineData("Ginette : 418 555-0123, ginette@poterie.example, 12, rue des Érables", "une adresse courriel, un numéro de téléphone et une adresse")]
    public async Task What_could_identify_its_author_is_told_gently_and_stops_nobody(string words, string what)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        var check = await visitor.PassUntilAsync(await visitor.ContinueAsync(page.Form("Continuer").Fill(Fear, words)));
        var notice = Page.Words(check.Document.QuerySelector(".avis")!.TextContent);
        notice.ShouldContain($"Sans doute {what}, à la question {Fear}");
        notice.ShouldContain("envoyer telles quelles");
        (await visitor.GoAsync(check.Link(Fear))).Main.ShouldContain($"semble contenir {what}");
        (await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Heading.ShouldBe("Merci, vos réponses sont envoyées");
        (await app.StoredAsync(check.Code()))["open.fear"].Text.ShouldBe(words);
    }

    [Fact]
    public async Task Nor_does_a_line_that_specifies_escape()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        var check = await visitor.PassUntilAsync(await visitor.ContinueAsync(page.Form("Continuer").Choose("Un autre rôle").Forge("role.other", "potière, potiere@poterie.example")));
        Page.Words(check.Document.QuerySelector(".avis")!.TextContent).ShouldContain("Sans doute une adresse courriel, à la question Quel est votre rôle principal?");
    }

    [Theory]
    [InlineData("J’ai 45 ans, 3 enfants et 12 élèves; 1 000 000 $ ne suffiraient pas.")]
    [InlineData("Entre 2019 et 2026, 80 % des gens @ l’atelier, 24 h sur 24.")]
    [InlineData("La rue, le 5 à 7, une route à faire, 2 chemins possibles.")]
    public async Task Most_words_are_left_alone(string words)
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        (await visitor.PassUntilAsync(await visitor.ContinueAsync(page.Form("Continuer").Fill(Fear, words)))).Document.QuerySelector(".avis").ShouldBeNull();
    }

    [Theory]
    [InlineData("/fr/privacy", "pour un groupe de moins de 30 personnes")]
    [InlineData("/en/privacy", "for a group of fewer than 30 people")]
    [InlineData("/fr/c/rivage/privacy", "pour un groupe de moins de 30 personnes")]
    public async Task The_privacy_page_says_the_councils_own_threshold(string address, string said) => (await app.Visitor().GoAsync(address)).Main.ShouldContain(said);

    [Fact]
    public async Task A_long_part_is_passed_whole_and_what_was_answered_in_it_stays()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/skills_understand");
        page.Main.ShouldContain("Vous pouvez passer les 11 autres pages de cette partie.");
        var (code, first) = (page.Code(), page.Address);
        page = await visitor.ContinueAsync(page.Form("Continuer").Choose("Essentielle", "Importance pour votre travail").Choose("Bien", "Votre maîtrise aujourd’hui"));
        page = await visitor.SubmitAsync(page.Form("Continuer").Choose("Essentielle", "Importance pour votre travail"), "Passer cette partie");
        page.Address.ShouldEndWith("/p/formats");
        page.Main.ShouldNotContain("Passer cette partie", customMessage: "three pages are soon passed one by one");
        var stored = await app.StoredAsync(code);
        stored["comp.recognise.mastery"].IsAnswered.ShouldBeTrue();
        stored["comp.ethics.importance"].IsAnswered.ShouldBeTrue();
        stored["comp.ethics.mastery"].Missing.ShouldBe(MissingKind.Skipped);
        stored["comp.entrepreneur.mastery"].Missing.ShouldBe(MissingKind.Skipped);
        (await visitor.GoAsync(first)).Form("Continuer").Submission("Continuer").Fields.ShouldContain(field => field.Key == "comp.recognise.mastery");
    }

    private static string Hash(string code)
    {
        var hex = Convert.ToHexString(Platform.Security.SecretCode.Hash(Answering.WithoutWord(code)));
        return TestDatabase.IsPostgres ? $"'\\x{hex}'" : $"X'{hex}'";
    }
}
