using System.Globalization;
using System.Net;
using Diapason.Accounts.SecondStep;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>Recovery codes are shown once, last until others are asked for, and say how many are left.</summary>
public sealed class RecoveryCodesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Telephone = "/fr/account/telephone";

    [Fact]
    public async Task To_load_the_page_of_codes_again_makes_no_others()
    {
        const string Email = "analyst@culture.example";
        var person = await app.SignedInAsync(Email);
        var page = await person.GoAsync(Telephone);
        page.Document.QuerySelector("input[name=Code]")!.GetAttribute("inputmode").ShouldBe("numeric");
        var key = SecondStepTests.Bytes(page.Document.QuerySelector("main code")!.TextContent);
        var shown = await person.SubmitAsync(page.Form("Associer ce téléphone").Fill("Code à six chiffres", SecondStepTests.Digits(app, key)));
        var codes = SecondStepTests.Codes(shown);
        codes.Count.ShouldBe(10);
        shown.Address.ShouldContain("done=tied", Case.Sensitive, "refreshing it posts nothing");
        var again = await person.GoAsync(shown.Address);
        SecondStepTests.Codes(again).ShouldBeEmpty();
        again.Main.ShouldContain("Codes de secours qui restent : 10.");

        var used = await SignInAsync(Email, codes[0]);
        used.Heading.ShouldBe("Un code de secours a servi");
        used.Main.ShouldContain("Codes de secours qui restent : 9.");
        used.Link("Continuer").ShouldBe("/fr/backstage");
        (await person.GoAsync("/fr/account")).Main.ShouldContain("Codes de secours qui restent : 9.");
    }

    [Fact]
    public async Task New_codes_are_made_without_the_telephone_and_end_the_former_ones()
    {
        const string Email = "rfc@culture.example";
        var person = await app.SignedInAsync(Email);
        var (_, former) = await SecondStepTests.TieAsync(app, person, await person.GoAsync(Telephone));
        var made = await person.SubmitAsync((await person.GoAsync(Telephone)).Form("Faire de nouveaux codes"), "Faire de nouveaux codes");
        made.Main.ShouldContain("Nouveaux codes : les précédents ne valent plus.");
        var codes = SecondStepTests.Codes(made);
        codes.Count.ShouldBe(10);
        codes.ShouldNotContain(former[0]);
        (await SignInAsync(Email, former[0])).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await SignInAsync(Email, codes[0])).Heading.ShouldBe("Un code de secours a servi");
    }

    [Theory]
    [InlineData("fr", "facilitator@culture.example", "Code")]
    [InlineData("en", "organisation-lead@culture.example", "Code")]
    public async Task Too_many_tries_say_until_when(string language, string email, string label)
    {
        var person = await app.SignedInAsync(email);
        var (key, _) = await SecondStepTests.TieAsync(app, person, await person.GoAsync(Telephone));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var visitor = app.Visitor();
        await visitor.SignInAsync(email);
        var step = await visitor.GoAsync($"/{language}/account/second-step");
        step.Main.ShouldContain(language == "fr" ? "Ni l’un ni l’autre? Écrivez à une autre personne qui administre le conseil." : "Neither? Write to another council administrator.");
        for (var i = 0; i < 4; i++) (await visitor.SubmitAsync(step.Form().Fill(label, "111111"))).Errors.Single().ShouldNotContain("04");
        var until = TimeZoneInfo.ConvertTime(app.Clock.GetUtcNow().AddMinutes(15), TimeZoneInfo.FindSystemTimeZoneById("America/Toronto"));
        var said = language == "fr"
            ? string.Create(CultureInfo.InvariantCulture, $"Trop d’essais : les chiffres sont refusés jusqu’à {until.Hour} h {until.Minute:00}. Un code de secours fonctionne.")
            : string.Create(CultureInfo.InvariantCulture, $"Too many tries. Digits are refused until {(until.Hour + 11) % 12 + 1}:{until.Minute:00} {(until.Hour < 12 ? "a.m." : "p.m.")}; a recovery code still works.");
        (await visitor.SubmitAsync(step.Form().Fill(label, "111111"))).Errors.ShouldBe([said]);
        (await visitor.SubmitAsync(step.Form().Fill(label, SecondStepTests.Digits(app, key)))).Errors.ShouldBe([said]);
    }

    [Fact]
    public async Task A_telephone_is_linked_on_the_day_it_is_in_Montreal()
    {
        // Two in the morning of the 24th in UTC.
        app.Clock.Advance(new DateTimeOffset(2026, 12, 24, 2, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        var person = await app.SignedInAsync("person@culture.example");
        await SecondStepTests.TieAsync(app, person, await person.GoAsync(Telephone));
        (await person.GoAsync(Telephone)).Main.ShouldContain("depuis le 23 décembre 2026");
    }

    private async Task<Page> SignInAsync(string email, string code)
    {
        var visitor = app.Visitor();
        return await visitor.SubmitAsync((await visitor.SignInAsync(email)).Form().Fill("Code", code));
    }
}
