using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Shouldly;
using Xunit;
using ZXing;
using ZXing.QrCode;

namespace Diapason.Tests.Consultations;

/// <summary>Posters lead where they say: the picture is read by another library than the one that draws it.</summary>
public sealed partial class PosterTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("fr", "", "Conseil des compétences en culture vous consulte", "Jusqu’au")]
    [InlineData("en", "?via=musees", "is asking you", "Until")]
    [InlineData("fr", "?via=inconnu", "Conseil des compétences en culture vous consulte", "Jusqu’au")]
    public async Task A_phone_reads_the_address_that_is_written_in_letters(string language, string via, string asks, string until)
    {
        var page = await app.Visitor().GoAsync($"/{language}/consultation/ia-2026/poster{via}");
        page.Main.ShouldContain(asks);
        page.Main.ShouldContain(until);
        var read = Read(page.Document.QuerySelector("main svg.qr")!.OuterHtml) ?? "";
        read.ShouldBe("http://localhost/consultation/ia-2026" + (via == "?via=musees" ? via : ""));
        TestKit.Page.Words(page.Document.QuerySelector(".adresse")!.TextContent).ShouldBe(read["http://".Length..]);
        page.Main.Contains("Association des musées (inventée)", StringComparison.Ordinal).ShouldBe(via == "?via=musees");
        // Whoever reads it arrives, in the language of their phone.
        var start = await app.Visitor().GoAsync(new Uri(read).PathAndQuery);
        start.Form("Commencer").ShouldNotBeNull();
        start.Main.Contains("Vous suivez un lien", StringComparison.Ordinal).ShouldBe(via == "?via=musees");
    }

    [Fact]
    public async Task A_council_named_in_addresses_has_its_own_on_its_posters()
    {
        var page = await app.Visitor().GoAsync("/fr/c/rivage/consultation/ia-2026/poster");
        Read(page.Document.QuerySelector("main svg.qr")!.OuterHtml).ShouldBe("http://localhost/c/rivage/consultation/ia-2026");
    }

    [Fact]
    public async Task An_association_is_given_posters_texts_and_a_letter_that_hold_its_own_address()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var give = await rfc.GoAsync($"/fr/manage/consultations/{(await app.CampaignAsync()).Id}/link/musees/give");
        give.Heading.ShouldBe("À donner à : Association des musées (inventée)");
        give.Document.QuerySelectorAll("main textarea").Select(text => text.TextContent).ShouldAllBe(text => text.Contains("/consultation/ia-2026?via=musees", StringComparison.Ordinal));
        give.Document.QuerySelectorAll("main textarea").Select(text => text.GetAttribute("lang")).ShouldBe(["fr", "en"]);
        var letter = Uri.UnescapeDataString(give.Link("Écrire la lettre en anglais"));
        letter.ShouldStartWith("mailto:musees@exemple.example?subject=");
        letter.ShouldContain("/en/consultation/ia-2026?via=musees");
        letter.ShouldContain("Hello,");
        foreach (var poster in new[] { "Affiche en français, papier lettre", "Affiche en anglais, papier A4" })
            (await rfc.GoAsync(give.Link(poster))).Main.ShouldContain("Association des musées (inventée)");
    }

    [Fact]
    public async Task The_posters_of_all_associations_are_one_page_and_their_addresses_one_file()
    {
        var (rfc, campaign) = (await app.SignedInAsync("rfc@culture.example"), (await app.CampaignAsync()).Id);
        var links = await rfc.GoAsync($"/fr/manage/consultations/{campaign}/links");
        var posters = await rfc.FollowAsync(links, "Imprimer toutes les affiches");
        var sheets = posters.Document.QuerySelectorAll("article.a-poser");
        sheets.Length.ShouldBeGreaterThan(1);
        var addresses = sheets.Select(sheet => Read(sheet.QuerySelector("svg.qr")!.OuterHtml)!).ToList();
        addresses.ShouldBeUnique();
        foreach (var (sheet, address) in sheets.Zip(addresses)) TestKit.Page.Words(sheet.QuerySelector(".adresse")!.TextContent).ShouldBe(address["http://".Length..]);
        posters.Document.QuerySelectorAll("[id]").Select(one => one.Id).ShouldBeUnique();
        posters.Document.QuerySelectorAll("h1").ShouldHaveSingleItem();
        (await rfc.FollowAsync(posters, "En anglais")).Main.ShouldContain("is asking you");
        (await rfc.FollowAsync(posters, "Papier A4")).Document.QuerySelectorAll("article.a4").Length.ShouldBe(sheets.Length);

        // The file holds the same addresses, and read back changes nothing.
        foreach (var kind in new[] { "CSV", "XLSX" })
        {
            var file = await rfc.Client.GetByteArrayAsync(links.Link($"Télécharger les liens et leurs adresses ({kind})"));
            using var table = new MemoryStream(file);
            var rows = (await ReadTable.RowsAsync(table, new TableLimits(1 << 20, 600, 50), CancellationToken.None)).Rows;
            rows[0].Cells[^1].ShouldBe("adresse");
            addresses.ShouldBeSubsetOf(rows.Skip(1).Select(row => row.Cells[^1]));
            var review = await rfc.SubmitAndStayAsync(links.Form("Lire le fichier").Attach("Fichier de liens", "liens." + kind.ToLowerInvariant(), file), "Lire le fichier");
            review.Document.QuerySelectorAll("[aria-labelledby=relire] tbody tr").ShouldAllBe(row => row.TextContent.Contains("Reste tel quel", StringComparison.Ordinal));
        }

        (await (await app.SignedInAsync("facilitator@culture.example")).PeekAsync(posters.Address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await app.SignedInAsync("administrator@culture.example")).PeekAsync(posters.Address.Replace("/fr/", "/fr/c/rivage/", StringComparison.Ordinal))).Status.ShouldBeOneOf(HttpStatusCode.Forbidden, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Whoever_makes_it_known_prints_the_poster_of_everyone()
    {
        var facilitator = await app.SignedInAsync("facilitator@culture.example");
        var share = await facilitator.GoAsync("/fr/manage/share");
        (await facilitator.GoAsync(share.Link("Affiche en français, papier A4"))).Document.QuerySelector("article.a4").ShouldNotBeNull();
        share.Html.ShouldNotContain("/links");
    }

    /// <summary>The squares of the drawing as a picture, eight points each, then read.</summary>
    private static string? Read(string svg)
    {
        const int Points = 8;
        var size = int.Parse(ViewBox().Match(svg).Groups[1].Value, CultureInfo.InvariantCulture) * Points;
        var light = Enumerable.Repeat((byte)255, size * size).ToArray();
        foreach (Match square in Square().Matches(svg))
        {
            var (x, y) = (int.Parse(square.Groups[1].Value, CultureInfo.InvariantCulture) * Points, int.Parse(square.Groups[2].Value, CultureInfo.InvariantCulture) * Points);
            for (var row = y; row < y + Points; row++) light.AsSpan((row * size) + x, Points).Clear();
        }

        var picture = new RGBLuminanceSource(light, size, size, RGBLuminanceSource.BitmapFormat.Gray8);
        return new QRCodeReader().decode(new BinaryBitmap(new ZXing.Common.HybridBinarizer(picture)))?.Text;
    }

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+) ")]
    private static partial Regex ViewBox();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h1v1h-1z")]
    private static partial Regex Square();
}
