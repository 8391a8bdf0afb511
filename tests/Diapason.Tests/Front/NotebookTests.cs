using System.Net;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Consultations;
using Diapason.Tests.Learning;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Front;

/// <summary>Mon carnet holds what this device holds, and never writes a code beside an account.</summary>
public sealed class NotebookTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    [Theory]
    [InlineData("/fr/notebook", "Votre carnet est vide sur cet appareil")]
    [InlineData("/en/notebook", "Your notebook is empty on this device")]
    public async Task An_empty_notebook_says_what_it_is_for_and_where_to_begin(string address, string heading)
    {
        var page = await app.Visitor().GoAsync(address);
        page.Heading.ShouldBe(heading);
        page.Document.QuerySelectorAll("main ul.pages a").Length.ShouldBeGreaterThanOrEqualTo(4);
        page.Document.QuerySelectorAll("main form").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_draft_waits_in_the_notebook_with_its_code_and_leads_back_to_its_page()
    {
        var visitor = app.Visitor();
        await visitor.BeginAsync();
        var page = await visitor.GoAsync("/fr/notebook");
        page.Heading.ShouldBe("Votre carnet");
        page.Code().ShouldNotBeEmpty();
        var resumed = await visitor.GoAsync(Act(page, "Reprendre où vous étiez"));
        resumed.Address.ShouldContain("/consultation/ia-2026/p/");
    }

    [Fact]
    public async Task A_receipt_and_a_path_are_filed_there_too()
    {
        var visitor = app.Visitor();
        var receipt = await visitor.SendOneAnswerAsync();
        await Walk.ToStepsAsync(visitor);
        var page = await visitor.GoAsync("/fr/notebook");
        page.CodeOf("REÇU-").ShouldBe(receipt.Receipt());
        page.CodeOf("REPRISE-").ShouldBe(receipt.CodeOf("REPRISE-"), "the receipt opens nothing");
        page.Main.ShouldContain("Ce reçu prouve seulement");
        (await visitor.GoAsync(Act(page, "Voir votre reçu"))).Receipt().ShouldBe(receipt.Receipt());
        Walk.Steps(await visitor.GoAsync(Act(page, "Revoir mes étapes"))).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Emptied_it_holds_nothing_and_the_codes_still_open()
    {
        var visitor = app.Visitor();
        var sent = await visitor.SendOneAnswerAsync();
        var code = sent.CodeOf("REPRISE-");
        await Walk.ToStepsAsync(visitor);
        var asked = await visitor.FollowAsync(await visitor.GoAsync("/fr/notebook"), "Vider ce carnet");
        asked.Heading.ShouldBe("Vider votre carnet?");
        asked.CodeOf("REPRISE-").ShouldBe(code);
        asked.CodeOf("REÇU-").ShouldBe(sent.Receipt());
        asked.Main.ShouldContain("Cet appareil n’en a pas le code", customMessage: "the path is under no code");
        (await visitor.FollowAsync(asked, "Garder mon carnet")).CodeOf("REPRISE-").ShouldBe(code, "nothing is forgotten by asking");
        var emptied = await visitor.SubmitAsync(asked.Form(), "Vider ce carnet");
        emptied.Main.ShouldContain("C’est fait : cet appareil ne garde plus rien de vous.");
        emptied.Heading.ShouldBe("Votre carnet est vide sur cet appareil");
        emptied.Main.ShouldNotContain(code);
        var resume = await visitor.GoAsync("/fr/consultation/resume");
        (await visitor.SubmitAsync(resume.Form().Forge("code", code))).Address.ShouldEndWith("/consultation/ia-2026/receipt");
    }

    [Fact]
    public async Task An_empty_notebook_has_nothing_to_forget() => (await app.Visitor().GoAsync("/en/notebook/empty")).Address.ShouldBe("/en/notebook");

    [Fact]
    public async Task Each_kind_of_code_has_its_page_there()
    {
        var links = (await app.Visitor().GoAsync("/fr/notebook")).Document.QuerySelectorAll("[aria-labelledby=code] a").Select(a => a.GetAttribute("href")).ToList();
        links.ShouldBe(["/fr/consultation/resume", "/fr/consultation/verify", "/fr/next-steps/resume", "/fr/learning/code", "/fr/workshops/code"]);
        links.Count.ShouldBe(app.Services.GetServices<CodeKind>().Count());
    }

    [Fact]
    public async Task A_kept_path_is_held_by_the_device_only_when_asked_and_opens_from_it()
    {
        var visitor = app.Visitor();
        var steps = await Walk.ToStepsAsync(visitor);
        var kept = await visitor.SubmitAsync(steps.Form("Garder sous un code"), "Garder sous un code");
        var code = kept.Code();
        (await visitor.GoAsync("/fr/notebook")).Main.ShouldNotContain(code);
        var notebook = await visitor.SubmitAsync(kept.Form("Garder dans mon carnet"), "Garder dans mon carnet");
        notebook.Main.ShouldContain(code);
        var opened = await visitor.GoAsync("/fr/next-steps/kept");
        Walk.Steps(opened).ShouldBe(Walk.Steps(steps));
        (await app.Visitor().GoAsync("/fr/next-steps/kept")).Address.ShouldBe("/fr/next-steps/resume");
    }

    [Fact]
    public async Task Another_councils_notebook_does_not_hold_it()
    {
        var visitor = app.Visitor();
        await visitor.BeginAsync();
        (await visitor.GoAsync("/fr/c/rivage/notebook")).Heading.ShouldBe("Votre carnet est vide sur cet appareil");
    }

    [Fact]
    public async Task No_code_is_written_where_somebody_is_signed_in()
    {
        var visitor = app.Visitor();
        var sent = await visitor.SendOneAnswerAsync();
        var (receipt, key) = (Answering.WithoutWord(sent.Receipt()), Answering.WithoutWord(sent.CodeOf("REPRISE-")));
        await Walk.ToStepsAsync(visitor);
        (await visitor.GoAsync("/fr/notebook")).Html.ShouldContain(receipt);
        var landed = await visitor.SignInAsync("person@culture.example");
        landed.Address.ShouldBe("/fr/notebook");
        landed.Main.ShouldContain("Réponse envoyée");
        foreach (var address in new[] { "/fr/notebook", "/en/notebook", "/fr/notebook/empty", "/fr/", "/fr/account" })
            foreach (var code in new[] { receipt, key })
                (await visitor.GoAsync(address)).Html.ShouldNotContain(code, customMessage: address);
        (await visitor.GoAsync("/fr/notebook/empty")).Main.ShouldContain("fermez d’abord votre session");
        landed.Document.QuerySelectorAll("strong.code").ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_given_while_signed_in_is_not_joined_to_the_account()
    {
        var visitor = await app.SignedInAsync("rfc@culture.example");
        var code = Answering.WithoutWord((await visitor.SendOneAnswerAsync()).Code());
        await visitor.GoAsync("/fr/notebook");
        var steps = await Walk.ToStepsAsync(visitor);
        await visitor.SubmitAsync(steps.Form("Garder sous un code"), "Garder sous un code");
        var account = await ScalarAsync("SELECT id FROM accounts_user WHERE email = 'rfc@culture.example'");
        foreach (var table in await ColumnsAsync("consultations_", "needs_"))
            (await ScalarAsync($"SELECT COUNT(*) FROM {table.Table} WHERE CAST({table.Column} AS text) LIKE '%{account}%' OR CAST({table.Column} AS text) LIKE '%rfc@culture.example%'")).ShouldBe("0", $"{table.Table}.{table.Column}");
        // Nor does the account, its trail or a message to come speak of an answer.
        var column = TestDatabase.IsPostgres ? "upper(CAST({0} AS text))" : "hex({0})";
        var last = Convert.ToHexString(Diapason.Platform.Security.SecretCode.Hash(code));
        foreach (var table in await ColumnsAsync("accounts_", "platform_"))
            (await ScalarAsync($"SELECT COUNT(*) FROM {table.Table} WHERE {string.Format(System.Globalization.CultureInfo.InvariantCulture, column, table.Column)} LIKE '%{last}%'")).ShouldBe("0", $"{table.Table}.{table.Column}");
    }

    [Fact]
    public async Task A_registration_from_the_device_that_answered_is_not_joined_to_the_answer()
    {
        var visitor = app.Visitor();
        var answer = Answering.WithoutWord((await visitor.SendOneAnswerAsync()).Code());
        await app.OpenedAsync("Du même appareil");
        var place = (await visitor.SubmitAsync(PlacesVisits.Filled(await visitor.GoAsync("/fr/learning/du-meme-appareil/sign-up"), "meme@people.example", "Même Appareil"))).Code();
        var column = TestDatabase.IsPostgres ? "upper(CAST({0} AS text))" : "hex({0})";
        var (answered, registered) = (Hash(answer), Hash(Answering.WithoutWord(place)));
        foreach (var table in await ColumnsAsync("learning_", "platform_", "accounts_")) (await CountAsync(table, column, answered)).ShouldBe("0", $"{table.Table}.{table.Column}");
        foreach (var table in await ColumnsAsync("consultations_", "needs_", "studies_"))
        {
            (await CountAsync(table, column, registered)).ShouldBe("0", $"{table.Table}.{table.Column}");
            (await CountAsync(table, "CAST({0} AS text)", "meme@people.example")).ShouldBe("0", $"{table.Table}.{table.Column}");
            (await CountAsync(table, "CAST({0} AS text)", "Même Appareil")).ShouldBe("0", $"{table.Table}.{table.Column}");
        }
    }

    private static string Hash(string code) => Convert.ToHexString(SecretCode.Hash(code));

    private Task<string> CountAsync((string Table, string Column) table, string column, string wanted) =>
        ScalarAsync($"SELECT COUNT(*) FROM {table.Table} WHERE {string.Format(System.Globalization.CultureInfo.InvariantCulture, column, table.Column)} LIKE '%{wanted}%'");

    private static string Act(Page page, string act) =>
        page.Document.QuerySelectorAll("main a.bouton").Single(a => Page.Words(a.TextContent).StartsWith(act, StringComparison.Ordinal)).GetAttribute("href")!;

    private async Task<string> ScalarAsync(string sql)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command(sql);
        return Convert.ToString(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture)!;
    }

    private async Task<List<(string Table, string Column)>> ColumnsAsync(params string[] prefixes)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command(TestDatabase.IsPostgres
            ? "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = current_schema()"
            : "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table'");
        await using var reader = await command.ExecuteReaderAsync();
        var columns = new List<(string, string)>();
        while (await reader.ReadAsync())
            if (prefixes.Any(prefix => reader.GetString(0).StartsWith(prefix, StringComparison.Ordinal))) columns.Add((reader.GetString(0), reader.GetString(1)));
        columns.Count.ShouldBeGreaterThan(10);
        return columns;
    }
}
