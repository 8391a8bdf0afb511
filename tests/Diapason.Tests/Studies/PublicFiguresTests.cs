using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Diapason.Platform.Data;
using Diapason.Studies.Data;
using Diapason.Studies.Publishing;
using Diapason.Tables;
using Diapason.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

/// <summary>What anyone may read, at every public address: figures of one edition, the same everywhere, and no exact number of people.</summary>
public sealed class PublicFiguresTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private static readonly string[] Places =
    [
        "/fr", "/en", "/fr/programme", "/fr/portraits", "/fr/search?q=portrait", "/fr/portrait", "/en/portrait", "/fr/portrait?selon=status", "/fr/portrait?selon=subsector",
        "/fr/portrait?selon=region", "/fr/portrait?selon=ensemble", "/fr/portrait/ia-2026", "/fr/consultation/ia-2026", "/fr/privacy", "/fr/notebook", "/fr/next-steps",
    ];

    [Fact]
    public async Task No_public_address_holds_an_exact_number_of_people()
    {
        var exact = await ExactAsync();
        exact.Count.ShouldBeGreaterThan(25, "sizes of rows and bases, all between tens");
        var client = (await PublishedAsync()).Client;
        var seen = new List<(string Address, string Text)>();
        foreach (var place in Places) seen.Add((place, (await app.Visitor().GoAsync(place)).Main));
        foreach (var file in new[] { "/fr/portrait.json", "/en/portrait/ia-2026.json", "/en/portrait.csv", "/fr/portrait/ia-2026.csv" })
            seen.Add((file, await client.GetStringAsync(file, TestContext.Current.CancellationToken)));
        using var workbook = new MemoryStream(await client.GetByteArrayAsync("/en/portrait.xlsx", TestContext.Current.CancellationToken));
        seen.Add(("/en/portrait.xlsx", string.Join('\n', ReadSpreadsheet.Sheets(workbook).Sheets.SelectMany(s => s.Rows).SelectMany(r => r.Cells))));
        foreach (var (address, text) in seen)
            exact.Where(n => Says(text, n)).ShouldBeEmpty(address);
        Says("n = 1 181, base", 1181).ShouldBeTrue("the test knows how a number is written");
    }

    [Fact]
    public async Task Page_table_and_json_of_an_edition_agree_to_the_digit()
    {
        var visitor = await PublishedAsync();
        using var json = JsonDocument.Parse(await visitor.Client.GetStringAsync("/en/portrait.json", TestContext.Current.CancellationToken));
        var rows = json.RootElement.GetProperty("figures").EnumerateArray().ToList();
        var csv = ReadCsv.Rows(await visitor.Client.GetByteArrayAsync("/en/portrait.csv", TestContext.Current.CancellationToken), ',').Rows.Select(r => r.Cells).ToList();
        csv.Count.ShouldBe(rows.Count + 1);
        int At(string name) => csv[0].ToList().IndexOf(name);
        foreach (var (row, cells) in rows.Zip(csv.Skip(1)))
            foreach (var (name, column) in new[] { ("share", "weighted share"), ("n", "n"), ("edition", "edition"), ("standardError", "standard error"), ("designEffect", "design effect"), ("indicativeLow", "indicative lower bound") })
                cells[At(column)].ShouldBe(row.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal().ToString(CultureInfo.InvariantCulture) : "", name);
        foreach (var by in new[] { "status", "subsector", "region" })
        {
            var page = await visitor.GoAsync("/en/portrait?selon=" + by);
            foreach (var row in rows.Where(r => r.GetProperty("by").GetString() == by)) Shown(page, row);
        }
    }

    private static void Shown(Page page, JsonElement row)
    {
        var table = page.Document.QuerySelector("#f-" + row.GetProperty("figure").GetString())?.QuerySelectorAll("details tbody tr").Select(r => r.Children.Select(c => Page.Words(c.TextContent)).ToList());
        var cells = table?.SingleOrDefault(r => r[0] == Page.Words(row.GetProperty("segmentLabel").GetString()));
        if (row.GetProperty("hidden").GetBoolean())
        {
            cells?.Skip(1).ShouldAllBe(c => c == "hidden");
            return;
        }

        var said = row.GetProperty("cut").GetString() switch { "near_none" => "about 0%", "near_all" => "about 100%", _ => $"{row.GetProperty("share").GetDouble() * 100:0}%" };
        cells.ShouldNotBeNull()[1].TrimEnd('*').ShouldBe(said);
        cells[3].ShouldBe(row.GetProperty("nMost") is { ValueKind: JsonValueKind.Number } most ? $"{row.GetProperty("n").GetInt32()} to {most.GetInt32()}" : $"{row.GetProperty("n").GetInt32():N0}");
        cells[6].ShouldContain(row.GetProperty("edition").GetInt32().ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Every size and base ever looked at that rounding changes, and who is in each category now.</summary>
    private async Task<HashSet<int>> ExactAsync()
    {
        var states = await app.InScopeAsync(s => s.GetRequiredService<DiapasonDb>().EveryCouncil<StoredPublication>().Where(p => p.Number > 0).Select(p => p.RowStates).SingleAsync());
        var rows = StudiesJson.Read<List<RowMemory>>(states);
        return [.. rows.SelectMany(r => r.Refreshes.Select(x => x.Counted).Concat(r.Questions.SelectMany(q => q.Bases.Append(q.Counted)))).Where(n => n > 100 && n % 10 != 0)];
    }

    private static bool Says(string text, int n)
    {
        var digits = n < 1000 ? $"{n}" : $"{n / 1000}[ \u00a0\u202f,]?{n % 1000:000}";
        return Regex.IsMatch(text, $@"(?<![\d.,#-]){digits}(?![\d%-]|[.,]\d)", RegexOptions.None, TimeSpan.FromSeconds(5));
    }

    private async Task<Visitor> PublishedAsync()
    {
        var visitor = app.Visitor();
        for (var i = 0; i < 120 && (await visitor.GoAsync("/fr/portrait")).Document.QuerySelector("figure.figure") is null; i++) await Task.Delay(250, TestContext.Current.CancellationToken);
        return visitor;
    }
}
