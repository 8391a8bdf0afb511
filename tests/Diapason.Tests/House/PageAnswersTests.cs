using Diapason.Platform.Language;
using Diapason.Platform.Modules;
using Diapason.Platform.Outcomes;
using Diapason.Platform.Web;
using Diapason.TestKit;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>What a page answers to what came of a use case.</summary>
public sealed class PageAnswersTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public void Absent_forbidden_and_over_are_statuses_of_their_own()
    {
        Status(Page().Refuse(Problem.Absent())).ShouldBe(404);
        Status(Page().Refuse(Problem.Forbidden("any"))).ShouldBe(403);
        Status(Page().Refuse(Problem.Over("any"))).ShouldBe(410);
    }

    [Fact]
    public void A_lost_race_shows_the_page_again_with_409()
    {
        var page = Page();
        page.Refuse(Problem.Lost("organisation.name_taken")).ShouldBeOfType<PageResult>();
        page.Response.StatusCode.ShouldBe(409);
        page.ModelState[""]!.Errors.Single().ErrorMessage.ShouldBe("Un autre organisme du conseil porte déjà ce nom.");
    }

    [Fact]
    public void Each_problem_is_said_by_its_field_of_the_form_with_its_facts()
    {
        var page = Page();
        page.Refuse(Outcome.Of([Problem.Invalid("sign_in.refused", "Email", ("failures", 5), ("minutes", 15)), Problem.Invalid("organisation.name_taken", "Name")]), "Input").ShouldBeOfType<PageResult>();
        page.Response.StatusCode.ShouldBe(422);
        page.ModelState["Input.Email"]!.Errors.Single().ErrorMessage.ShouldContain("Après 5 essais manqués, le mot de passe est refusé pendant 15 minutes");
        page.ModelState["Input.Name"]!.Errors.Count.ShouldBe(1);
    }

    [Fact]
    public void Nothing_is_refused_of_what_is_done()
    {
        Outcome.Of([]).IsDone.ShouldBeTrue();
        Should.Throw<ArgumentException>(() => Page().Refuse(Outcome.Done));
        Outcome<int> refused = Problem.Absent();
        Should.Throw<InvalidOperationException>(() => refused.Value);
        Outcome<int> done = 7;
        done.Value.ShouldBe(7);
    }

    [Theory]
    [InlineData(410, "Ce n’est plus possible")]
    [InlineData(408, "Votre envoi ne nous est pas parvenu en entier")]
    public async Task What_is_over_or_too_slow_says_so(int status, string heading)
    {
        var page = await app.Visitor().GoAsync($"/fr/errors/{status}");
        ((int)page.Status).ShouldBe(status);
        page.Heading.ShouldBe(heading);
    }

    private BarePage Page()
    {
        Languages.Use("fr");
        var http = new DefaultHttpContext { RequestServices = new ServiceCollection().AddSingleton(app.Services.GetRequiredService<ModuleCatalog>()).BuildServiceProvider() };
        return new BarePage { PageContext = new PageContext(new ActionContext(http, new RouteData(), new CompiledPageActionDescriptor(), new ModelStateDictionary())) };
    }

    private static int Status(IActionResult result) => result.ShouldBeOfType<StatusCodeResult>().StatusCode;

    private sealed class BarePage : PageModel;
}
