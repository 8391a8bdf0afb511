using System.Net;
using Diapason.Accounts.SecondStep;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>An installation that asks its administrators and analysts for a second step, as every one does outside Development.</summary>
public sealed class SecondStepTests(SecondStepTests.Asking app) : IClassFixture<SecondStepTests.Asking>
{
    private const string Tie = "Votre téléphone, pour vous connecter";

    [Fact]
    public async Task Who_must_have_one_does_nothing_before_and_signs_in_with_it_after()
    {
        var visitor = app.Visitor();
        var asked = await visitor.SignInAsync(AccountsVisits.Analyst, address: "/fr/account/sign-in?returnUrl=%2Ffr%2Fcoverage");
        asked.Heading.ShouldBe(Tie);
        (await visitor.GoAsync("/fr/coverage")).Heading.ShouldBe(Tie);
        (await visitor.GoAsync("/fr/manage/consultations")).Heading.ShouldBe(Tie);
        asked.Document.QuerySelector("svg.qr path")!.GetAttribute("d")!.Length.ShouldBeGreaterThan(1000);
        asked.Link("Ouvrir dans l’application de ce téléphone").ShouldStartWith("otpauth://totp/");
        (await visitor.SubmitAsync(asked.Form("Associer ce téléphone").Fill("Code à six chiffres", "000000"))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        var (key, codes) = await TieAsync(visitor, asked);
        codes.Count.ShouldBe(10);
        (await visitor.GoAsync("/fr/coverage")).Status.ShouldBe(HttpStatusCode.OK);
        (await visitor.GoAsync("/fr/account/telephone")).Html.ShouldNotContain(codes[0]);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = app.Visitor();
        var step = await again.SignInAsync(AccountsVisits.Analyst, address: "/fr/account/sign-in?returnUrl=%2Ffr%2Fcoverage");
        step.Heading.ShouldBe("Deuxième étape");
        (await again.PeekAsync("/fr/account")).Location!.ShouldContain("sign-in");
        var digits = TimeBasedCode.At(key, TimeBasedCode.StepAt(app.Clock.GetUtcNow()));
        (await again.SubmitAsync(step.Form().Fill("Code", digits[..3] + " " + digits[3..]))).Address.ShouldBe("/fr/coverage");

        // The same digits, seen over a shoulder, open nothing; a recovery code does, once.
        var other = app.Visitor();
        var refused = await other.SubmitAsync((await other.SignInAsync(AccountsVisits.Analyst)).Form().Fill("Code", digits));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await other.SubmitAsync(refused.Form().Fill("Code", codes[3]))).Link("Continuer").ShouldBe("/fr/backstage");
        var late = app.Visitor();
        (await late.SubmitAsync((await late.SignInAsync(AccountsVisits.Analyst)).Form().Fill("Code", codes[3]))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_way_of_digits_even_if_the_password_is_right_each_time()
    {
        var administrator = app.Visitor();
        var (key, codes) = await TieAsync(administrator, await administrator.SignInAsync(AccountsVisits.OtherAdministrator, address: "/fr/c/rivage/account/sign-in"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var thief = app.Visitor();
        for (var i = 0; i < 5; i++) await thief.SubmitAsync((await thief.SignInAsync(AccountsVisits.OtherAdministrator, address: "/fr/c/rivage/account/sign-in")).Form().Fill("Code", "111111"));
        var step = await thief.SignInAsync(AccountsVisits.OtherAdministrator, address: "/fr/c/rivage/account/sign-in");
        var right = TimeBasedCode.At(key, TimeBasedCode.StepAt(app.Clock.GetUtcNow()));
        (await thief.SubmitAsync(step.Form().Fill("Code", right))).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await thief.SubmitAsync(step.Form().Fill("Code", codes[0]))).Link("Continuer").ShouldBe("/fr/c/rivage/backstage");
    }

    [Fact]
    public async Task An_administrator_resets_what_a_member_lost_and_the_trail_says_so()
    {
        const string Email = "rfc@culture.example";
        var member = app.Visitor();
        await member.SignInAsync(Email);
        await TieAsync(member, await member.GoAsync("/fr/account/telephone"));
        var administrator = app.Visitor();
        await TieAsync(administrator, await administrator.SignInAsync(AccountsVisits.Administrator));
        var members = await administrator.GoAsync("/fr/council/members");
        var row = members.Document.QuerySelectorAll("tr").Single(r => r.TextContent.Contains(Email, StringComparison.Ordinal));
        var page = await administrator.GoAsync(row.QuerySelector("a")!.GetAttribute("href")!);
        var done = await administrator.SubmitAsync(page.Form("Oublier son téléphone et ses clés : " + Email));
        done.Main.ShouldContain("Le téléphone et les clés d’accès sont oubliés.");
        (await member.PeekAsync("/fr/account")).Location!.ShouldContain("sign-in");
        (await app.Visitor().SignInAsync(Email)).Address.ShouldBe("/fr/backstage");
        (await administrator.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Deuxième étape retirée");
    }

    [Fact]
    public async Task A_form_without_its_field_is_refused_like_an_empty_one()
    {
        var visitor = app.Visitor();
        var form = (await visitor.GoAsync("/fr/account/second-step")).Form();
        form.Element.QuerySelector("input[name=Code]")!.Remove();
        (await visitor.SubmitAndStayAsync(form)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task Says_when_the_first_step_is_too_old()
    {
        var visitor = app.Visitor();
        var page = await visitor.SubmitAsync((await visitor.GoAsync("/en/account/second-step")).Form().Fill("Code", "123456"));
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Errors.Single().ShouldStartWith("Start again");
    }

    private Task<(byte[] Key, IReadOnlyList<string> Codes)> TieAsync(Visitor visitor, Page page) => TieAsync(app, visitor, page);

    /// <summary>Reads the key in letters, as somebody without a camera does, and types the digits.</summary>
    internal static async Task<(byte[] Key, IReadOnlyList<string> Codes)> TieAsync(DiapasonApp app, Visitor visitor, Page page)
    {
        var tied = await ShowDigitsAsync(app, visitor, page);
        return (KeyOn(page), Codes(tied));
    }

    /// <summary>The page that follows once the digits are typed.</summary>
    internal static async Task<Page> ShowDigitsAsync(DiapasonApp app, Visitor visitor, Page page)
    {
        var tied = await visitor.SubmitAsync(page.Form("Associer ce téléphone").Fill("Code à six chiffres", Digits(app, KeyOn(page))));
        tied.Status.ShouldBe(HttpStatusCode.OK, tied.Main);
        return tied;
    }

    private static byte[] KeyOn(Page page) => Bytes(page.Document.QuerySelector("main code")!.TextContent);

    internal static IReadOnlyList<string> Codes(Page page) => [.. page.Document.QuerySelectorAll("main ul code").Select(c => c.TextContent)];

    internal static string Digits(DiapasonApp app, byte[] key) => TimeBasedCode.At(key, TimeBasedCode.StepAt(app.Clock.GetUtcNow()));

    internal static byte[] Bytes(string letters)
    {
        var bits = string.Concat(letters.Where(c => c != ' ').Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    public sealed class Asking : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:SecondFactorRoles", "administrator, analyst")];
    }
}
