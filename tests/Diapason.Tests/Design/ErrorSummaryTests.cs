using Diapason.Design;
using Diapason.Design.Fields;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Design;

public sealed class ErrorSummaryTests
{
    [Theory]
    [InlineData("fr", "Il y a 2 erreurs")]
    [InlineData("en", "There are 2 errors")]
    public async Task Counts_the_errors_links_each_to_its_field_and_takes_the_focus(string language, string title)
    {
        var view = Rendering.View(state =>
        {
            state.AddModelError("Input.Email", "Écrivez une adresse");
            state.AddModelError("", "Le code ne sert plus");
        });
        var body = await Rendering.DrawAsync(new ErrorSummaryTagHelper { ViewContext = view }, language: language);
        var summary = body.QuerySelector("[role=alert]")!;
        summary.GetAttribute("tabindex").ShouldBe("-1");
        summary.HasAttribute("autofocus").ShouldBeTrue();
        summary.QuerySelector("h2")!.TextContent.ShouldBe(title);
        summary.QuerySelector("a")!.GetAttribute("href").ShouldBe("#Input_Email");
        summary.QuerySelectorAll("li").Select(l => l.TextContent).ShouldBe(["Écrivez une adresse", "Le code ne sert plus"], ignoreOrder: true);
    }

    [Fact]
    public async Task Draws_nothing_when_all_is_well()
    {
        (await Rendering.HtmlAsync(new ErrorSummaryTagHelper { ViewContext = Rendering.View() })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_the_order_of_the_page_when_given_it()
    {
        var summary = new ErrorSummaryTagHelper { Errors = [new("z", "Un"), new("a", "Deux")], Heading = "Il manque deux réponses", ViewContext = Rendering.View() };
        var body = await Rendering.DrawAsync(summary);
        body.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ShouldBe(["#z", "#a"]);
        body.QuerySelector("h2")!.TextContent.ShouldBe("Il manque deux réponses");
    }
}
