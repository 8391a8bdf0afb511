using System.Net;
using System.Text;
using Diapason.Needs.Kit;
using Diapason.Needs.Wording;
using Diapason.TestKit;
using Diapason.Tests.Accounts;
using Diapason.Yaml;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>Those who keep the lexicon read it, try it, change it; people are understood by it at once.</summary>
public sealed class KeepLexiconTests(DiapasonApp app) : IClassFixture<DiapasonApp>
{
    private const string List = "/fr/manage/lexicon", Try = "Voir ce qui serait compris", Save = "Enregistrer l’idée", Sentence = "Une phrase comme quelqu’un l’écrirait", Rfc = "rfc@culture.example";

    [Fact]
    public async Task A_sentence_is_tried_and_explained()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var tried = await rfc.SubmitAsync((await rfc.GoAsync(List)).Form(Try).Fill(Sentence, "j’ai peur que mes textes nourissent une IA"), Try);
        tried.Status.ShouldBe(HttpStatusCode.OK);
        tried.Main.ShouldContain("Nous avons lu « nourissent » comme « nourrissent ».");
        tried.Main.ShouldContain("Compétences appelées, et par quoi");
        tried.Main.ShouldContain("La personne verrait ces idées, puis des étapes.");
        tried.Address.ShouldNotContain("textes");
        var outside = await rfc.SubmitAsync(tried.Form(Try).Fill(Sentence, "Connaissez-vous un plombier?"), Try);
        outside.Main.ShouldContain("La personne lirait que c’est hors du champ");
        (await rfc.SubmitAndStayAsync(outside.Form(Try).Fill(Sentence, ""), Try)).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task An_idea_added_is_understood_at_once_and_stays_when_the_kit_is_loaded_again()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var form = (await rfc.FollowAsync(await rfc.GoAsync(List), "Ajouter une idée")).Form(Save)
            .Fill("Nom de l’idée (français)", "la gravure laser").Fill("Nom de l’idée (anglais)", "laser engraving")
            .Fill("Expressions (français) (facultatif)", "gravure laser\nzirgolaser").Fill("Expressions (anglais) (facultatif)", "laser engraving").Fill("Choisir un outil (facultatif)", "5");
        var saved = await rfc.SubmitAsync(form, Save);
        saved.Address.ShouldBe("/fr/manage/lexicon?done=saved");
        saved.Main.ShouldContain("la gravure laser");
        var visitor = app.Visitor();
        var page = await visitor.SubmitAsync((await visitor.GoAsync("/fr/next-steps/words")).Form("Relire ma demande").Fill("Dites-le avec vos mots", "mon zirgolaser est lent"), "Relire ma demande");
        page.Main.ShouldContain("la gravure laser");
        (await (await app.SignedInAsync(AccountsVisits.Administrator)).GoAsync("/fr/council/audit-trail")).Main.ShouldContain("Idée ajoutée au lexique des besoins");
    }

    [Fact]
    public async Task An_idea_without_a_name_or_a_phrase_is_refused_and_kept_as_typed()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var form = (await rfc.GoAsync("/fr/manage/lexicon/idea")).Form(Save).Fill("Nom de l’idée (français)", "sans mots");
        var refused = await rfc.SubmitAndStayAsync(form, Save);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Errors.ShouldBe(["Donnez un nom à l’idée dans chaque langue."]);
        refused.Form(Save).Value("Nom de l’idée (français)").ShouldBe("sans mots");
        (await rfc.SubmitAndStayAsync(refused.Form(Save).Fill("Nom de l’idée (anglais)", "no words"), Save)).Errors.ShouldBe(["Écrivez au moins une expression, dans une langue."]);
        var tooLong = refused.Form(Save).Fill("Nom de l’idée (anglais)", "no words").Fill("Expressions (français) (facultatif)", new string('x', 81));
        (await rfc.SubmitAndStayAsync(tooLong, Save)).Errors.Single().ShouldContain("dépasse 80 caractères");
    }

    [Fact]
    public async Task Of_two_people_the_second_sees_what_the_first_has_done()
    {
        var (one, other) = (await app.SignedInAsync(Rfc), await app.SignedInAsync(AccountsVisits.Administrator));
        const string Edit = "/fr/manage/lexicon/idea/accessibility", Name = "Nom de l’idée (français)";
        var (mine, theirs) = ((await one.GoAsync(Edit)).Form(Save).Fill(Name, "rendre accessible à tout le monde"), (await other.GoAsync(Edit)).Form(Save).Fill(Name, "l’accessibilité"));
        (await one.SubmitAsync(mine, Save)).Address.ShouldBe("/fr/manage/lexicon?done=saved");
        var lost = await other.SubmitAndStayAsync(theirs, Save);
        lost.Status.ShouldBe(HttpStatusCode.Conflict);
        lost.Main.ShouldContain("rendre accessible à tout le monde");
        lost.Form(Save).Value(Name).ShouldBe("l’accessibilité");
        (await other.SubmitAsync(lost.Form(Save), Save)).Main.ShouldContain("l’accessibilité");
    }

    [Fact]
    public async Task The_file_taken_reads_back_as_nothing_to_change_and_a_changed_one_is_shown_then_written()
    {
        var rfc = await app.SignedInAsync(Rfc);
        var page = await rfc.FollowAsync(await rfc.GoAsync(List), "Le lexique en fichier");
        var file = await rfc.Client.GetStringAsync(page.Link("lexicon.yaml"));
        var same = await rfc.SubmitAsync(page.Form("Voir ce qui changerait").Attach("Le fichier lexicon.yaml", "lexicon.yaml", Encoding.UTF8.GetBytes(file)), "Voir ce qui changerait");
        same.Main.ShouldContain("Ce fichier dit ce que dit déjà le lexique.");
        var changed = file.Replace("\"l’effet sur l’environnement\"", "\"l’effet sur la nature\"", StringComparison.Ordinal);
        changed.ShouldNotBe(file);
        var shown = await rfc.SubmitAsync(same.Form("Voir ce qui changerait").Attach("Le fichier lexicon.yaml", "lexicon.yaml", Encoding.UTF8.GetBytes(changed)), "Voir ce qui changerait");
        shown.Main.ShouldContain("Idées ajoutées : 0. Idées changées : 1.");
        (await rfc.GoAsync(List)).Main.ShouldNotContain("l’effet sur la nature");
        var done = await rfc.SubmitAsync(shown.Form("Oui, changer le lexique"), "Oui, changer le lexique");
        done.Main.ShouldContain("Le lexique est celui du fichier.");
        (await rfc.GoAsync(List)).Main.ShouldContain("l’effet sur la nature");
    }

    [Theory]
    [InlineData("version: \"1\"\nreview: 2027-01-01\nideas:\n  - code: a\n    name: { fr: a, en: a }\n    points: { ethiks: 3 }\n    phrases: { fr: [a] }\n", "Ligne 6")]
    [InlineData("ideas: [", "Ligne ")]
    [InlineData("version: \"1\"\nreview: 2027-01-01\nideas:\n  - code: a\n    name: { fr: a, en: a }\n    colour: red\n    phrases: { fr: [a] }\n", "colour")]
    public async Task A_file_that_is_wrong_is_refused_with_its_lines(string text, string told)
    {
        var rfc = await app.SignedInAsync(Rfc);
        var page = await rfc.GoAsync("/fr/manage/lexicon/file");
        var refused = await rfc.SubmitAndStayAsync(page.Form("Voir ce qui changerait").Attach("Le fichier lexicon.yaml", "lexicon.yaml", Encoding.UTF8.GetBytes(text)), "Voir ce qui changerait");
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Main.ShouldContain(told);
    }

    [Fact]
    public async Task Only_those_who_keep_it_see_it()
    {
        foreach (var address in (string[])[List, "/fr/manage/lexicon/idea", "/fr/manage/lexicon/file"])
        {
            (await app.Visitor().GoAsync(address)).Address.ShouldStartWith("/fr/account/sign-in");
            (await (await app.SignedInAsync("analyst@culture.example")).GoAsync(address)).Status.ShouldBe(HttpStatusCode.Forbidden);
        }

        (await (await app.SignedInAsync(Rfc)).GoAsync("/fr/manage/lexicon/idea/nothing-of-the-kind")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void What_is_written_is_read_back_the_same()
    {
        var problems = new YamlProblems(ReadLexicon.File);
        var back = ReadLexicon.From(WriteLexicon.Of(LexiconOfKit.Lexicon), problems, DemonstrationKit.Reference, ["fr", "en"]);
        problems.InOrder.ShouldBeEmpty();
        LexiconMerge.StampOf(back!).ShouldBe(LexiconMerge.StampOf(LexiconOfKit.Lexicon));
    }

    [Fact]
    public void A_kit_keeps_what_the_council_wrote_unless_asked()
    {
        var kit = LexiconOfKit.Lexicon;
        var edited = kit.Ideas[0] with { Name = kit.Ideas[1].Name, IsOurs = true };
        var own = kit.Ideas[2] with { Code = "own", IsOurs = true };
        var stored = kit with { Ideas = [edited, .. kit.Ideas.Skip(1), own] };
        var merge = LexiconMerge.ByKit(stored, kit, replacesEdits: false);
        merge.Kept.ShouldBe([edited.Code]);
        merge.Result.Ideas.ShouldContain(edited);
        merge.Result.Ideas.ShouldContain(own);
        LexiconMerge.ByKit(stored, kit, replacesEdits: true).Result.Ideas.ShouldBe(kit.Ideas);
    }
}
