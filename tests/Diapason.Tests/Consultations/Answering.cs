using Diapason.Consultations.Answering;
using Diapason.Consultations.Contracts;
using Diapason.Forms;
using Diapason.Platform.Data;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>What respondents do, said once.</summary>
internal static class Answering
{
    public const string Start = "/fr/consultation/ia-2026";
    public const string Agree = "J’ai lu ce texte et j’accepte de participer.";

    /// <summary>Consents, and reaches the first page of questions.</summary>
    public static async Task<Page> BeginAsync(this Visitor visitor)
    {
        var page = await visitor.GoAsync(Start);
        return await visitor.SubmitAsync(page.Form("Commencer").Choose(Agree), "Commencer");
    }

    /// <summary>Passes pages until one, or the check page.</summary>
    public static async Task<Page> PassUntilAsync(this Visitor visitor, Page page, string until = "/check")
    {
        while (!page.Address.EndsWith(until, StringComparison.Ordinal)) page = await visitor.SubmitAsync(page.Form("Continuer"), MayPass(page) ? "Passer" : "Continuer");
        return page;
    }

    // Words to read and values worked out are nothing to pass.
    private static bool MayPass(Page page) => page.Document.QuerySelectorAll("main button").Any(button => Page.Words(button.TextContent) == "Passer");

    public static Task<Page> ContinueAsync(this Visitor visitor, Form form) => visitor.SubmitAsync(form, "Continuer");

    /// <summary>Consents, and answers one question, which opens and closes no page.</summary>
    public static async Task<Page> BeginAndAnswerAsync(this Visitor visitor) =>
        await visitor.ContinueAsync((await visitor.BeginAsync()).Form("Continuer").Choose("Diffusion"));

    /// <summary>From consent to receipt, everything passed but one question: a response that says nothing is not sent.</summary>
    public static async Task<Page> SendOneAnswerAsync(this Visitor visitor)
    {
        var check = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync());
        return await visitor.SubmitAsync(check.Form("Envoyer mes réponses"), "Envoyer mes réponses");
    }

    /// <summary>The code a page shows in large, or in its margin.</summary>
    public static string Code(this Page page) => Page.Words((page.Document.QuerySelector(".code-garde") ?? page.Document.QuerySelector("strong.code"))?.TextContent);

    /// <summary>The receipt code of the page that gives it, which shows the resume code before it.</summary>
    public static string Receipt(this Page page) => page.CodeOf("REÇU-");

    /// <summary>The code with this word, wherever the page writes it.</summary>
    public static string CodeOf(this Page page, string word) =>
        page.Document.QuerySelectorAll(".code-garde, strong.code").Select(e => Page.Words(e.TextContent)).FirstOrDefault(code => code.StartsWith(word, StringComparison.Ordinal)) ?? "";

    /// <summary>What the button of the other language sends: it stands outside the form, and saves it.</summary>
    public static string LanguageSwitch(this Page page) =>
        page.Document.QuerySelector("header button[form=answers][name=act][value^=language]")?.GetAttribute("value") ?? throw new InvalidOperationException("No button leads to the other language.");

    /// <summary>The secret alone, as it was given before codes had a word.</summary>
    public static string WithoutWord(string code) => code.Length < 21 ? code : code[^21..];

    public static async Task<CampaignFacts> CampaignAsync(this DiapasonApp app) =>
        (await app.Services.GetRequiredService<ICampaigns>().AllAsync(CultureId(app), default)).Single(c => c is { Slug: "ia-2026", IsSynthetic: true });

    public static async Task<List<AnswerChange>> ChangesAsync(this DiapasonApp app, long after = 1200)
    {
        var campaign = await app.CampaignAsync();
        var changes = new List<AnswerChange>();
        await foreach (var change in app.Services.GetRequiredService<ISubmittedAnswers>().ReadAsync(campaign.Id, after, default)) changes.Add(change);
        return changes;
    }

    public static async Task<long> CountAsync(this DiapasonApp app, string condition = "submitted_on IS NULL")
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command($"SELECT COUNT(*) FROM consultations_response WHERE {condition}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Other people consent and send whole answers, copies of an invented one; their codes.</summary>
    public static async Task<List<string>> OthersSendAsync(this DiapasonApp app, int people, string? source = null)
    {
        var codes = new List<string>();
        for (var i = 0; i < people; i++)
        {
            codes.Add(await app.OtherStartsAsync(source));
            await app.OtherSendsAsync(codes[^1]);
        }

        return codes;
    }

    /// <summary>Somebody else has answered everything, and has not sent it; their code.</summary>
    public static async Task<string> OtherStartsAsync(this DiapasonApp app, string? source = null)
    {
        var (campaign, code) = (await app.CampaignAsync(), SecretCode.New());
        await app.Services.GetRequiredService<ResponseStore>().StartAsync(campaign, code, new Start(await app.WholeAnswersAsync(), "fr", "items") { Source = source }, default);
        return code;
    }

    /// <summary>Those of an invented person, who answered everything.</summary>
    private static async Task<AnswerSet> WholeAnswersAsync(this DiapasonApp app)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command("SELECT MIN(answers) FROM consultations_response WHERE is_synthetic");
        return AnswerSet.Parse((string)(await command.ExecuteScalarAsync())!);
    }

    public static Task OtherSendsAsync(this DiapasonApp app, string code) => app.OtherComesAsync(code, null);

    /// <summary>The same, from somewhere.</summary>
    /// <param name="app">The product.</param>
    /// <param name="code">Of an answer begun.</param>
    /// <param name="came">What a watch over sendings looks at; null where nobody watches.</param>
    public static async Task OtherComesAsync(this DiapasonApp app, string code, Came? came)
    {
        var sent = await app.Services.GetRequiredService<SubmitAnswers>().RunAsync(await app.CampaignAsync(), code, new Sending("fr") { Came = came }, default);
        if (!sent.IsDone) throw new InvalidOperationException(sent.Refusal!.Code);
    }

    /// <summary>Others send until the answer of this code has left the tray: each ten has one chance in two to take it.</summary>
    public static async Task UntilCountedAsync(this DiapasonApp app, string code)
    {
        while (await app.SequenceAsync(code) is null) await app.OthersSendAsync(1);
    }

    /// <summary>The place of the answer of this code; null while it waits, or when it is erased.</summary>
    public static async Task<long?> SequenceAsync(this DiapasonApp app, string code)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command("SELECT sequence FROM consultations_response WHERE resume_hash = @hash", ("hash", SecretCode.Hash(WithoutWord(code))));
        return await command.ExecuteScalarAsync() as long?;
    }

    public static async Task<AnswerSet> StoredAsync(this DiapasonApp app, string code)
    {
        await using var connection = await app.Services.GetRequiredService<DatabaseChoice>().OpenAsync(default);
        await using var command = connection.Command("SELECT answers FROM consultations_response WHERE resume_hash = @hash", ("hash", SecretCode.Hash(WithoutWord(code))));
        return await command.ExecuteScalarAsync() is string json ? AnswerSet.Parse(json) : AnswerSet.Empty;
    }

    private static Guid CultureId(DiapasonApp app) =>
        app.Services.GetRequiredService<Platform.Councils.CouncilDirectory>().FindAsync("culture", default).AsTask().GetAwaiter().GetResult()!.Id;
}
