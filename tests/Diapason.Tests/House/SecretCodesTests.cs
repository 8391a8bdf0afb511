using Diapason.Platform.Language;
using Diapason.Platform.Security;
using Diapason.TestKit;
using Diapason.Tests.Consultations;
using Diapason.Tests.Learning;
using Diapason.Tests.Needs;
using Diapason.Tests.Workshops;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Codes that say which they are, and boxes that say where a code goes.</summary>
public sealed class SecretCodesTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private static readonly Dictionary<string, (string Page, string Label, string Button, string Word)> Boxes = new()
    {
        ["resume"] = ("/fr/consultation/resume", "Code de reprise", "Reprendre", "REPRISE-"),
        ["receipt"] = ("/fr/consultation/verify", "Code de reçu", "Vérifier", "REÇU-"),
        ["path"] = ("/fr/next-steps/resume", "Votre code de parcours", "Retrouver mes étapes", "PARCOURS-"),
        ["card"] = ("/fr/workshops/code", "Code de votre carte", "Voir ma carte", "CARTE-"),
        ["place"] = ("/fr/learning/code", "Votre code de place", "Retrouver ma place", "PLACE-"),
    };

    private int _sessions;

    public static TheoryData<string, string, bool> Wrong =>
        [.. from code in Boxes.Keys from box in Boxes.Keys where code != box from word in new[] { true, false } select (code, box, word)];

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task The_wrong_code_in_a_box_is_told_what_it_is_and_where_it_goes(string code, string box, bool withWord)
    {
        var given = await GiveAsync(code);
        var refused = await TypeAsync(box, withWord ? given : Answering.WithoutWord(given));
        var (page, _, _, word) = Boxes[code];
        refused.Errors.ShouldHaveSingleItem().ShouldStartWith($"C’est un code de {word.TrimEnd('-').ToLowerInvariant()} :");
        refused.Document.QuerySelector("main a.bouton")!.GetAttribute("href").ShouldBe(page);
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("receipt")]
    [InlineData("path")]
    [InlineData("card")]
    [InlineData("place")]
    public async Task The_right_code_opens_with_its_word_in_any_language_or_without(string kind)
    {
        var given = await GiveAsync(kind);
        given.ShouldStartWith(Boxes[kind].Word);
        var secret = Answering.WithoutWord(given);
        var codes = app.Services.GetRequiredService<SecretCodes>();
        var word = codes.Read(given)!.Kind!;
        foreach (var typed in new[] { given, given.ToLowerInvariant().Replace('-', ' '), given.Replace("Ç", "c", StringComparison.Ordinal), secret, $"{word.Word(Languages.English)} {secret}", $"« {word.Word(Languages.English).ToLowerInvariant()}–{secret} »." })
        {
            codes.Read(typed).ShouldBe(new TypedCode(secret, typed == secret ? null : word), typed);
            (await TypeAsync(kind, typed)).Errors.ShouldBeEmpty(typed);
        }
    }

    [Theory]
    [InlineData("resume", "n’ouvre rien ici")]
    [InlineData("receipt", "ne trouvons aucune réponse")]
    [InlineData("path", "Rien n’est gardé")]
    [InlineData("place", "n’ouvre aucune place")]
    public async Task A_code_nobody_holds_is_not_said_to_be_withdrawn_or_erased(string box, string said)
    {
        foreach (var typed in new[] { SecretCode.New(), Boxes[box].Word + SecretCode.New() })
        {
            var refused = await TypeAsync(box, typed);
            refused.Errors.ShouldHaveSingleItem().ShouldContain(said);
            refused.Errors[0].ShouldNotContain("a pu être");
            refused.Document.QuerySelector("main a.bouton").ShouldBeNull();
        }
    }

    [Fact]
    public void Every_kind_of_code_is_tried_here() =>
        app.Services.GetServices<CodeKind>().Select(kind => kind.TextKey).Order().ShouldBe(Boxes.Keys.Select(box => $"code.{box}.").Order());

    [Fact]
    public void No_word_of_a_kind_begins_like_that_of_another_in_any_language()
    {
        var words = app.Services.GetServices<CodeKind>().SelectMany(kind => Languages.OfTheHouse.Select(language => (Kind: kind, Word: kind.Word(language)))).ToList();
        words.Count.ShouldBeGreaterThanOrEqualTo(6);
        words.ShouldAllBe(word => word.Word.All(char.IsUpper) && word.Word != "CODE");
        foreach (var (one, other) in words.SelectMany(one => words.Select(other => (one, other))).Where(pair => pair.one.Kind != pair.other.Kind))
            other.Word.StartsWith(one.Word, StringComparison.Ordinal).ShouldBeFalse($"{one.Word} {other.Word}");
    }

    [Fact]
    public async Task A_slip_after_the_word_is_still_told()
    {
        var given = await GiveAsync("receipt");
        var refused = await TypeAsync("receipt", given[..^1] + (given[^1] == '0' ? '1' : '0'));
        refused.Errors.ShouldHaveSingleItem().ShouldContain("un signe manque");
        (await TypeAsync("receipt", "BILLET-" + Answering.WithoutWord(given))).Errors.ShouldHaveSingleItem().ShouldContain("un signe manque");
    }

    [Fact]
    public async Task Each_code_can_be_selected_and_offers_to_be_copied_shared_and_printed()
    {
        var visitor = app.Visitor();
        var receipt = await visitor.SendOneAnswerAsync();
        var other = app.Visitor();
        var saved = await other.SubmitAsync((await other.BeginAsync()).Form("Continuer"), "Enregistrer et quitter");
        foreach (var page in new[] { receipt, saved })
        {
            foreach (var kept in page.Document.QuerySelectorAll(".garde"))
            {
                var code = kept.QuerySelector(".code-garde")!.TextContent;
                kept.QuerySelector("[data-copy]")!.GetAttribute("data-copy").ShouldBe(code);
                kept.QuerySelector("[data-share]")!.GetAttribute("data-share")!.ShouldContain(code);
            }

            page.Document.QuerySelectorAll(".garde [data-copy], .garde [data-share], .garde [data-print]").ShouldAllBe(button => button.HasAttribute("hidden"), "dead without script");
        }

        receipt.Document.QuerySelectorAll("[data-share]").Select(button => button.GetAttribute("data-share")!.Split('/')[^1].TrimEnd(')')).ShouldBe(["resume", "verify"]);
    }

    private async Task<string> GiveAsync(string kind) => kind switch
    {
        "resume" => (await app.Visitor().BeginAsync()).Code(),
        "receipt" => (await app.Visitor().SendOneAnswerAsync()).Receipt(),
        "card" => await app.CardAsync(),
        "path" => (await KeptPathTests.KeepAsync(app.Visitor())).Code,
        _ => await PlaceAsync(),
    };

    /// <summary>A place in a session that is open, by its code.</summary>
    private async Task<string> PlaceAsync()
    {
        var name = $"Essai {Interlocked.Increment(ref _sessions)}";
        await app.OpenedAsync(name, seats: 2);
        var (_, place) = await app.SigningUpAsync(name.ToLowerInvariant().Replace(' ', '-'), "essai@people.example");
        return place.Code();
    }

    private async Task<Page> TypeAsync(string box, string code)
    {
        var (address, label, button, _) = Boxes[box];
        var visitor = app.Visitor();
        return await visitor.SubmitAsync((await visitor.GoAsync(address)).Form(button).Fill(label, code), button);
    }
}
