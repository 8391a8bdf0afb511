using System.Net;
using System.Text;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>The whole offer leaves as a file and comes back; what would change is seen before it is agreed to; a kit loaded again leaves what the council wrote.</summary>
public sealed class OfferFileTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string There = "/fr/manage/offer/file";
    private const string See = "Voir ce qui changerait";
    private const string Agree = "Oui, changer l’offre";

    [Theory]
    [InlineData("offer.yaml")]
    [InlineData("offer.csv")]
    [InlineData("offer.xlsx")]
    public async Task What_leaves_comes_back_as_nothing_to_change(string name)
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var file = await rfc.Client.GetByteArrayAsync($"{There}/{name}", TestContext.Current.CancellationToken);
        var seen = await SendAsync(rfc, name, file);
        seen.Status.ShouldBe(HttpStatusCode.OK, seen.Main);
        seen.Main.ShouldContain("Rien ne change");
    }

    [Fact]
    public async Task A_table_of_two_columns_changes_those_and_adds_nothing_before_yes()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var seen = await SendAsync(rfc, "dates.csv", "code,review\nthree-piles,2098-05-01\n"u8.ToArray());
        seen.Main.ShouldContain("Étapes ajoutées : 0. Étapes changées : 1. Étapes sans changement : 0.");
        seen.Main.ShouldContain("1er mai 2098");
        (await app.Visitor().GoAsync("/fr/next-steps/offer/three-piles")).Main.ShouldNotContain("2098");
        (await rfc.SubmitAsync(seen.Form(Agree), Agree)).Main.ShouldContain("L’offre est à jour.");
        (await app.Visitor().GoAsync("/fr/next-steps/offer/three-piles")).Main.ShouldContain("2098");
        (await rfc.SubmitAsync(seen.Form(Agree), Agree)).Main.ShouldContain("L’offre est à jour.");
        var trail = await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail");
        trail.Main.ShouldContain("Offre importée d’un fichier");
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_row_and_field_and_nothing_is_written()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var refused = await SendAsync(rfc, "offre.csv", Encoding.UTF8.GetBytes("code;minutes;kind\npeer-hour;70;coach\none-page-policy;long;robot\n"));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var rows = refused.Document.QuerySelectorAll("tbody tr").Select(row => Page.Words(row.TextContent)).ToList();
        rows.ShouldContain(row => row.StartsWith("Ligne 3", StringComparison.Ordinal) && row.Contains("one-page-policy") && row.Contains("Durée") && row.Contains("Écrivez un nombre entier."));
        rows.ShouldContain(row => row.Contains("Genre") && row.Contains("robot"));
        refused.Document.QuerySelectorAll("button").ShouldNotContain(button => Page.Words(button.TextContent) == Agree);
        (await app.Visitor().GoAsync("/fr/next-steps/offer/peer-hour")).Main.ShouldNotContain("1 h 10");
    }

    [Fact]
    public async Task A_row_without_a_code_gets_one_words_stand_for_codes_and_what_is_not_named_is_listed()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        const string table = "code;kind;phase;minutes;format;price;review;title.fr;title.en;text.fr;text.en;develops;link.fr;link.en\n;outil de travail;Essayer et pratiquer;30;En ligne, en direct;Gratuit;2099-01-01;Venue du tableur;From the sheet;Un essai.;A trial.;limits:0-2;https://exemple.org;https://exemple.org\n";
        var seen = await SendAsync(rfc, "offre.csv", Encoding.UTF8.GetBytes(table));
        seen.Status.ShouldBe(HttpStatusCode.OK, seen.Main);
        seen.Main.ShouldContain("Ajoutée : Venue du tableur");
        seen.Document.QuerySelectorAll("details li").ShouldContain(line => line.TextContent.Contains("peer-hour"));
        seen.Link("Non, ne rien changer").ShouldBe(There);
        await rfc.SubmitAsync(seen.Form(Agree), Agree);
        (await app.Visitor().GoAsync("/fr/next-steps/offer/venue-du-tableur")).Main.ShouldContain("Outil de travail");
        (await SendAsync(rfc, "offre.csv", Encoding.UTF8.GetBytes(table))).Main.ShouldContain("Rien ne change");
    }

    [Fact]
    public async Task Saving_a_step_keeps_the_order_in_which_its_obstacles_are_said()
    {
        const string address = "/fr/manage/offer/entry/one-page-policy", reading = "/fr/next-steps/offer/one-page-policy";
        var rfc = await app.SignedInAsync("rfc@culture.example");
        async Task<List<string>> SaidAsync() => [.. (await rfc.GoAsync(reading)).Document.QuerySelectorAll("[aria-labelledby=t-eases] li").Select(line => Page.Words(line.TextContent))];
        // From a file, an order that is not that of the boxes.
        var boxes = (await rfc.GoAsync(address)).Document.QuerySelectorAll("input[name=answers]").Select(box => box.GetAttribute("value")!).ToList();
        var seen = await SendAsync(rfc, "offre.csv", Encoding.UTF8.GetBytes($"code;answers\none-page-policy;{boxes[3]} {boxes[0]} {boxes[2]}\n"));
        await rfc.SubmitAsync(seen.Form(Agree), Agree);
        var said = await SaidAsync();
        said.Count.ShouldBe(3);
        await rfc.SubmitAsync((await rfc.GoAsync(address)).Form("Enregistrer l’étape").Fill("Durée", "65"), "Enregistrer l’étape");
        (await SaidAsync()).ShouldBe(said);
        (await rfc.GoAsync(reading)).Main.ShouldContain("1 h 05");
    }

    [Theory]
    [InlineData("LIMITS")]
    [InlineData("limits:0-2")]
    [InlineData("FR")]
    [InlineData("EN")]
    public async Task What_a_step_develops_is_written_by_codes_or_by_names(string written)
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var form = (await rfc.GoAsync("/fr/manage/offer/entry/one-page-policy")).Form("Enregistrer l’étape").Element;
        // The words of the author's page: the competency's label, and what its list calls 0-2.
        string Label(string of) => Page.Words(form.QuerySelectorAll("label").First(l => l.GetAttribute("for") == of).TextContent);
        var select = form.QuerySelector("select[name='develops.limits']")!;
        var levels = Page.Words(select.QuerySelector("option[value='0-2']")!.TextContent);
        var english = (await rfc.GoAsync("/en/manage/offer/entry/one-page-policy")).Document;
        var (label, name) = (Label(select.Id!), Page.Words(english.QuerySelectorAll("label").First(l => l.GetAttribute("for") == select.Id).TextContent));
        var cell = written switch { "FR" => $"{label} : {levels}", "EN" => $"{name}:{Page.Words(english.QuerySelector("select[name='develops.limits'] option[value='0-2']")!.TextContent)}", _ => written };
        var seen = await SendAsync(rfc, "offre.csv", Encoding.UTF8.GetBytes($"code;develops;minutes\none-page-policy;\"{cell}\";{60 + written[0]}\n"));
        if (written == "LIMITS")
        {
            seen.Document.QuerySelectorAll("[aria-labelledby=faults] tbody tr").ShouldNotBeEmpty("neither a code nor a name");
            return;
        }

        await rfc.SubmitAsync(seen.Form(Agree), Agree);
        (await rfc.GoAsync("/fr/manage/offer/entry/one-page-policy")).Document.QuerySelector("select[name='develops.limits'] option[selected]")!.GetAttribute("value").ShouldBe("0-2");
    }

    [Fact]
    public async Task A_row_older_than_the_step_it_would_replace_says_so()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var taken = await rfc.Client.GetByteArrayAsync($"{There}/offer.csv", TestContext.Current.CancellationToken);
        await rfc.SubmitAsync((await rfc.GoAsync("/fr/manage/offer/entry/peer-hour")).Form("Enregistrer l’étape").Fill("Durée", "77"), "Enregistrer l’étape");
        var seen = await SendAsync(rfc, "offer.csv", taken);
        seen.Main.ShouldContain("cette étape a changé ici depuis que le fichier en est sorti");
        seen.Document.QuerySelectorAll("tbody th").Select(cell => Page.Words(cell.TextContent)).ShouldBe(["Durée"]);
    }

    [Fact]
    public async Task The_workbook_says_its_columns_and_their_values_in_words()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var (sheets, problem) = ReadSpreadsheet.Sheets(new MemoryStream(await rfc.Client.GetByteArrayAsync($"{There}/offer.xlsx", TestContext.Current.CancellationToken)));
        problem.ShouldBeNull();
        sheets.Select(sheet => sheet.Name).ShouldBe(["offer", "Légende"]);
        var rows = sheets[1].Rows.Select(row => Page.Words(string.Join('|', row.Cells))).ToList();
        rows.ShouldContain(row => row.StartsWith("kind|Genre|Kind|", StringComparison.Ordinal));
        rows.ShouldContain("format|||one_to_one|En tête-à-tête|One to one");
        foreach (var column in sheets[0].Rows[0].Cells) rows.ShouldContain(row => row.StartsWith(column + "|", StringComparison.Ordinal) && row.Split('|')[1].Length > 0, column);
    }

    [Fact]
    public async Task No_file_chosen_is_said_once_and_asks_for_no_place_to_correct()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var refused = await rfc.SubmitAndStayAsync((await rfc.GoAsync(There)).Form(See), See);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Choisissez un fichier."]);
        refused.Document.QuerySelectorAll("table").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("offre.csv", "code,titre\nx,y\n", "La colonne « titre » n’est pas une de celles de l’offre.")]
    [InlineData("offre.pdf", "x", "Déposez un fichier .xlsx, .csv ou .yaml.")]
    [InlineData("offre.yaml", "version: [\n", "À partir d’ici, ce n’est plus du YAML.")]
    [InlineData("offre.xlsx", "PK pas un classeur", "Ce fichier n’est pas ce que son nom annonce : déposez un fichier .xlsx, .csv ou .yaml.")]
    public async Task A_file_that_cannot_be_read_says_why(string name, string content, string message)
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var refused = await SendAsync(rfc, name, Encoding.UTF8.GetBytes(content));
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Main.ShouldContain(message);
    }

    [Fact]
    public async Task An_offer_changed_since_the_comparison_is_compared_again()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        var seen = await SendAsync(rfc, "dates.csv", "code,minutes\ntext-alternatives,35\n"u8.ToArray());
        await rfc.SubmitAsync((await rfc.GoAsync("/fr/manage/offer/entry/text-alternatives")).Form("Enregistrer l’étape").Fill("Durée", "40"), "Enregistrer l’étape");
        var late = await rfc.SubmitAndStayAsync(seen.Form(Agree), Agree);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Main.ShouldContain("Quelqu’un a changé l’offre depuis cette comparaison.");
        (await rfc.SubmitAsync(late.Form(Agree), Agree)).Main.ShouldContain("L’offre est à jour.");
    }

    [Fact]
    public async Task A_kit_loaded_again_leaves_what_the_council_wrote_until_asked()
    {
        var rfc = await app.SignedInAsync("rfc@culture.example");
        const string address = "/fr/manage/offer/entry/where-is-ai";
        await rfc.SubmitAsync((await rfc.GoAsync(address)).Form("Enregistrer l’étape").Fill("Titre (français)", "Où est-elle?"), "Enregistrer l’étape");
        await rfc.SubmitAsync(KeepOfferTests.Filled((await rfc.GoAsync("/fr/manage/offer/entry")).Form("Enregistrer l’étape"), "La nôtre"), "Enregistrer l’étape");
        (await LoadAsync(new KitManner())).Done.ShouldContain(line => line.Contains("where-is-ai") && line.Contains("--replace-edited"));
        (await app.Visitor().GoAsync("/fr/next-steps/offer/where-is-ai")).Heading.ShouldBe("Où est-elle?");
        await LoadAsync(new KitManner(ReplacesEdits: true));
        (await app.Visitor().GoAsync("/fr/next-steps/offer/where-is-ai")).Heading.ShouldBe("Où est l’IA dans ma journée?");
        (await app.Visitor().GoAsync("/fr/next-steps/offer/la-notre")).Heading.ShouldBe("La nôtre");
    }

    private async Task<KitOutcome.Loaded> LoadAsync(KitManner manner)
    {
        Languages.Use(Languages.French);
        return (await app.InScopeAsync(s => s.GetRequiredService<LoadKit>().RunAsync(DemonstrationKit.Folder, manner, TestContext.Current.CancellationToken))).ShouldBeOfType<KitOutcome.Loaded>();
    }

    private static async Task<Page> SendAsync(Visitor visitor, string name, byte[] file) =>
        await visitor.SubmitAndStayAsync((await visitor.GoAsync(There)).Form(See).Attach("Fichier de l’offre", name, file), See);
}
