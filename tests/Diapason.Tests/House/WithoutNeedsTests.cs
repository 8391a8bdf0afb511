using System.Net;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>An installation that leaves out the Needs module and what is built on it: neighbours lose a link each, and nothing else.</summary>
public sealed class WithoutNeedsTests(WithoutNeedsTests.App app) : IClassFixture<WithoutNeedsTests.App>
{
    [Fact]
    public async Task Its_pages_are_not_there() => (await app.Visitor().GoAsync("/fr/next-steps")).Status.ShouldBe(HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/fr/")]
    [InlineData("/en/")]
    public async Task No_page_breaks_and_no_link_is_dead(string home) => (await DeadAsync(app.Visitor(), home)).ShouldBeEmpty();

    [Fact]
    public async Task Nor_for_an_administrator() => (await DeadAsync(await app.SignedInAsync(AccountsVisits.Administrator), "/fr/account")).ShouldBeEmpty();

    [Fact]
    public async Task The_receipt_leads_to_the_portrait_and_not_to_next_steps()
    {
        var visitor = app.Visitor();
        var receipt = await visitor.SendOneAnswerAsync();
        receipt.Status.ShouldBe(HttpStatusCode.OK);
        receipt.Document.QuerySelectorAll("main a[href]").Select(a => a.GetAttribute("href")).ShouldContain("/fr/portrait/ia-2026");
        (await DeadAsync(visitor, receipt.Address)).ShouldBeEmpty();
    }

    /// <summary>Follows every link of the site from a page on, and says which do not answer, and from where they were offered.</summary>
    private static async Task<List<string>> DeadAsync(Visitor visitor, string from)
    {
        const int Most = 400;
        var (seen, waiting, dead) = (new HashSet<string> { from }, new Queue<(string Address, string On)>([(from, "")]), new List<string>());
        while (waiting.TryDequeue(out var next))
        {
            seen.Count.ShouldBeLessThan(Most, "the walk has no end");
            var page = await visitor.GoAsync(next.Address);
            if ((int)page.Status >= 400) dead.Add($"{next.Address} ({(int)page.Status}) on {next.On}");
            if (page.MediaType != "text/html") continue;
            foreach (var link in page.Document.QuerySelectorAll("a[href]"))
            {
                var href = link.GetAttribute("href")!.Split('#')[0];
                // One way in is enough for the many addresses that differ by where they come back to, by page, or by the paper of a poster.
                var key = href.Contains("returnUrl=", StringComparison.Ordinal) || href.Contains("paper=", StringComparison.Ordinal) ? href.Split('?')[0] : href;
                if (href.StartsWith('/') && seen.Add(key)) waiting.Enqueue((href, page.Address));
            }
        }

        seen.Count.ShouldBeGreaterThan(5);
        return dead;
    }

    public sealed class App : DiapasonApp
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:Without", "needs, learning")];
    }
}
