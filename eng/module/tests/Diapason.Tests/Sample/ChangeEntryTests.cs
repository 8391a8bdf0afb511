using System.Net;
using Diapason.Platform.Kits;
using Diapason.TestKit;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Sample;

/// <summary>Somebody who works for the council changes an entry on its page.</summary>
public sealed class ChangeEntryTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task A_change_is_read_by_the_public_told_in_the_trail_and_left_by_the_kit()
    {
        var (visitor, page) = await app.ChangingAsync("Un second texte");
        page.Form().Value("Titre (anglais)").ShouldBe("A second text");
        var list = await visitor.SubmitAsync(page.Form().Fill("Titre (français)", "Un titre d’ici").Fill("Texte (français)", "Écrit par le conseil."), "Enregistrer le texte");
        list.Address.ShouldBe("/fr/manage/sample?done=changed");
        list.Main.ShouldContain("Le texte est enregistré.");
        (await app.Visitor().GoAsync("/fr/sample")).Main.ShouldContain("Écrit par le conseil.");
        (await visitor.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Texte modifié (Gabarit)");

        var again = await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(DemonstrationKit.Folder, default));
        again.ShouldBeOfType<KitOutcome.Loaded>().Done.ShouldBeEmpty();
        (await app.Visitor().GoAsync("/fr/sample")).Main.ShouldContain("Un titre d’ici");
    }

    [Theory]
    [InlineData("Titre (français)", "", "Écrivez le titre en français.")]
    [InlineData("Texte (anglais)", " ", "Écrivez le texte en anglais.")]
    [InlineData("Titre (anglais)", "long", "Le titre a au plus 120 caractères.")]
    [InlineData("À revoir le", "", "Écrivez le jour où revoir ce texte.")]
    public async Task What_cannot_be_is_refused_and_kept_in_the_form(string label, string typed, string message)
    {
        if (typed == "long") typed = new string('x', 121);
        var (visitor, page) = await app.ChangingAsync();
        var refused = await visitor.SubmitAndStayAsync(page.Form().Fill("Texte (français)", "Gardé tel quel.").Fill(label, typed), "Enregistrer le texte");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe([message]);
        refused.Form().Value(label).ShouldBe(typed.Trim());
        refused.Form().Value("Texte (français)").ShouldBe("Gardé tel quel.");
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_writes_over_nobody()
    {
        var (first, page) = await app.ChangingAsync();
        var (second, same) = await app.ChangingAsync();
        (await first.SubmitAsync(page.Form().Fill("Texte (français)", "Écrit en premier."), "Enregistrer le texte")).Status.ShouldBe(HttpStatusCode.OK);
        var late = await second.SubmitAndStayAsync(same.Form().Fill("Texte (français)", "Écrit en second."), "Enregistrer le texte");
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Errors.ShouldHaveSingleItem().ShouldContain("Quelqu’un a modifié ce texte");
        (await app.Visitor().GoAsync("/fr/sample")).Main.ShouldContain("Écrit en premier.");
    }
}
