using System.Net;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

/// <summary>However long, what was typed is given back by each page that could not take it: 300,000 letters here, six times as many once encoded.</summary>
public sealed class LongFormTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Save = "Enregistrer les réglages";
    private const string Field = "Téléphone (facultatif)";
    private static readonly string Long = string.Concat(Enumerable.Repeat("« é\"\\' <", 37_500));

    [Fact]
    public async Task After_the_session_ended()
    {
        var (visitor, form) = await FilledAsync();
        app.Clock.Advance(TimeSpan.FromHours(10));
        var asked = await visitor.SubmitAsync(form, Save);
        asked.Main.ShouldContain("ce que vous avez écrit est gardé");
        var wrong = await visitor.SubmitAsync(asked.Form("Se connecter").Fill("Adresse courriel", AccountsVisits.Administrator).Fill("Mot de passe", "une erreur"), "Se connecter");
        wrong.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var back = await visitor.SubmitAsync(wrong.Form("Se connecter").Fill("Adresse courriel", AccountsVisits.Administrator).Fill("Mot de passe", DiapasonApp.Password), "Se connecter");
        (await visitor.SubmitAsync(back.Form("Envoyer"), "Envoyer")).Form(Save).Value(Field).ShouldBe(Long);
    }

    [Fact]
    public async Task When_it_is_asked_again_who_is_there()
    {
        var (visitor, form) = await FilledAsync();
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        var asked = await visitor.SubmitAsync(form, Save);
        asked.Heading.ShouldBe("Est-ce bien vous?");
        (await visitor.SubmitAsync(asked.Form("Continuer").Fill("Mot de passe", DiapasonApp.Password), "Continuer")).Form(Save).Value(Field).ShouldBe(Long);
    }

    [Fact]
    public async Task When_its_page_had_expired()
    {
        var (visitor, form) = await FilledAsync();
        var kept = await visitor.SubmitAsync(form.Forge("__RequestVerificationToken", "périmé"), Save);
        kept.Heading.ShouldBe("Votre page avait expiré");
        (await visitor.SubmitAsync(kept.Form("Envoyer de nouveau"), "Envoyer de nouveau")).Form(Save).Value(Field).ShouldBe(Long);
    }

    private async Task<(Visitor Visitor, Form Form)> FilledAsync()
    {
        var visitor = await app.SignedInAsync(AccountsVisits.Administrator);
        return (visitor, (await visitor.GoAsync("/fr/council/settings")).Form(Save).Fill(Field, Long));
    }
}
