using System.Net;
using System.Text;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Kits;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Tests.Needs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;
using Page = Diapason.TestKit.Page;

namespace Diapason.Tests.Consultations;

/// <summary>Choices with images: sent on the editor's page or brought by a kit, said to who does not see them, shown, printed, taken away and brought back.</summary>
public sealed class OptionImagesTests(OptionImagesTests.App app) : IClassFixture<OptionImagesTests.App>
{
    private const string Turned = "f4c2332155fb24175ce45ba29f39e954-24x40.jpg";
    private const string InKit = "5474db82d6f64cab269a055b23574be7-40x24.png";

    [Fact]
    public async Task An_author_sends_an_image_says_what_it_shows_and_it_tells_nothing_of_who_took_it()
    {
        var (author, page) = await AskedAsync("Images du métier");
        page = await author.SaveAsync(page, form => form.Attach("Image de la ligne 1 (facultatif)", "Photo de Claire.JPG", Picture("turned.jpg")));
        page.Heading.ShouldBe("Une chose manque avant d’ouvrir");
        page.Main.ShouldContain("Écrivez ce texte");
        page.Main.ShouldContain("ce que montre l’image d’un choix manque.");
        page.Document.QuerySelectorAll(".feuille img").Length.ShouldBe(2, "the question is shown as it stands, on both sheets");
        page = await author.SaveAsync(page, form => form.Fill("Ce que montre l’image de la ligne 1 (français)", "Un violon sur un établi").Fill("Ce que montre l’image de la ligne 1 (anglais)", "A violin on a bench"));
        page.Heading.ShouldContain("Rien ne manque");
        // On both sheets, and beside its row.
        var images = page.Document.QuerySelectorAll("img");
        images.Select(image => image.GetAttribute("alt")).ShouldBe(["Un violon sur un établi", "A violin on a bench", "Un violon sur un établi"]);
        images.ShouldAllBe(image => image.GetAttribute("src") == "/fr/consultation-image/" + Turned && image.GetAttribute("width") == "24" && image.GetAttribute("height") == "40" && image.GetAttribute("loading") == "lazy");
        var sent = await author.Client.GetAsync("/fr/consultation-image/" + Turned);
        (sent.Content.Headers.ContentType!.MediaType, sent.Headers.CacheControl!.ToString()).ShouldBe(("image/jpeg", "public, max-age=31536000, immutable"));
        Encoding.Latin1.GetString(await sent.Content.ReadAsByteArrayAsync()).ShouldNotContain("Claire");
        (await author.Client.GetAsync("/fr/c/rivage/consultation-image/" + Turned)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await author.Client.GetAsync("/fr/consultation-image/" + Turned.Replace('f', 'e'))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var preview = await author.GoAsync(page.Document.QuerySelector(".note > a[hreflang=fr]")!.GetAttribute("href")!);
        preview.Html.ShouldContain("/fr/consultation-image/" + Turned);
    }

    [Theory]
    [InlineData("notes.png", "Ce fichier n’est pas une image PNG, JPEG ou WebP.")]
    [InlineData("moving.webp", "Cette image est animée. Envoyez une image fixe.")]
    [InlineData("heavy.jpg", "Cette image pèse plus de 200 Kio")]
    [InlineData("cut.jpg", "Cette image est abîmée ou incomplète.")]
    public async Task What_is_no_image_of_a_choice_is_told_at_its_field_and_nothing_typed_is_lost(string file, string told)
    {
        var (author, page) = await AskedAsync("Refus " + file);
        var refused = await author.SubmitAndStayAsync(page.Form("Enregistrer").Fill("Choix 2 (anglais)", "A saw, I mean").Attach("Image de la ligne 1 (facultatif)", file, Bytes(file)), "Enregistrer");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldHaveSingleItem().ShouldContain(told);
        refused.Form("Enregistrer").Value("Choix 2 (anglais)").ShouldBe("A saw, I mean");
        refused.Document.QuerySelector("details[open] input[type=file][aria-invalid=true]").ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_images_are_sent_with_one_that_is_refused_and_only_that_one_is_asked_again()
    {
        var (author, page) = await AskedAsync("Deux à la fois");
        var refused = await author.SubmitAndStayAsync(page.Form("Enregistrer").Attach("Image de la ligne 1 (facultatif)", "a.jpg", Picture("turned.jpg")).Attach("Image de la ligne 2 (facultatif)", "b.png", Bytes("notes.png")), "Enregistrer");
        refused.Errors.ShouldHaveSingleItem().ShouldContain("n’est pas une image");
        page = await author.SubmitAsync(refused.Form("Enregistrer").Attach("Image de la ligne 2 (facultatif)", "b.png", Picture("place.png")), "Enregistrer");
        page.Document.QuerySelectorAll(".image-choix img").Select(image => image.GetAttribute("src")).ShouldBe(["/fr/consultation-image/" + Turned, "/fr/consultation-image/" + InKit]);
        page = await author.SaveAsync(page, form => form.Choose("Retirer l’image de la ligne 1"));
        page.Document.QuerySelectorAll(".image-choix img").Select(image => image.GetAttribute("src")).ShouldBe(["/fr/consultation-image/" + InKit]);
        page = await author.SubmitAsync(page.Form("Annuler la dernière modification"), "Annuler la dernière modification");
        page.Document.QuerySelectorAll(".image-choix img").Length.ShouldBe(2);
        (await author.FollowAsync(page, "Historique")).Main.ShouldContain("Image « Un violon »");
        var forged = await author.SaveAsync(page, form => form.Forge("list.options.0.image", "00000000000000000000000000000000-9x9.png"));
        forged.Document.QuerySelectorAll(".image-choix img").Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_leaves_with_its_images_and_comes_back_the_same()
    {
        var (author, page) = await AskedAsync("Aller et retour");
        page = await author.SaveAsync(page, form => form.Attach("Image de la ligne 1 (facultatif)", "a.jpg", Picture("turned.jpg")).Fill("Ce que montre l’image de la ligne 1 (français) (facultatif)", "Un violon").Fill("Ce que montre l’image de la ligne 1 (anglais) (facultatif)", "A violin"));
        foreach (var kind in new[] { "YAML", "JSON", "XLSX" })
        {
            var file = await author.Client.GetAsync(page.Link($"Télécharger en {kind}"));
            file.Content.Headers.ContentType!.MediaType.ShouldBe("application/zip");
            var zip = await file.Content.ReadAsByteArrayAsync();
            await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<KeptImage>().Where(i => i.Name == Turned).ExecuteDeleteAsync());
            var import = await author.GoAsync("/fr/manage/questionnaires/import");
            var seen = await author.SubmitAsync(import.Form("Voir ce qu’il devient").Attach("Fichier à lire", "questionnaire.zip", zip), "Voir ce qu’il devient");
            var back = await author.SubmitAsync(seen.Form("Garder comme brouillon"), "Garder comme brouillon");
            (await author.Client.GetAsync("/fr/consultation-image/" + Turned)).StatusCode.ShouldBe(HttpStatusCode.OK);
            back.Heading.ShouldContain("Rien ne manque");
            (await author.FollowAsync(back, "Ce que garde chaque fichier")).Main.ShouldContain("dossier compressé (.zip)");
        }
    }

    [Fact]
    public async Task A_form_of_others_names_images_that_are_awaited_until_they_are_sent()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var yaml = (await File.ReadAllTextAsync(Path.Combine(DemonstrationKit.Folder, "questionnaire.yaml"))).Replace("{ code: creation, fr: \"Dans la recherche et la création\"", "{ code: creation, image: scene.jpg, image_alt: { fr: Une scène, en: A stage }, fr: \"Dans la recherche et la création\"", StringComparison.Ordinal);
        yaml.ShouldContain("scene.jpg");
        var import = await author.GoAsync("/fr/manage/questionnaires/import");
        var seen = await author.SubmitAsync(import.Form("Voir ce qu’il devient").Attach("Fichier à lire", "questionnaire.yaml", Encoding.UTF8.GetBytes(yaml)), "Voir ce qu’il devient");
        var draft = await author.SubmitAsync(seen.Form("Garder comme brouillon"), "Garder comme brouillon");
        draft.Main.ShouldContain("l’image « scene.jpg » du choix « Dans la recherche et la création » n’a pas encore été envoyée.");
        (await author.SubmitAndStayAsync((await author.FollowAsync(draft, "Enregistrer une version")).Form("Enregistrer cette version"), "Enregistrer cette version")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task A_folder_that_holds_no_questionnaire_or_two_is_told()
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var import = await author.GoAsync("/fr/manage/questionnaires/import");
        foreach (var bytes in new[] { Picture("place.png"), Zip("a.png"), Zip("a.yaml", "b.xlsx") })
        {
            var refused = await author.SubmitAndStayAsync(import.Form("Voir ce qu’il devient").Attach("Fichier à lire", "questionnaire.zip", bytes), "Voir ce qu’il devient");
            refused.Errors.ShouldHaveSingleItem().ShouldContain("ne contient pas un seul questionnaire");
        }
    }

    [Fact]
    public async Task A_kits_images_are_shown_with_their_words_answered_by_keyboard_printed_and_told_in_the_codebook()
    {
        var visitor = app.Visitor();
        var page = await visitor.PassUntilAsync(await visitor.BeginAndAnswerAsync(), "/pictured");
        var choice = page.Document.QuerySelector("label:has(input[name=stage][value=hall])")!;
        var image = choice.QuerySelector("img")!;
        (image.GetAttribute("alt"), image.GetAttribute("src")).ShouldBe(("Une salle aux fauteuils rouges", "/fr/consultation-image/" + InKit));
        (await visitor.GoAsync(page.Address.Replace("/fr/", "/en/"))).Document.QuerySelector("label:has(input[name=stage][value=hall]) img")!.GetAttribute("alt").ShouldBe("A hall with red seats");
        await visitor.ContinueAsync(page.Form("Continuer").Choose("En salle"));
        (await app.StoredAsync(page.Code()))["stage"].Text.ShouldBe("hall");
        var analyst = await app.SignedInAsync("analyst@culture.example");
        var campaign = (await app.CampaignAsync()).Id;
        Page.Words(await analyst.Client.GetStringAsync($"/fr/manage/consultations/{campaign}/codebook-fr.csv")).ShouldContain("En salle (image : Une salle aux fauteuils rouges)");
        (await analyst.Client.GetStringAsync($"/fr/manage/consultations/{campaign}/codebook.xml")).ShouldContain("Une salle aux fauteuils rouges");
        var paper = await (await app.SignedInAsync("administrator@culture.example")).GoAsync($"/fr/manage/consultations/{campaign}/paper");
        paper.Status.ShouldBe(HttpStatusCode.OK);
        paper.Document.QuerySelector(".cases img")!.GetAttribute("src").ShouldBe("/fr/consultation-image/" + InKit);
    }

    [Theory]
    [InlineData("moving.webp", "image.moves")]
    [InlineData(null, "kit.file_missing")]
    public async Task A_kit_whose_image_is_wrong_or_absent_is_refused_with_its_name(string? picture, string code)
    {
        var kit = Kit(picture);
        var outcome = await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default));
        Directory.Delete(kit, recursive: true);
        var problem = outcome.ShouldBeOfType<KitOutcome.Refused>().Problems.ShouldHaveSingleItem();
        (problem.File, problem.Code).ShouldBe(("images/hall.png", code));
    }

    [Fact]
    public async Task Images_that_nothing_names_are_forgotten_a_day_later_and_those_of_a_history_are_kept()
    {
        var (author, page) = await AskedAsync("Oubli");
        page = await author.SaveAsync(page, form => form.Attach("Image de la ligne 1 (facultatif)", "a.webp", Picture("place.webp")));
        page = await author.SubmitAsync(page.Form("Annuler la dernière modification"), "Annuler la dernière modification");
        await author.SubmitAndStayAsync(page.Form("Enregistrer").Attach("Image de la ligne 1 (facultatif)", "a.webp", Picture("lossless.webp")).Attach("Image de la ligne 2 (facultatif)", "b.png", Bytes("notes.png")), "Enregistrer");
        await ExistAsync("8b16f3c8f141def7e350a64b5353bcb5-40x24.webp", "55cde94beb9eb0fc89930d5744079925-40x24.webp");
        app.Clock.Advance(TimeSpan.FromHours(26));
        await app.RunJobsAsync("consultations.forget-unused-images");
        await ExistAsync("8b16f3c8f141def7e350a64b5353bcb5-40x24.webp");

        async Task ExistAsync(params string[] names) =>
            (await app.InScopeAsync(services => services.GetRequiredService<DiapasonDb>().EveryCouncil<KeptImage>().Where(i => i.Name.EndsWith(".webp")).Select(i => i.Name).ToListAsync())).ShouldBe(names, ignoreOrder: true);
    }

    private async Task<(Visitor Author, Page Page)> AskedAsync(string title)
    {
        var author = await app.SignedInAsync("rfc@culture.example");
        var page = await author.AddAsync(await author.StartBlankAsync(title, title), "Un choix");
        page = await author.SaveAsync(page, form => form.Fill("Titre (français)", "Lequel?").Fill("Titre (anglais)", "Which one?")
            .Fill("Choix 1 (français)", "Un violon").Fill("Choix 1 (anglais)", "A violin").Fill("Choix 2 (français)", "Une scie").Fill("Choix 2 (anglais)", "A saw"));
        return (author, page);
    }

    private static byte[] Bytes(string file) => file switch
    {
        "notes.png" => Encoding.UTF8.GetBytes("Ce ne sont que des notes."),
        "heavy.jpg" => [.. Picture("turned.jpg"), .. new byte[210 << 10]],
        "cut.jpg" => Picture("turned.jpg")[..3500],
        _ => Picture(file),
    };

    private static byte[] Picture(string file) => File.ReadAllBytes(Path.Combine(DemonstrationKit.Folder, "..", "..", "tests", "Diapason.Forms.Tests", "Images", file));

    private static byte[] Zip(params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(bytes, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names) zip.CreateEntry(name);
        return bytes.ToArray();
    }

    private static string Kit(string? picture)
    {
        const string before = "      - code: formats\n        title:";
        var kit = DemonstrationKit.Spoiled("questionnaire.yaml", before, Pages + before);
        if (picture is null) return kit;
        Directory.CreateDirectory(Path.Combine(kit, "images"));
        File.WriteAllBytes(Path.Combine(kit, "images", "hall.png"), Picture(picture));
        return kit;
    }

    private const string Pages = """
              - code: pictured
                questions:
                  - code: stage
                    kind: single
                    title: { fr: "Où jouez-vous?", en: "Where do you play?" }
                    options:
                      - { code: hall, fr: "En salle", en: "In a hall", image: hall.png, image_alt: { fr: "Une salle aux fauteuils rouges", en: "A hall with red seats" } }
                      - { code: street, fr: "Dans la rue", en: "In the street" }

        """;

    /// <summary>The demonstration with a question of images.</summary>
    public sealed class App : DiapasonApp, IAsyncLifetime
    {
        async ValueTask IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var kit = Kit("place.png");
            var outcome = await InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(kit, default));
            Directory.Delete(kit, recursive: true);
            outcome.ShouldBeOfType<KitOutcome.Loaded>();
        }
    }
}
