using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Nobody loses the only key to their answers in one press.</summary>
public sealed class ForgettingTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("", "Commencer pour une autre personne")]
    [InlineData("/saved", "Oublier mon code sur cet appareil")]
    public async Task A_draft_is_forgotten_only_after_its_code_was_shown(string from, string link)
    {
        var visitor = app.Visitor();
        var first = await visitor.BeginAsync();
        await visitor.ContinueAsync(first.Form("Continuer").Choose("Je travaille à mon compte"));
        var asked = await visitor.FollowAsync(await visitor.GoAsync(Answering.Start + from), link);
        asked.Heading.ShouldBe("Oublier vos réponses sur cet appareil?");
        asked.Code().ShouldBe(first.Code());
        (await visitor.FollowAsync(asked, "Garder mon code ici")).Code().ShouldBe(first.Code(), "asking forgets nothing");

        var done = await visitor.SubmitAsync(asked.Form("Oublier mon code sur cet appareil"), "Oublier mon code sur cet appareil");
        done.Main.ShouldContain("Cet appareil n’a plus le code");
        done.Main.ShouldContain("Avant de commencer");
        (await app.StoredAsync(first.Code()))["status"].Text.ShouldBe("self_employed");
        var resume = await visitor.GoAsync("/fr/consultation/resume");
        (await visitor.SubmitAsync(resume.Form("Reprendre").Fill("Code de reprise", first.Code()), "Reprendre")).Address.ShouldEndWith("/p/field");
        (await visitor.GoAsync(done.Address)).Main.ShouldNotContain("C’est fait", customMessage: "it is not forgotten any more");
    }

    [Fact]
    public async Task A_sent_answer_shows_its_key_and_its_receipt_once_more()
    {
        var visitor = app.Visitor();
        var receipt = await visitor.SendOneAnswerAsync();
        var asked = await visitor.FollowAsync(receipt, "Oublier mon code sur cet appareil");
        asked.CodeOf("REPRISE-").ShouldBe(receipt.CodeOf("REPRISE-"));
        asked.CodeOf("REÇU-").ShouldBe(receipt.Receipt());
        (await visitor.FollowAsync(asked, "Garder mon code ici")).Address.ShouldBe(receipt.Address);
        (await visitor.SubmitAsync(asked.Form("Oublier mon code sur cet appareil"), "Oublier mon code sur cet appareil")).Main.ShouldContain("C’est fait");
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task Whoever_has_no_code_here_has_nothing_to_forget(string language) =>
        (await app.Visitor().GoAsync($"/{language}/consultation/ia-2026/forget")).Address.ShouldBe($"/{language}/consultation/ia-2026");

    [Fact]
    public async Task The_receipt_shows_the_key_before_the_proof_and_says_what_each_does()
    {
        var visitor = app.Visitor();
        var receipt = await visitor.SendOneAnswerAsync();
        receipt.Document.QuerySelectorAll(".code-garde").Select(e => e.TextContent.Split('-')[0]).ShouldBe(["REPRISE", "REÇU"]);
        receipt.Main.ShouldContain("Il n’ouvre rien.");
        var other = app.Visitor();
        var resume = await other.GoAsync("/fr/consultation/resume");
        (await other.SubmitAsync(resume.Form("Reprendre").Fill("Code de reprise", receipt.CodeOf("REPRISE-")), "Reprendre")).Address.ShouldBe(receipt.Address);
    }

    [Fact]
    public async Task What_is_said_of_a_sent_answer_is_the_same_everywhere()
    {
        var visitor = app.Visitor();
        var check = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync());
        foreach (var form in check.Document.QuerySelectorAll("main form")) Page.Words(form.TextContent).ShouldContain("vous ne pourrez plus les modifier");
        await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
        var mine = await visitor.GoAsync(Answering.Start + "/mine");
        mine.Main.ShouldContain("L’équipe d’analyse du conseil les lit");
        mine.Main.ShouldNotContain("Personne d’autre");
        var privacy = await visitor.GoAsync("/fr/privacy");
        privacy.Main.ShouldContain("Vous les corrigez jusqu’à l’envoi");
        privacy.Main.ShouldContain("L’équipe d’analyse du conseil lit celles qui sont envoyées");
    }
}
