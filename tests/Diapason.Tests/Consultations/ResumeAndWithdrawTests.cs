using Diapason.Consultations.Contracts;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

public sealed class ResumeAndWithdrawTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string Field = "Code de reprise";

    [Fact]
    public async Task Save_and_quit_shows_a_code_that_brings_the_person_back_on_another_device()
    {
        var phone = app.Visitor();
        var page = await phone.BeginAsync();
        var saved = await phone.SubmitAsync(page.Form("Continuer").Choose("Je travaille à mon compte").Forge("act", "quit"), "Continuer");
        saved.Heading.ShouldBe("Vos réponses sont enregistrées");
        saved.Main.ShouldContain("Elles ne sont pas encore envoyées ni comptées.");
        var computer = app.Visitor();
        var resumed = await ResumeAsync(computer, saved.Code().ToLowerInvariant().Replace('-', ' '));
        resumed.Address.ShouldEndWith("/p/situation", customMessage: "a page left before its end is not passed");
        resumed.Form("Continuer").Submission("Continuer").Fields.ShouldContain(new KeyValuePair<string, string>("status", "self_employed"));
    }

    [Fact]
    public async Task A_slip_of_the_hand_is_told_from_a_code_nobody_holds()
    {
        var visitor = app.Visitor();
        var code = (await visitor.BeginAsync()).Code();
        var slip = code[..^1] + (code[^1] == '0' ? '1' : '0');
        var mistyped = await ResumeAsync(visitor, slip);
        mistyped.Errors.ShouldHaveSingleItem().ShouldContain("un signe manque");
        var unknown = await ResumeAsync(visitor, SecretCode.New());
        unknown.Errors.ShouldHaveSingleItem().ShouldContain("n’ouvre rien ici");
    }

    [Fact]
    public async Task A_code_of_one_council_opens_nothing_in_another()
    {
        var visitor = app.Visitor();
        var code = (await visitor.BeginAsync()).Code();
        var other = app.Visitor();
        var refused = await ResumeAsync(other, code, "/fr/c/rivage/consultation/resume");
        refused.Errors.ShouldHaveSingleItem();
        (await other.GoAsync("/fr/c/rivage/consultation/ia-2026")).Main.ShouldContain("Avant de commencer");
    }

    [Fact]
    public async Task Withdrawing_erases_the_answers_and_tells_those_who_count()
    {
        var visitor = app.Visitor();
        var receipt = await visitor.SendOneAnswerAsync();
        await app.UntilCountedAsync(receipt.Code());
        var sequence = await app.SequenceAsync(receipt.Code());
        var sent = (await app.ChangesAsync()).OfType<AnswersSent>().Single(a => a.Sequence == sequence);
        var ask = await visitor.FollowAsync(receipt, "Retirer et effacer mes réponses");
        var done = await visitor.SubmitAsync(ask.Form("Effacer mes réponses"), "Effacer mes réponses");
        done.Heading.ShouldBe("Vos réponses sont effacées");

        var last = (await app.ChangesAsync(sent.Sequence)).OfType<AnswersWithdrawn>().Single(w => w.WithdrawnSequence == sent.Sequence);
        last.Sequence.ShouldBeGreaterThan(sent.Sequence);
        (await app.ChangesAsync(sent.Sequence - 1)).OfType<AnswersSent>().ShouldNotContain(a => a.Sequence == sent.Sequence);
        var verify = await visitor.GoAsync("/fr/consultation/verify");
        (await visitor.SubmitAsync(verify.Form().Fill("Code de reçu", receipt.Receipt()), "Vérifier")).Errors.ShouldHaveSingleItem().ShouldContain("aucune réponse envoyée avec ce code");
    }

    [Fact]
    public async Task Words_erased_are_no_longer_in_the_rows_nor_in_SQLites_file()
    {
        const string Words = "Une phrase que personne d’autre n’écrirait.";
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAsync(), "/words");
        await visitor.ContinueAsync(page.Form("Continuer").Fill("Que craignez-vous?", Words + new string('é', 1900)));
        (await StoredWordsAsync()).ShouldContain(Words);
        var ask = await visitor.GoAsync(Answering.Start + "/withdraw");
        await visitor.SubmitAsync(ask.Form("Effacer mes réponses"), "Effacer mes réponses");
        (await StoredWordsAsync()).ShouldNotContain(Words);
    }

    /// <summary>What SQLite's file holds once the write-ahead log has joined it. PostgreSQL frees a place at its next VACUUM: there, what the rows hold.</summary>
    private async Task<string> StoredWordsAsync()
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        if (TestDatabase.IsPostgres)
        {
            await using var rows = connection.Command("SELECT string_agg(answers::text, ' ') FROM consultations_response WHERE NOT is_synthetic");
            return await rows.ExecuteScalarAsync() as string ?? "";
        }

        await using var command = connection.Command("PRAGMA wal_checkpoint(TRUNCATE)");
        await command.ExecuteNonQueryAsync();
        await using var file = new FileStream(connection.DataSource, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return await reader.ReadToEndAsync();
    }

    [Fact]
    public async Task A_draft_is_erased_without_a_trace()
    {
        var visitor = app.Visitor();
        var code = (await visitor.BeginAsync()).Code();
        var changes = (await app.ChangesAsync()).Count;
        var ask = await visitor.GoAsync(Answering.Start + "/withdraw");
        await visitor.SubmitAsync(ask.Form("Effacer mes réponses"), "Effacer mes réponses");
        (await app.StoredAsync(code)).Count.ShouldBe(0);
        (await app.ChangesAsync()).Count.ShouldBe(changes);
    }

    private static async Task<Page> ResumeAsync(Visitor visitor, string code, string address = "/fr/consultation/resume")
    {
        var page = await visitor.GoAsync(address);
        return await visitor.SubmitAsync(page.Form("Reprendre").Fill(Field, code), "Reprendre");
    }
}
