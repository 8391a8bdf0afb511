using System.Net;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Accounts;

public sealed class OrganisationsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Organisations = "/fr/council/organisations";
    private const string There = "/fr/c/rivage/council/";

    [Fact]
    public async Task An_administrator_renames_an_organisation_and_its_people_stay()
    {
        var administrator = await WithOrganisationAsync("Chœur du Phare", "phare@ailleurs.example");
        var list = await administrator.FollowAsync(await administrator.GoAsync("/fr/council/members"), "Organismes du conseil");
        var form = (await administrator.FollowAsync(list, "Renommer Chœur du Phare")).Form();
        form.Value("Nom de l’organisme").ShouldBe("Chœur du Phare");
        var renamed = await administrator.SubmitAsync(form.Fill("Nom de l’organisme", "  Grand  Chœur du Phare "), "Enregistrer le nom");
        renamed.Main.ShouldContain("Le nom est enregistré.");
        renamed.Main.ShouldContain("Renommer Grand Chœur du Phare 1");
        (await administrator.GoAsync("/fr/council/members")).Document.QuerySelectorAll("main tbody tr").Single(row => row.TextContent.Contains("phare@")).TextContent.ShouldContain("Grand Chœur du Phare");
        // Its own entry: other tests of this class rename others.
        var id = renamed.Link("Renommer Grand Chœur du Phare").Split('/')[^1];
        var entry = await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<AuditEntry>()
            .SingleAsync(e => e.Act == "organisation.renamed" && e.Subject.EndsWith(id), TestContext.Current.CancellationToken));
        (entry.Subject + entry.Details).ShouldNotContain("Chœur");
        (await administrator.GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Organisme renommé");
        // Changing only the case of a name does not collide with itself.
        form = (await administrator.FollowAsync(renamed, "Renommer Grand Chœur du Phare")).Form();
        (await administrator.SubmitAsync(form.Fill("Nom de l’organisme", "Grand chœur du Phare"))).Main.ShouldContain("Grand chœur du Phare");
    }

    [Theory]
    [InlineData("fr", "", "Écrivez le nom de l’organisme.")]
    [InlineData("fr", "   ", "Écrivez le nom de l’organisme.")]
    [InlineData("fr", "long", "Le nom de l’organisme a au plus 150 caractères.")]
    [InlineData("fr", "ensemble  du QUAI", "Un autre organisme du conseil porte déjà ce nom.")]
    [InlineData("en", "Ensemble du Quai", "Another organization of the council already has this name.")]
    public async Task A_name_that_cannot_be_is_refused_and_kept_in_the_form(string language, string name, string message)
    {
        if (name == "long") name = new string('x', 151);
        await WithOrganisationAsync("Ensemble du Quai", "quai@ailleurs.example");
        var administrator = await WithOrganisationAsync("Ensemble de la Rade", "rade@ailleurs.example");
        var address = (await administrator.GoAsync(Organisations)).Link("Renommer Ensemble de la Rade").Replace("/fr/", $"/{language}/", StringComparison.Ordinal);
        var label = language == "fr" ? "Nom de l’organisme" : "Name of the organization";
        var refused = await administrator.SubmitAndStayAsync((await administrator.GoAsync(address)).Form().Fill(label, name));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe([message]);
        refused.Form().Value(label).ShouldBe(name);
        refused.Heading.ShouldContain("Ensemble de la Rade");
    }

    [Fact]
    public async Task An_organisation_of_another_council_does_not_exist_here()
    {
        var here = await WithOrganisationAsync("Atelier du Large", "large@ailleurs.example");
        var there = await app.SignedInAsync(AccountsVisits.OtherAdministrator);
        var invitation = (await there.GoAsync(There + "members")).Form("Inviter").Fill("Adresse courriel", "rive@ailleurs.example").Choose("Personne").Fill("Organisme (facultatif)", "Atelier du Large");
        await there.SubmitAsync(invitation, "Inviter");
        var theirs = (await there.GoAsync(There + "organisations")).Link("Renommer Atelier du Large");
        var id = theirs[(theirs.LastIndexOf('/') + 1)..];
        (await here.GoAsync($"{Organisations}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        // The form of an organisation of ours, sent to the address of theirs.
        var ours = (await here.GoAsync((await here.GoAsync(Organisations)).Link("Renommer Atelier du Large"))).Form().Fill("Nom de l’organisme", "Autre nom");
        using var content = new FormUrlEncodedContent(ours.Submission(null).Fields);
        using var response = await here.Client.PostAsync($"{Organisations}/{id}", content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await there.GoAsync(theirs)).Heading.ShouldContain("Atelier du Large");
        (await there.GoAsync(Organisations)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("analyst")]
    [InlineData("organisation-lead")]
    public async Task Only_an_administrator_names_organisations(string role)
    {
        var visitor = await app.SignedInAsync($"{role}@culture.example");
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var page = (await administrator.GoAsync(Organisations)).Document.QuerySelector("main tbody a")!.GetAttribute("href")!;
        (await visitor.GoAsync(Organisations)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await visitor.GoAsync(page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await app.Visitor().PeekAsync(page)).Location!.ShouldContain("sign-in");
    }

    [Fact]
    public async Task Two_organisations_given_the_same_name_at_the_same_moment_keep_two_names()
    {
        await WithOrganisationAsync("Premier", "premier@ailleurs.example");
        var administrator = await WithOrganisationAsync("Second", "second@ailleurs.example");
        var list = await administrator.GoAsync(Organisations);
        var forms = new List<Form>();
        foreach (var name in new[] { "Premier", "Second" }) forms.Add((await administrator.FollowAsync(list, "Renommer " + name)).Form().Fill("Nom de l’organisme", "Le même"));
        var answers = await Task.WhenAll(forms.Select(form => administrator.SubmitAndStayAsync(form)));
        answers.Select(a => a.Status).ShouldBe([HttpStatusCode.SeeOther, HttpStatusCode.UnprocessableEntity], ignoreOrder: true);
    }

    /// <summary>An administrator of a council that knows this organisation.</summary>
    private async Task<Visitor> WithOrganisationAsync(string name, string email)
    {
        var administrator = await app.SignedInAsync(AccountsVisits.Administrator);
        var form = (await administrator.GoAsync("/fr/council/members")).Form("Inviter").Fill("Adresse courriel", email).Choose("Direction d’un organisme").Fill("Organisme (facultatif)", name);
        await administrator.SubmitAsync(form, "Inviter");
        return administrator;
    }
}
