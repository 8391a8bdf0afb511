using Diapason.TestKit;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>Whoever comes back to answers that were withdrawn is told so, and not left at the door as if they had never answered.</summary>
public sealed class AfterWithdrawalTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Withdrawn = "Vos réponses ont été retirées";
    private const string Gone = "Les réponses que cet appareil ouvrait n’existent plus";

    /// <summary>Where links, tabs and the Back button lead from before.</summary>
    public static TheoryData<string> Pages => ["/mine", "/receipt", "/saved", "/check", "/withdraw", "/forget", "/go-on", "/p/situation"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task On_the_device_that_withdrew_them(string page)
    {
        var visitor = app.Visitor();
        await WithdrawAsync(visitor, await visitor.SendOneAnswerAsync());
        var told = await visitor.GoAsync(Answering.Start + page);
        told.Main.ShouldContain(Withdrawn);
        told.Address.ShouldBe(Answering.Start + "?done=withdrawn");
    }

    [Fact]
    public async Task On_another_device_that_still_holds_their_code()
    {
        var phone = app.Visitor();
        var receipt = await phone.SendOneAnswerAsync();
        var computer = app.Visitor();
        await computer.SubmitAsync((await computer.GoAsync("/fr/consultation/resume")).Form("Reprendre").Fill("Code de reprise", receipt.CodeOf("REPRISE-")), "Reprendre");
        await WithdrawAsync(phone, receipt);
        (await computer.GoAsync(Answering.Start + "/mine")).Main.ShouldContain(Gone);
        (await computer.GoAsync("/fr/notebook")).Main.ShouldContain(Gone);
        (await computer.GoAsync(Answering.Start.Replace("/fr/", "/en/", StringComparison.Ordinal))).Main.ShouldContain("The answers this device opened no longer exist");
        // Told until something else takes their place.
        await computer.BeginAsync();
        (await computer.GoAsync(Answering.Start)).Main.ShouldNotContain(Gone);
    }

    [Fact]
    public async Task A_form_kept_from_before_brings_no_code_back()
    {
        var visitor = app.Visitor();
        var question = await visitor.BeginAsync();
        var secret = Answering.WithoutWord(question.Code());
        secret.Length.ShouldBe(21);
        await WithdrawAsync(visitor, await visitor.GoAsync(Answering.Start + "/mine"));
        visitor.Jar.GetAllCookies().ShouldAllBe(cookie => !cookie.Value.Contains(secret.Replace("-", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase) && !cookie.Value.Contains(secret, StringComparison.OrdinalIgnoreCase));
        var back = await visitor.SubmitAsync(question.Form("Continuer").Choose("Diffusion"), "Continuer");
        HoldsNo(secret, back);

        static void HoldsNo(string secret, Page page)
        {
            page.Html.ShouldNotContain(secret, Case.Insensitive);
            page.Html.ShouldNotContain(secret.Replace("-", "", StringComparison.Ordinal), Case.Insensitive);
        }
    }

    [Fact]
    public async Task And_nobody_else_is()
    {
        var visitor = app.Visitor();
        (await visitor.GoAsync(Answering.Start + "/mine")).Main.ShouldNotContain(Withdrawn);
        await visitor.BeginAsync();
        await WithdrawAsync(visitor, await visitor.GoAsync(Answering.Start + "/mine"));
        var notebook = await visitor.GoAsync("/fr/notebook");
        notebook.Main.ShouldContain(Withdrawn);
        notebook.Heading.ShouldBe("Votre carnet est vide sur cet appareil");
        (await visitor.GoAsync(Answering.Start)).Main.ShouldNotContain(Withdrawn, customMessage: "the first page of whoever comes next to this device");
        (await app.Visitor().GoAsync(Answering.Start + "?done=withdrawn")).Main.ShouldNotContain(Withdrawn);
        (await app.Visitor().GoAsync(Answering.Start + "/withdrawn")).Main.ShouldNotContain("n’est plus dans le service", customMessage: "who withdrew nothing is told nothing");
        await visitor.BeginAsync();
        (await visitor.GoAsync(Answering.Start + "/mine")).Heading.ShouldBe("Vos réponses");
    }

    private static async Task WithdrawAsync(Visitor visitor, Page from) =>
        await visitor.SubmitAsync((await visitor.FollowAsync(from, "Retirer et effacer mes réponses")).Form("Effacer mes réponses"), "Effacer mes réponses");
}
