using System.Diagnostics;
using System.Text;
using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace Diapason.EndToEnd;

/// <summary>What people print, read back by Debian's pdftotext: who asks and where, tables, nothing cut in two, no sheet nearly blank.</summary>
public sealed class PrintTests(Browsing browsing) : IClassFixture<Browsing>
{
    private const string Council = "Conseil des compétences en culture";
    private const string Consultation = "L’IA dans mon travail culturel";
    private const int FewestWords = 60;

    [Fact]
    public async Task A_portrait_says_who_asks_and_where_holds_its_tables_and_leaves_no_sheet_nearly_blank()
    {
        await using var person = await browsing.PersonAsync();
        var page = await person.NewPageAsync();
        // The first portrait is computed after the start.
        await page.GotoAsync("/fr/portrait");
        for (var asked = 0; asked < 300 && await page.Locator(".figure table").CountAsync() == 0; asked++) await page.ReloadAsync();
        var tables = await page.Locator(".figure table").CountAsync();
        tables.ShouldBeGreaterThan(4);
        var sheets = await PrintAsync(page);
        ShouldSayWho(sheets);
        sheets[0].ShouldContain("Ce qui change", customMessage: "the first figure stands on the first sheet");
        sheets.Count.ShouldBeInRange(6, 14);
        sheets.Index().Where(sheet => sheet.Item.Split(' ').Length < FewestWords).ShouldBeEmpty();
        sheets.Sum(sheet => sheet.Split("Fiabilité").Length - 1).ShouldBeGreaterThanOrEqualTo(tables);
        string.Join(' ', sheets).ShouldNotContain("Télécharger", customMessage: "nothing to press on paper");
    }

    [Fact]
    public async Task A_path_says_who_asks_and_where_and_cuts_no_step_in_two()
    {
        await using var person = await browsing.PersonAsync();
        var page = await person.NewPageAsync();
        await page.GotoAsync("/fr/next-steps/quick");
        await AnswerAsync(page);
        await page.PressAsync("Continuer");
        await AnswerAsync(page);
        await page.PressAsync("Voir mes prochaines étapes");
        var steps = await page.Locator("ol.ligne > li:has(.papier)").EvaluateAllAsync<string[]>("all => all.map(li => li.querySelector('h3').textContent.trim() + '|' + [...li.querySelectorAll('.papier')].at(-1).textContent.trim())");
        steps.Length.ShouldBeGreaterThan(2);
        var sheets = await PrintAsync(page);
        ShouldSayWho(sheets);
        foreach (var step in steps.Select(step => Plain(step).Split('|')))
            sheets.ShouldContain(sheet => sheet.Contains(step[0]) && sheet.Replace(" ", "").Contains(step[1]), $"« {step[0]} » and its address stand on one sheet");
        sheets.Count.ShouldBeLessThanOrEqualTo(5);
    }

    [Fact]
    public async Task A_receipt_is_one_sheet_that_says_who_asks_where_of_which_consultation_and_both_codes()
    {
        await using var person = await browsing.PersonAsync();
        var page = await person.NewPageAsync();
        await page.StartAsync("/fr/");
        await page.Locator("main input[type=radio]").First.CheckAsync(new() { Force = true });
        await page.PressAsync("Continuer");
        await page.SkipUntilAsync("/check");
        await page.PressAsync("Envoyer mes réponses");
        var codes = await page.Locator("main .code-garde").AllInnerTextsAsync();
        codes.Count.ShouldBe(2);
        var sheet = (await PrintAsync(page)).ShouldHaveSingleItem();
        ShouldSayWho([sheet]);
        sheet.ShouldContain(Consultation);
        foreach (var code in codes) sheet.Replace(" ", "").ShouldContain(Plain(code).Replace(" ", ""));
    }

    private void ShouldSayWho(List<string> sheets)
    {
        sheets[0].ShouldStartWith("CC " + Council);
        sheets[0].ShouldContain(browsing.Server.Address + "fr");
    }

    private static async Task AnswerAsync(IPage page)
    {
        foreach (var group in (await page.Locator("main input[type=radio]").EvaluateAllAsync<string[]>("all => all.map(i => i.name)")).Distinct())
            await page.Locator($"main input[name=\"{group}\"]").First.CheckAsync(new() { Force = true });
    }

    private static async Task<List<string>> PrintAsync(IPage page)
    {
        var file = Path.GetTempFileName();
        try
        {
            await page.PdfAsync(new() { Path = file, PreferCSSPageSize = true });
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-enc", "UTF-8", file, "-"]) { UseShellExecute = false, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
            var text = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            reader.ExitCode.ShouldBe(0);
            // Each sheet ends with a form feed.
            return [.. text.Split('\f')[..^1].Select(Plain)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
