using AngleSharp.Dom;
using Diapason.TestKit;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>The page where everything is read again before it is sent.</summary>
public sealed class CheckPageTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Each_change_opens_its_answer_and_comes_back_to_it()
    {
        var visitor = app.Visitor();
        var check = await visitor.PassUntilAsync(await visitor.BeginAsync());
        var links = check.Document.QuerySelectorAll(".geste a").ToList();
        links.Count.ShouldBeGreaterThan(30);
        var pages = new Dictionary<string, Page>();
        foreach (var link in links)
        {
            var (address, id) = Split(link.GetAttribute("href")!);
            if (!pages.TryGetValue(address, out var page)) pages[address] = page = await visitor.GoAsync(address);
            page.Document.GetElementById(id).ShouldNotBeNull($"{address}#{id}").Matches("input, select, textarea").ShouldBeTrue(id);
            var back = await visitor.SubmitAndStayAsync(page.Form("Continuer"), "Continuer");
            var (returned, at) = Split(back.Location!);
            returned.ShouldStartWith(Answering.Start + "/check");
            at.ShouldBe(link.Id, "the focus goes to the link that was pressed");
        }
    }

    [Fact]
    public async Task The_section_of_the_changed_answer_is_open_and_the_others_are_folded_once_complete()
    {
        var visitor = app.Visitor();
        var page = await visitor.BeginAsync();
        for (; page.Document.QuerySelector("form#answers") is not null; page = await visitor.ContinueAsync(page.Form("Continuer"))) page.AnswerAll().Count().ShouldBeGreaterThan(0);
        var folded = Sections(page);
        folded.ShouldAllBe(section => !section.HasAttribute("open"));
        folded.ShouldAllBe(section => section.QuerySelector("summary")!.TextContent.Contains("réponse", StringComparison.Ordinal));
        var link = page.Document.QuerySelectorAll(".geste a").First(a => a.TextContent.Contains("sous-secteur", StringComparison.Ordinal));
        var change = await visitor.GoAsync(Split(link.GetAttribute("href")!).Address);
        var back = await visitor.SubmitAsync(change.Form("Continuer").Choose("Musées"), "Continuer");
        back.Main.ShouldContain("Musées");
        var open = Sections(back).Where(section => section.HasAttribute("open")).ShouldHaveSingleItem();
        open.QuerySelector("#" + link.Id).ShouldNotBeNull();

        var left = await visitor.SubmitAsync((await visitor.GoAsync(change.Address)).Form("Continuer").Choose("Cinéma et audiovisuel"), "Revenir à la vérification");
        left.Main.ShouldContain("Cinéma et audiovisuel", customMessage: "going back keeps too");
    }

    [Fact]
    public async Task A_section_with_a_question_passed_is_open_and_says_how_many()
    {
        var visitor = app.Visitor();
        var check = await visitor.PassUntilAsync(await visitor.BeginAsync());
        Sections(check).ShouldAllBe(section => section.HasAttribute("open"));
        Page.Words(Sections(check)[0].QuerySelector("summary")!.TextContent).ShouldContain("sans réponse");
    }

    [Fact]
    public async Task Answers_are_sent_from_either_end_of_the_page()
    {
        var visitor = app.Visitor();
        var check = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync());
        var buttons = check.Document.QuerySelectorAll("main button").Where(b => Page.Words(b.TextContent) == "Envoyer mes réponses").ToList();
        buttons.Count.ShouldBe(2);
        var first = check.Document.QuerySelector("main details")!;
        first.CompareDocumentPosition(buttons[0]).ShouldBe(DocumentPositions.Preceding);
        first.CompareDocumentPosition(buttons[1]).ShouldBe(DocumentPositions.Following);
        (await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses")).Heading.ShouldBe("Merci, vos réponses sont envoyées");
    }

    [Fact]
    public async Task A_forged_field_leads_nowhere_else()
    {
        var visitor = app.Visitor();
        await visitor.PassUntilAsync(await visitor.BeginAsync());
        var page = await visitor.GoAsync(Answering.Start + "/p/field?then=check&field=%22%3E%0d%0aSet-Cookie");
        (await visitor.SubmitAndStayAsync(page.Form("Continuer"), "Continuer")).Location.ShouldBe(Answering.Start + "/check");
    }

    private static List<IElement> Sections(Page page) => [.. page.Document.QuerySelectorAll("main details")];

    private static (string Address, string Id) Split(string link) => link.Split('#') is [var address, var id] ? (address, id) : (link, "");
}
