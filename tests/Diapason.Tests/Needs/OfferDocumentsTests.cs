using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Diapason.Platform.Kits;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>Every step of the demonstration can be done: its page has one clear act, and the act gives a true file, in both languages.</summary>
public sealed partial class OfferDocumentsTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private static readonly string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static TheoryData<string, string> Entries => [.. DemonstrationKit.Reference.Offer.Entries.SelectMany(e => new[] { (e.Code, "fr"), (e.Code, "en") })];

    [Theory]
    [MemberData(nameof(Entries))]
    public async Task A_step_gives_what_it_promises(string entry, string language)
    {
        var visitor = app.Visitor();
        var page = await visitor.GoAsync($"/{language}/next-steps/offer/{entry}");
        var acts = page.Document.QuerySelectorAll(".titre-page a.bouton");
        acts.Length.ShouldBeGreaterThanOrEqualTo(1);
        acts.Count(a => a.ClassName == "bouton").ShouldBe(1, "one clear act");
        // What leads to other people comes after what one can take now.
        foreach (var act in acts.Where(a => a.GetAttribute("href")!.Contains($"/offer/{entry}/", StringComparison.Ordinal)))
        {
            using var response = await visitor.Client.GetAsync(act.GetAttribute("href"), TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            var said = Said().Match(Page.Words(act.TextContent));
            said.Success.ShouldBeTrue(act.TextContent);
            int.Parse(said.Groups["size"].Value, System.Globalization.CultureInfo.InvariantCulture).ShouldBe(Math.Max(1, (bytes.Length + 512) / 1024));
            response.Content.Headers.ContentLanguage.Single().ShouldBe(language == "en" ? "en-CA" : "fr-CA");
            Check(bytes, said.Groups["kind"].Value, language, response.Content.Headers);
        }
    }

    [Fact]
    public async Task The_act_is_said_with_its_kind_and_size()
    {
        var page = await app.Visitor().GoAsync("/fr/next-steps/offer/one-page-policy");
        page.Main.ShouldMatch(@"Télécharger \(DOCX, \d+ ko\)");
        page.Main.ShouldMatch(@"Ouvrir pour lire ou remplir \(HTML, \d+ ko\)");
        page.Main.ShouldMatch(@"Télécharger \(DOCX, \d+ ko\), en anglais");
        page.Main.ShouldContain("Membres du personnel d’un organisme, directions et porte-parole d’organisme");
    }

    [Fact]
    public async Task A_phone_is_given_the_page_first_and_a_computer_the_file()
    {
        var phone = app.Visitor();
        phone.Client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "Mozilla/5.0 (Linux; Android 15; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36");
        FirstAct(await phone.GoAsync("/fr/next-steps/offer/opt-out")).ShouldStartWith("Ouvrir pour lire ou remplir (HTML");
        FirstAct(await app.Visitor().GoAsync("/fr/next-steps/offer/opt-out")).ShouldStartWith("Télécharger (DOCX");
    }

    private static string FirstAct(Page page) => Page.Words(page.Document.QuerySelector(".titre-page a.bouton")!.TextContent);

    [Fact]
    public async Task A_step_of_the_path_can_be_done_from_the_path()
    {
        var visitor = app.Visitor();
        var page = await Walk.ToStepsAsync(visitor);
        foreach (var step in page.Document.QuerySelectorAll("ol.ligne > li:not(.but)"))
        {
            var act = step.QuerySelector(".gestes a")!;
            (await visitor.Client.GetAsync(act.GetAttribute("href"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_file_is_kept_by_browsers_and_asked_about_by_its_hash()
    {
        const string address = "/fr/next-steps/offer/one-page-policy/politique-ia-une-page.docx";
        var client = app.Visitor().Client;
        using var first = await client.GetAsync(address, TestContext.Current.CancellationToken);
        first.Headers.CacheControl!.ToString().ShouldBe("public, max-age=3600");
        first.Content.Headers.ContentDisposition!.ToString().ShouldContain("politique-ia-une-page.docx");
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        (await client.SendAsync(again, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        using var head = new HttpRequestMessage(HttpMethod.Head, address);
        (await client.SendAsync(head, TestContext.Current.CancellationToken)).Content.Headers.ContentLength.ShouldBe(first.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_page_that_somebody_wrote_runs_nothing_and_sends_nothing()
    {
        using var response = await app.Visitor().Client.GetAsync("/en/next-steps/offer/one-page-policy/one-page-ai-policy.html", TestContext.Current.CancellationToken);
        response.Content.Headers.ContentDisposition.ShouldBeNull();
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("sandbox");
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("script");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Theory]
    [InlineData("/fr/next-steps/offer/one-page-policy/registre-usages-ia.xlsx")]
    [InlineData("/fr/next-steps/offer/one-page-policy/..%2Fkit.yaml")]
    [InlineData("/fr/next-steps/offer/nothing/politique-ia-une-page.docx")]
    public async Task Does_not_find_what_the_entry_does_not_hold(string address) =>
        (await app.Visitor().PeekAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Stays_when_the_kit_is_taken_off_the_disk()
    {
        var copy = DemonstrationKit.Spoiled("offer.yaml", "Une heure pour trier ses tâches en trois piles", "Trier ses tâches");
        File.AppendAllText(Path.Combine(copy, "documents", "fr", "trois-piles-de-taches.html"), "<!-- another edition -->");
        (await LoadAsync(copy)).ShouldBeOfType<KitOutcome.Loaded>();
        Directory.Delete(copy, recursive: true);
        var edition = await app.Visitor().Client.GetStringAsync("/fr/next-steps/offer/three-piles/trois-piles-de-taches.html", TestContext.Current.CancellationToken);
        edition.ShouldEndWith("<!-- another edition -->");
        await LoadAsync(DemonstrationKit.Folder);
        edition = await app.Visitor().Client.GetStringAsync("/fr/next-steps/offer/three-piles/trois-piles-de-taches.html", TestContext.Current.CancellationToken);
        edition.ShouldNotContain("another edition");
    }

    [Fact]
    public void Every_sheet_is_made_of_its_source()
    {
        foreach (var source in Directory.GetFiles(Path.Combine(DemonstrationKit.Folder, "documents", "sources"), "*.md"))
        {
            var (head, body) = (File.ReadLines(source).TakeWhile(l => l != "---").ToList(), File.ReadLines(source).SkipWhile(l => l != "---").ToList());
            if (head.Any(l => l.StartsWith("formats: xlsx", StringComparison.Ordinal))) continue;
            var file = head.First(l => l.StartsWith("file: ", StringComparison.Ordinal))[6..].Trim();
            var made = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(DemonstrationKit.Folder, "documents", source.Split('.')[^2], file + ".html")));
            made.QuerySelectorAll("input[type=checkbox]").Length.ShouldBe(body.Count(l => l.StartsWith("- [ ] ", StringComparison.Ordinal)), file);
            made.QuerySelectorAll("h2").Length.ShouldBe(body.Count(l => l.StartsWith("## ", StringComparison.Ordinal)), file);
            made.QuerySelectorAll("tbody tr").All(row => row.Children.Skip(1).All(cell => cell.HasAttribute("data-l") || cell.TextContent.Length > 0)).ShouldBeTrue($"{file}: each cell says which it is where the head is out of sight");
        }
    }

    [Theory]
    [InlineData("fr", "journal-essai-semaine", "Sur cinq jours, prenez le DOCX ou imprimez.")]
    [InlineData("en", "one-week-trial-log", "For the five days, use the DOCX or print it.")]
    public void A_log_of_five_days_says_how_to_keep_it_and_its_answers_are_chosen_not_typed(string language, string file, string lasts)
    {
        var sheet = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(File.ReadAllText(Path.Combine(DemonstrationKit.Folder, "documents", language, file + ".html")));
        sheet.QuerySelectorAll(".perdu").ShouldAllBe(p => Page.Words(p.TextContent).Contains(lasts, StringComparison.Ordinal));
        var answers = sheet.QuerySelectorAll("td input[type=radio]").GroupBy(radio => radio.GetAttribute("name")).ToList();
        answers.Count.ShouldBe(6);
        answers.ShouldAllBe(question => question.Count() == 3 && question.Select(radio => radio.GetAttribute("aria-label")).Distinct().Count() == 3);
        using var word = System.IO.Compression.ZipFile.OpenRead(Path.Combine(DemonstrationKit.Folder, "documents", language, file + ".docx"));
        Regex.Count(new StreamReader(word.GetEntry("word/document.xml")!.Open()).ReadToEnd(), "<w14:checkbox>").ShouldBe(18 + 4);
    }

    [Fact]
    public void Every_document_says_the_same_in_both_languages()
    {
        foreach (var french in Directory.GetFiles(Path.Combine(DemonstrationKit.Folder, "documents", "sources"), "*.fr.md"))
        {
            var english = french.Replace(".fr.md", ".en.md", StringComparison.Ordinal);
            Marks(english).ShouldBe(Marks(french), Path.GetFileName(french));
        }
    }

    private static string[] Marks(string file) => [.. File.ReadLines(file).SkipWhile(l => l != "---").Where(l => l.Length > 0).Select(l => Mark().Match(l).Value)];

    private Task<KitOutcome> LoadAsync(string folder) => app.InScopeAsync(s => s.GetRequiredService<LoadKit>().RunAsync(folder, TestContext.Current.CancellationToken));

    private static void Check(byte[] bytes, string kind, string language, HttpContentHeaders headers)
    {
        var culture = language == "en" ? "en-CA" : "fr-CA";
        if (kind == "HTML")
        {
            headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
            var text = System.Text.Encoding.UTF8.GetString(bytes);
            text.ShouldContain($"<html lang=\"{culture}\">");
            foreach (var said in (string[])["<title>", "<h1>", "CC BY 4.0", "2026", "2027"]) text.ShouldContain(said);
            text.ShouldNotContain("<script");
            CheckSheet(new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text), language);
            return;
        }

        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var part in zip.Entries) XDocument.Load(part.Open());
        var about = new StreamReader(zip.GetEntry("docProps/core.xml")!.Open()).ReadToEnd();
        about.ShouldContain($"<dc:language>{culture}</dc:language>");
        about.ShouldMatch("<dc:title>.{10,}</dc:title>");
        about.ShouldContain("CC BY 4.0");
        if (kind != "DOCX") return;
        headers.ContentType!.ToString().ShouldBe(Word);
        var body = new StreamReader(zip.GetEntry("word/document.xml")!.Open()).ReadToEnd();
        body.ShouldContain("w:val=\"Title\"");
        Regex.Count(body, "w:val=\"Heading1\"").ShouldBeGreaterThanOrEqualTo(2);
        new StreamReader(zip.GetEntry("word/styles.xml")!.Open()).ReadToEnd().ShouldContain($"<w:lang w:val=\"{culture}\"");
    }

    /// <summary>What is typed in a sheet goes with it: it says so before the first thing to fill in, at its head and just above; and it leads back.</summary>
    private static void CheckSheet(AngleSharp.Dom.IDocument sheet, string language)
    {
        var lost = language == "en" ? "What you type here is not saved" : "Ce que vous écrivez ici n’est pas enregistré";
        sheet.QuerySelector("nav a[href='../../mine']").ShouldNotBeNull();
        Page.Words(sheet.Body!.TextContent).ShouldContain(language == "en" ? "browser menu, then “Print”" : "menu du navigateur, puis « Imprimer »");
        var parts = sheet.QuerySelectorAll("main .perdu, main .vide, main input").ToList();
        if (parts.Count == 0) return;
        parts.Take(3).Select(part => part.ClassList.Contains("perdu")).ShouldBe([true, true, false]);
        parts.Take(2).ShouldAllBe(part => Page.Words(part.TextContent).StartsWith(lost, StringComparison.Ordinal) && part.TextContent.Contains("DOCX", StringComparison.Ordinal));
        sheet.QuerySelector("style")!.TextContent.ShouldContain("@media print { nav, .perdu { display: none; }", customMessage: "on screen only");
    }

    [GeneratedRegex(@"\((?<kind>DOCX|XLSX|HTML), (?<size>\d+) (ko|kB)\)")]
    private static partial Regex Said();

    [GeneratedRegex(@"^(## |- \[ \] |- |\?\? |\? |> |\|\+ \d+|\||= |\d+\. |)")]
    private static partial Regex Mark();
}

/// <summary>Alone with its clock, which it moves past every review date.</summary>
public sealed class OverdueEntryTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Fact]
    public async Task Says_when_an_entry_is_past_its_review_date()
    {
        app.Clock.Advance(TimeSpan.FromDays(500));
        var page = await app.Visitor().GoAsync("/en/next-steps/offer/one-page-policy");
        page.Main.ShouldContain("Review expected since");
        page.Main.ShouldContain("May 31, 2027");
        page.Main.ShouldContain("This step’s review date has passed");
    }
}
