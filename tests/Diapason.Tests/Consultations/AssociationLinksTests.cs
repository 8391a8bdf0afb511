using System.Net;
using System.Text;
using Diapason.Consultations.Exports;
using Diapason.Consultations.Reaching;
using Diapason.Platform.Kits;
using Diapason.Tables;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Consultations;

/// <summary>Each association has its link: kept by hand or by a file, followed by people who are told, and kept with their answers as one word.</summary>
public sealed class AssociationLinksTests : IAsyncLifetime
{
    private const string Rfc = "rfc@culture.example";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly DiapasonApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task An_association_is_added_its_link_followed_and_kept_with_the_answers()
    {
        var rfc = await _app.SignedInAsync(Rfc);
        var links = await AddAsync(rfc, "Réseau des musées d’essai", "reseau");
        links.Main.ShouldContain("Le lien de « Réseau des musées d’essai » est ajouté.");
        var address = TestKit.Page.Words(links.Document.QuerySelectorAll("main tbody tr").Single(row => row.TextContent.Contains("Réseau des musées d’essai", StringComparison.Ordinal)).QuerySelector("code")!.TextContent);
        address.ShouldEndWith("/consultation/ia-2026?via=reseau");

        var visitor = _app.Visitor();
        var start = await visitor.GoAsync(new Uri(address).PathAndQuery);
        start.Main.ShouldContain("Vous suivez un lien : Réseau des musées d’essai");
        // Forgetting to agree keeps the link.
        start = await visitor.SubmitAsync(start.Form("Commencer"), "Commencer");
        start.Errors.ShouldNotBeEmpty();
        await visitor.SubmitAsync(start.Form("Commencer").Choose(Answering.Agree), "Commencer");
        (await _app.CountAsync("source = 'reseau'")).ShouldBe(1);
        (await visitor.GoAsync(Answering.Start + "/mine")).Main.ShouldContain("venues par un lien d’association : Réseau des musées d’essai");
        // The first link wins.
        await AddAsync(rfc, "Autre réseau d’essai", "autre");
        await visitor.GoAsync(Answering.Start + "?via=autre");
        (await _app.CountAsync("source = 'reseau'")).ShouldBe(1);
        (await _app.CountAsync("source = 'autre'")).ShouldBe(0);
    }

    [Theory]
    [InlineData("inconnu")]
    [InlineData("<script>")]
    [InlineData("")]
    public async Task An_unknown_code_opens_the_consultation_and_marks_nothing(string code)
    {
        var visitor = _app.Visitor();
        var start = await visitor.GoAsync($"{Answering.Start}?via={Uri.EscapeDataString(code)}");
        start.Status.ShouldBe(HttpStatusCode.OK);
        start.Main.ShouldNotContain("Vous suivez un lien");
        await visitor.SubmitAsync(start.Form("Commencer").Choose(Answering.Agree).Forge("via", code), "Commencer");
        (await _app.CountAsync("source IS NOT NULL")).ShouldBe(0);
        (await _app.CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task Who_would_rather_not_be_counted_with_a_link_answers_without_it()
    {
        await AddAsync(await _app.SignedInAsync(Rfc), "Réseau d’essai", "reseau");
        var visitor = _app.Visitor();
        var start = await visitor.FollowAsync(await visitor.GoAsync(Answering.Start + "?via=reseau"), "Répondre sans que ce lien soit gardé");
        await visitor.SubmitAsync(start.Form("Commencer").Choose(Answering.Agree), "Commencer");
        (await _app.CountAsync("source IS NOT NULL")).ShouldBe(0);
    }

    [Fact]
    public async Task A_retired_link_still_leads_there_and_marks_no_answer()
    {
        var rfc = await _app.SignedInAsync(Rfc);
        var links = await AddAsync(rfc, "Réseau d’essai", "reseau");
        var edit = await rfc.FollowAsync(links, "Réseau d’essai");
        (await rfc.SubmitAsync(edit.Form("Retirer ce lien"), "Retirer ce lien")).Main.ShouldContain("Le lien de « Réseau d’essai » est retiré.");
        var start = await _app.Visitor().GoAsync(Answering.Start + "?via=reseau");
        start.Main.ShouldNotContain("Vous suivez un lien");
        start.Form("Commencer").ShouldNotBeNull();
        edit = await rfc.FollowAsync(await rfc.GoAsync(await LinksAddressAsync()), "Réseau d’essai");
        await rfc.SubmitAsync(edit.Form("Remettre ce lien"), "Remettre ce lien");
        (await _app.Visitor().GoAsync(Answering.Start + "?via=RESEAU")).Main.ShouldContain("Vous suivez un lien : Réseau d’essai");
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_its_field_and_what_was_typed_stays()
    {
        var rfc = await _app.SignedInAsync(Rfc);
        await AddAsync(rfc, "Réseau d’essai", "reseau");
        var page = await rfc.GoAsync((await LinksAddressAsync())[..^1]);
        page = await rfc.SubmitAsync(page.Form("Enregistrer le lien").Fill("Association", "Réseau d’essai").Fill("Code du lien (facultatif)", "Été !").Fill("Courriel (facultatif)", "quelqu’un"), "Enregistrer le lien");
        page.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Errors.Count.ShouldBe(3);
        page.Form("Enregistrer le lien").Value("Association").ShouldBe("Réseau d’essai");
    }

    [Fact]
    public async Task Two_people_never_overwrite_each_other_unseen()
    {
        var rfc = await _app.SignedInAsync(Rfc);
        var links = await AddAsync(rfc, "Réseau d’essai", "reseau");
        var (mine, theirs) = (await rfc.FollowAsync(links, "Réseau d’essai"), await rfc.FollowAsync(links, "Réseau d’essai"));
        await rfc.SubmitAsync(theirs.Form("Enregistrer le lien").Fill("Note (facultatif)", "Infolettre le mardi"), "Enregistrer le lien");
        var lost = await rfc.SubmitAsync(mine.Form("Enregistrer le lien").Fill("Note (facultatif)", "Infolettre le jeudi"), "Enregistrer le lien");
        lost.Status.ShouldBe(HttpStatusCode.Conflict);
        lost.Main.ShouldContain("Infolettre le mardi");
        lost.Form("Enregistrer le lien").Value("Note (facultatif)").ShouldBe("Infolettre le jeudi");
        (await rfc.SubmitAsync(lost.Form("Enregistrer le lien"), "Enregistrer le lien")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_same_code_added_twice_at_once_is_added_once_and_the_other_is_told()
    {
        var people = new[] { await _app.SignedInAsync(Rfc), await _app.SignedInAsync(AccountsVisits.Analyst) };
        var pages = new List<(Visitor Who, TestKit.Page Page)>();
        foreach (var who in people) pages.Add((who, await who.FollowAsync(await who.GoAsync(await LinksAddressAsync()), "Ajouter une association")));
        var answers = await Task.WhenAll(pages.Select((p, i) => p.Who.SubmitAndStayAsync(p.Page.Form("Enregistrer le lien").Fill("Association", $"Réseau {i} d’essai").Fill("Code du lien (facultatif)", "meme"), "Enregistrer le lien")));
        answers.Count(answer => answer.Status == HttpStatusCode.SeeOther).ShouldBe(1);
        answers.Single(answer => answer.Status != HttpStatusCode.SeeOther).Status.ShouldBeOneOf(HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_file_adds_and_changes_reads_back_as_nothing_and_is_refused_whole_by_its_lines()
    {
        var rfc = await _app.SignedInAsync(Rfc);
        var address = await LinksAddressAsync();
        // Nothing is written before it is seen, address included.
        var page = await rfc.GoAsync(address);
        page = await rfc.SubmitAndStayAsync(page.Form("Lire le fichier").Attach("Fichier de liens", "liens.csv", Encoding.UTF8.GetBytes("nom,personne\nRéseau d’Abitibi-Témiscamingue,\n")), "Lire le fichier");
        page.Main.ShouldContain("?via=reseau-abitibi-temiscamingue");
        page.Main.ShouldContain("Serait ajouté");
        (await rfc.GoAsync(address)).Main.ShouldNotContain("Abitibi");
        var done = await SendFileAsync(rfc, "name,contact,reaches,retired\nRéseau un d’essai,Personne Exemple,region:gaspesie,\nRéseau deux d’essai,,,1\n");
        done.Main.ShouldContain("liens ajoutés, 2; liens changés, 0");
        done.Main.ShouldContain("Personne Exemple");
        var file = await rfc.Client.GetStringAsync(address + ".csv", Cancel);
        file.TrimStart('\uFEFF').ShouldStartWith("code;nom;personne;courriel;rejoint;note;retiré");
        (await rfc.Client.GetStringAsync(address.Replace("/fr/", "/en/", StringComparison.Ordinal) + ".csv", Cancel)).TrimStart('\uFEFF').ShouldStartWith("code,name,contact,email,reaches,note,retired");
        (await SendFileAsync(rfc, file)).Main.ShouldContain("liens ajoutés, 0; liens changés, 0");
        var refused = await SendFileAsync(rfc, "name,email\nRéseau trois d’essai,\nRéseau quatre d’essai,nulle part\n,\n");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldContain(error => error.StartsWith("Ligne 3 :"));
        refused.Main.ShouldNotContain("Réseau trois");
        (await SendFileAsync(rfc, "intitulé\nRéseau\n")).Errors.ShouldContain(error => error.Contains("« intitulé » n’est pas connue"));
    }

    [Fact]
    public async Task The_file_of_answers_names_a_link_from_ten_answers_on()
    {
        var rfc = await _app.SignedInAsync(Rfc);
        await AddAsync(rfc, "Grand réseau d’essai", "grand");
        await AddAsync(rfc, "Petit réseau d’essai", "petit");
        await _app.OthersSendAsync(3, "petit");
        await _app.OthersSendAsync(40, "grand");
        (await _app.CountAsync("source = 'petit'")).ShouldBe(3);
        var analyst = await _app.SignedInAsync(AccountsVisits.Analyst);
        var table = ReadCsv.Rows(await analyst.Client.GetStringAsync($"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}/answers.csv", Cancel)).Rows;
        var at = table[0].Cells.ToList().IndexOf(AnswerTables.Source);
        var counted = await _app.CountAsync("source = 'grand' AND sequence IS NOT NULL");
        table.Count(row => row.Cells[at] == "grand").ShouldBe((int)counted);
        counted.ShouldBeGreaterThan(9);
        table.ShouldNotContain(row => row.Cells[at] == "petit");
    }

    [Fact]
    public void Those_left_without_a_name_are_never_so_few_that_they_have_one()
    {
        NamedSources.Of([.. Many("a", 30), .. Many("b", 12), .. Many("c", 4)]).ShouldBe(["a"], ignoreOrder: true, "four alone would be those of c");
        NamedSources.Of([.. Many("a", 30), .. Many("b", 12), .. Many("c", 4), .. Many(null, 6)]).ShouldBe(["a", "b"], ignoreOrder: true);
        NamedSources.Of([.. Many("a", 30), .. Many("b", 12)]).ShouldBe(["a", "b"], ignoreOrder: true);
        NamedSources.Of(Many("c", 4)).ShouldBeEmpty();
        static IEnumerable<string?> Many(string? source, int answers) => Enumerable.Repeat(source, answers);
    }

    [Theory]
    [InlineData("Culture Rivage", "culture-rivage")]
    [InlineData("Société des musées et des œuvres du Québec", "societe-musees-oeuvres")]
    [InlineData("Réseau d’Abitibi-Témiscamingue", "reseau-abitibi-temiscamingue")]
    [InlineData("Regroupement interprofessionnel de la relève", "regroupement-releve")]
    [InlineData("協会", "lien")]
    public void A_code_is_made_of_the_name(string name, string code)
    {
        LinkCodes.From(name, new HashSet<string>()).ShouldBe(code);
        LinkCodes.From(name, new HashSet<string> { code }).ShouldBe(code + "-2");
    }

    [Fact]
    public async Task The_kits_links_reach_groups_that_have_names_and_stay_as_the_council_made_them()
    {
        var rfc = await _app.SignedInAsync(Rfc);
        var page = await rfc.GoAsync(await LinksAddressAsync());
        for (var looks = 0; looks < 240 && !page.Main.Contains("Musées", StringComparison.Ordinal); looks++)
        {
            await Task.Delay(250, Cancel);
            page = await rfc.GoAsync(await LinksAddressAsync());
        }

        var row = page.Document.QuerySelectorAll("main tbody tr").Single(r => r.TextContent.Contains("Association des musées (inventée)", StringComparison.Ordinal));
        TestKit.Page.Words(row.QuerySelectorAll("td")[0].TextContent).ShouldBe("Patrimoine, Musées");
        var edit = await rfc.FollowAsync(page, "Association des musées (inventée)");
        edit = await rfc.SubmitAsync(edit.Form("Enregistrer le lien").Fill("Association", "Musées réunis").Choose("Arts visuels", "Elle rejoint : Sous-secteur (facultatif)"), "Enregistrer le lien");
        edit.Main.ShouldContain("Le lien de « Musées réunis » est enregistré.");
        await _app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(Path.Combine(DemonstrationKit.Folder), default));
        (await rfc.GoAsync(await LinksAddressAsync())).Main.ShouldContain("Musées réunis");
    }

    [Fact]
    public async Task Strangers_and_other_roles_do_not_keep_links()
    {
        (await _app.Visitor().GoAsync(await LinksAddressAsync())).Address.ShouldContain("sign-in");
        (await (await _app.SignedInAsync("facilitator@culture.example")).GoAsync(await LinksAddressAsync())).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await _app.SignedInAsync(Rfc)).GoAsync($"/fr/manage/consultations/{Guid.CreateVersion7()}/links")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> LinksAddressAsync() => $"/fr/manage/consultations/{(await _app.CampaignAsync()).Id}/links";

    private async Task<TestKit.Page> AddAsync(Visitor rfc, string name, string code)
    {
        var page = await rfc.FollowAsync(await rfc.GoAsync(await LinksAddressAsync()), "Ajouter une association");
        return await rfc.SubmitAsync(page.Form("Enregistrer le lien").Fill("Association", name).Fill("Code du lien (facultatif)", code), "Enregistrer le lien");
    }

    private async Task<TestKit.Page> SendFileAsync(Visitor rfc, string text)
    {
        var page = await rfc.GoAsync(await LinksAddressAsync());
        page = await rfc.SubmitAndStayAsync(page.Form("Lire le fichier").Attach("Fichier de liens", "liens.csv", Encoding.UTF8.GetBytes(text)), "Lire le fichier");
        return page.Status == HttpStatusCode.OK ? await rfc.SubmitAsync(page.Form("Enregistrer ces liens"), "Enregistrer ces liens") : page;
    }
}
