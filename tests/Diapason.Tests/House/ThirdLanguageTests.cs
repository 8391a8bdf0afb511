using System.Net;
using Diapason.Platform.Language;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Shouldly;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Diapason.Tests.House;

/// <summary>A council speaks a language that the house does not: its own texts in it, the house's in French, each marked as such.</summary>
public sealed partial class ThirdLanguageTests(ThirdLanguageTests.App app) : IClassFixture<ThirdLanguageTests.App>
{
    private const string Spanish = "¡es! ";
    private const string Start = "/es/consultation/ia-2026";

    [Fact]
    public async Task Pages_are_served_in_it()
    {
        var page = await app.Visitor().GoAsync("/es");
        page.Status.ShouldBe(HttpStatusCode.OK);
        page.Document.DocumentElement.GetAttribute("lang").ShouldBe("es");
        page.Document.QuerySelector("header .organisme")!.TextContent.ShouldContain(Spanish + "Conseil des compétences en culture");
        page.Main.ShouldContain(Spanish + "Dites ce que l’IA change pour vous");
    }

    [Theory]
    [InlineData("/es")]
    [InlineData("/es/help")]
    [InlineData(Start)]
    [InlineData("/es/portrait")]
    [InlineData("/es/next-steps")]
    [InlineData("/es/account/sign-in")]
    [InlineData("/es/nowhere")]
    public async Task What_is_borrowed_from_French_is_marked_and_what_is_Spanish_is_not(string address)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Html.ShouldNotContain('\uE000');
        page.Html.ShouldNotContain("xE000");
        page.Html.ShouldNotContain("xE001");
        var borrowed = page.Document.QuerySelectorAll("[lang=fr-CA]").Select(e => e.TextContent.Trim()).ToList();
        borrowed.ShouldContain("Aller au contenu");
        borrowed.ShouldAllBe(text => !text.StartsWith(Spanish));
        // Every sentence of the house in the body is under such a mark.
        page.Document.QuerySelector("a.evitement")!.InnerHtml.ShouldStartWith("<span lang=\"fr-CA\">");
        foreach (var tag in page.Document.All.SelectMany(e => e.Attributes)) tag.Value.ShouldNotContain("<span");
        page.Title.ShouldNotContain("<span");
    }

    [Fact]
    public async Task Every_file_that_a_campaign_offers_is_there_in_it_too()
    {
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        var list = await analyst.GoAsync("/fr/manage/consultations");
        var campaign = await analyst.GoAsync(list.Document.QuerySelector("main a[href*='/manage/consultations/']")!.GetAttribute("href")!);
        var files = campaign.Document.QuerySelectorAll("main a[download]").Select(a => a.GetAttribute("href")!).ToList();
        files.Count(f => f.Contains("-es.")).ShouldBe(5);
        foreach (var file in files) (await analyst.PeekAsync(file)).Status.ShouldBe(HttpStatusCode.OK, file);
    }

    [Fact]
    public async Task Someone_answers_in_it_from_consent_to_receipt()
    {
        var visitor = app.Visitor();
        var start = await visitor.GoAsync(Start);
        start.Heading.ShouldStartWith(Spanish);
        var agree = Page.Words(start.Document.QuerySelector("main form label")!.TextContent);
        agree.ShouldStartWith(Spanish.Trim());
        var question = await visitor.SubmitAsync(start.Form("Commencer").Choose(agree), "Commencer");
        question.Address.ShouldStartWith("/es/");
        question.Main.ShouldContain(Spanish + "Je travaille à mon compte");
        // The switch lists the others, and what is typed goes along.
        question.Document.QuerySelectorAll("button[name=act][value^=language-]").Select(b => b.GetAttribute("lang")).Distinct().ShouldBe(["fr", "en"]);
        var french = await visitor.SubmitAsync(question.Form("Continuer").Choose(Spanish + "Je travaille à mon compte"), "Continuer");
        french.Address.ShouldStartWith("/es/");
        (await visitor.GoAsync("/fr/consultation/ia-2026/mine")).Main.ShouldContain("Je travaille à mon compte");
    }

    [Theory]
    [InlineData("/help", "es-MX, en;q=0.5", "/es/help")]
    [InlineData("/help", "iu, en;q=0.5", "/en/help")]
    [InlineData("/c/rivage/help", "es", "/fr/c/rivage/help")]
    [InlineData("/es/c/rivage/help?a=b", "es", "/fr/c/rivage/help?a=b")]
    [InlineData("/iu/help", "iu", "/fr/iu/help")]
    public async Task An_address_leads_to_a_language_that_the_council_offers(string address, string accepted, string expected)
    {
        var visitor = app.Visitor();
        visitor.Client.DefaultRequestHeaders.Add("Accept-Language", accepted);
        (await visitor.PeekAsync(address)).Location.ShouldBe(expected);
    }

    [Fact]
    public async Task The_switch_lists_each_other_language_by_its_own_name()
    {
        var page = await app.Visitor().GoAsync("/fr/help");
        page.Link("English").ShouldBe("/en/help");
        page.Link("Español").ShouldBe("/es/help");
        var there = await app.Visitor().GoAsync("/fr/c/rivage/help");
        there.Document.QuerySelectorAll("a[hreflang]").Select(a => a.GetAttribute("hreflang")).Distinct().ShouldBe(["en"]);
    }

    [Theory]
    [InlineData("answers-es.csv", HttpStatusCode.OK)]
    [InlineData("codebook-es.csv", HttpStatusCode.OK)]
    [InlineData("answers-iu.csv", HttpStatusCode.NotFound)]
    public async Task Files_are_written_in_the_languages_of_the_council(string file, HttpStatusCode status)
    {
        var analyst = await app.SignedInAsync(AccountsVisits.Analyst);
        var campaign = (await analyst.GoAsync("/fr/manage/consultations")).Document.QuerySelector("main a[href*='/manage/consultations/']")!.GetAttribute("href");
        using var answer = await analyst.Client.GetAsync($"{campaign}/{file}", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(status);
        if (status == HttpStatusCode.OK) (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(Spanish);
    }

    [Theory]
    [InlineData("fr", "15 mars 2027, 13\u00a0h\u00a005")]
    [InlineData("en", "March\u00a015, 2027, 1:05 p.m.")]
    public void Days_are_said_in_the_language_of_the_sentences_around_them(string language, string said)
    {
        Languages.Use(language);
        new DateTime(2027, 3, 15, 17, 5, 0, DateTimeKind.Utc).LocalDayAndTime.Replace("\u00a0mars\u00a0", " mars ", StringComparison.Ordinal).ShouldBe(said);
        Languages.Use("es");
        new DateTime(2027, 3, 15, 17, 5, 0, DateTimeKind.Utc).LocalDay.ShouldContain("mars");
        Languages.Use(Languages.French);
    }

    public sealed class App : DiapasonApp
    {
        private readonly string _kit = InSpanishToo();

        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Diapason:Kit", _kit)];

        protected override Task<TestDatabase> NewDatabaseAsync() => TestDatabase.EmptyAsync();

        /// <summary>The demonstration kit, each of its texts in a third language; the second council offers two all the same.</summary>
        private static string InSpanishToo()
        {
            var copy = DemonstrationKit.Spoiled("kit.yaml", "languages: [fr, en]", "languages: [fr, en, es]");
            DemonstrationKit.Replace(copy, "kit.yaml", "answers: false\n    settings:", "answers: false\n    settings:\n      languages: [fr, en]");
            DemonstrationKit.Replace(copy, "questionnaire.yaml", "languages: [fr, en]", "languages: [fr, en, es]");
            DemonstrationKit.Replace(copy, "question-bank.yaml", "languages: [fr, en]", "languages: [fr, en, es]");
            Directory.CreateDirectory(Path.Combine(copy, "documents", "es"));
            foreach (var file in Directory.GetFiles(Path.Combine(copy, "documents", "fr"))) File.Copy(file, Path.Combine(copy, "documents", "es", Path.GetFileName(file)));
            foreach (var file in Directory.GetFiles(copy, "*.yaml"))
            {
                var stream = new YamlStream();
                using (var reader = File.OpenText(file)) stream.Load(reader);
                foreach (var node in stream.Documents[0].AllNodes.OfType<YamlMappingNode>().ToList()) Say(node);
                using var writer = File.CreateText(file);
                stream.Save(writer, assignAnchors: false);
            }

            return copy;
        }

        /// <summary>A document or an address: the same in any language.</summary>
        private static bool IsName(string text) => !text.Contains(' ', StringComparison.Ordinal) && text.Contains('.', StringComparison.Ordinal);

        private static void Say(YamlMappingNode node)
        {
            if (node.Children.TryGetValue("fr", out var french) && node.Children.ContainsKey("en") && french is YamlScalarNode { Value: { } text })
                node.Add("es", new YamlScalarNode(IsName(text) ? text : Spanish + text) { Style = YamlDotNet.Core.ScalarStyle.DoubleQuoted });
        }
    }
}
