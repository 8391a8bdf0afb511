using System.Net;
using AngleSharp.Dom;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>Keys of devices, in an installation that asks its administrators and analysts for a second step; a browser's own are tried in a browser.</summary>
public sealed class PasskeyTests(SecondStepTests.Asking app) : IClassFixture<SecondStepTests.Asking>
{
    private const string Refused = "Cette clé n’ouvre pas ce compte, ou sa réponse a déjà servi.";

    [Fact]
    public async Task A_key_is_a_second_step_opens_by_itself_and_serves_once()
    {
        using var key = new SoftKey();
        var person = app.Visitor();
        var telephone = await person.SignInAsync(AccountsVisits.Analyst, address: "/fr/account/sign-in?returnUrl=%2Ffr%2Fcoverage");
        var added = await AddAsync(person, key, "portable", await person.FollowAsync(telephone, "Vos clés d’accès"));
        SecondStepTests.Codes(added).Count.ShouldBe(10);
        added.Link("Je les ai notés, continuer").ShouldBe("/fr/coverage");
        (await person.GoAsync("/fr/coverage")).Status.ShouldBe(HttpStatusCode.OK);
        (await person.GoAsync("/fr/account/passkeys")).Main.ShouldContain("portable");

        // By itself, and once.
        var other = app.Visitor();
        var page = await other.GoAsync("/fr/account/sign-in?returnUrl=%2Ffr%2Fcoverage");
        var form = Answered(page, key.Sign);
        (await other.SubmitAsync(form)).Address.ShouldBe("/fr/coverage");
        var thief = app.Visitor();
        await thief.GoAsync("/fr/account/sign-in");
        (await thief.SubmitAsync(Carried(await thief.GoAsync("/fr/account/sign-in"), form))).Errors.Single().ShouldStartWith(Refused);

        app.Clock.Advance(TimeSpan.FromSeconds(1));

        // After the password it stands for the digits; the password alone opens nothing.
        var third = app.Visitor();
        var step = await third.SignInAsync(AccountsVisits.Analyst);
        step.Heading.ShouldBe("Deuxième étape");
        (await third.PeekAsync("/fr/account")).Location!.ShouldContain("sign-in");
        (await third.SubmitAsync(Answered(step, key.Sign))).Address.ShouldBe("/fr/backstage");

        // Taken away, it opens nothing, and what stood for it is gone.
        var mine = await third.GoAsync("/fr/account/passkeys");
        (await third.SubmitAsync(mine.Form("Retirer : portable"))).Main.ShouldContain("La clé est retirée");
        var fourth = app.Visitor();
        (await fourth.SubmitAsync(Answered(await fourth.GoAsync("/fr/account/sign-in"), key.Sign))).Errors.Single().ShouldStartWith(Refused);
        (await third.GoAsync("/fr/coverage")).Heading.ShouldBe("Votre téléphone, pour vous connecter");
    }

    [Fact]
    public async Task Refuses_another_page_a_device_that_asked_for_nothing_another_account_and_a_late_answer()
    {
        using var key = new SoftKey();
        using var theirs = new SoftKey();
        var person = app.Visitor();
        await person.SignInAsync("rfc@culture.example");
        await AddAsync(person, key, "bureau", await person.GoAsync("/fr/account/passkeys"));
        var stranger = app.Visitor();
        await stranger.SignInAsync("facilitator@culture.example");
        await AddAsync(stranger, theirs, "téléphone", await stranger.GoAsync("/fr/account/passkeys"));

        async Task<string> TryAsync(SoftKey used, Func<Visitor, Task<Page>> open, Action? before = null)
        {
            var visitor = app.Visitor();
            var form = Answered(await open(visitor), used.Sign);
            before?.Invoke();
            return (await visitor.SubmitAsync(form)).Errors.Single();
        }

        Task<Page> SignIn(Visitor visitor) => visitor.GoAsync("/fr/account/sign-in");
        key.Origin = "http://localhost.example";
        (await TryAsync(key, SignIn)).ShouldStartWith(Refused);
        (key.Origin, key.IsVerified) = ("http://localhost", false);
        (await TryAsync(key, SignIn)).ShouldStartWith(Refused);
        key.IsVerified = true;
        // Somebody who knows a password cannot pass by their own key.
        (await TryAsync(theirs, visitor => visitor.SignInAsync("rfc@culture.example"))).ShouldStartWith(Refused);
        (await TryAsync(key, SignIn, () => app.Clock.Advance(TimeSpan.FromMinutes(11)))).ShouldStartWith("Plus de dix minutes");
        using var unknown = new SoftKey();
        (await TryAsync(unknown, SignIn)).ShouldStartWith(Refused);
        // Each was refused for its own reason: the same key, as it should be, opens.
        var last = app.Visitor();
        (await last.SubmitAsync(Answered(await SignIn(last), key.Sign))).Address.ShouldBe("/fr/backstage");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}")]
    [InlineData("{\"id\":1,\"response\":{\"clientDataJSON\":\"////\"}}")]
    public async Task Says_what_is_no_answer(string credential)
    {
        var visitor = app.Visitor();
        var refused = await visitor.SubmitAsync(Answered(await visitor.GoAsync("/en/account/sign-in"), _ => credential));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.Single().ShouldEndWith("Try again, or take the other way in.");
    }

    [Fact]
    public async Task Shows_again_who_is_there()
    {
        using var key = new SoftKey();
        var person = app.Visitor();
        await person.SignInAsync("organisation-lead@culture.example");
        await AddAsync(person, key, "clé USB", await person.GoAsync("/fr/account/passkeys"));
        app.Clock.Advance(TimeSpan.FromMinutes(20));
        var asked = await person.GoAsync("/fr/account/erase");
        asked.Heading.ShouldBe("Est-ce bien vous?");
        (await person.SubmitAsync(Answered(asked, key.Sign))).Address.ShouldBe("/fr/account/erase");
    }

    private async Task<Page> AddAsync(Visitor person, SoftKey key, string name, Page page)
    {
        var nameless = await person.SubmitAsync(Answered(page, key.Make));
        nameless.Errors.Single().ShouldStartWith("Donnez un nom");
        var form = Answered(nameless, key.Make).Fill("Nom de la clé", name);
        var added = await person.SubmitAsync(form);
        added.Main.ShouldContain("La clé est ajoutée");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        return added;
    }

    /// <summary>The page's form as its script fills it.</summary>
    private static Form Answered(Page page, Func<string, string> answer)
    {
        var element = page.Document.QuerySelector("form[data-passkey]").ShouldNotBeNull(page.Main);
        var form = new Form((AngleSharp.Html.Dom.IHtmlFormElement)element, page.Address);
        element.QuerySelector("[data-credential]")!.SetAttribute("value", answer(element.GetAttribute("data-options")!));
        return form;
    }

    /// <summary>What was seen in one browser's form, put into another's.</summary>
    private static Form Carried(Page page, Form seen)
    {
        var form = Answered(page, _ => seen.Element.QuerySelector("[data-credential]")!.GetAttribute("value")!);
        form.Element.QuerySelector("input[name='Passkey.State']")!.SetAttribute("value", seen.Element.QuerySelector("input[name='Passkey.State']")!.GetAttribute("value"));
        return form;
    }
}
