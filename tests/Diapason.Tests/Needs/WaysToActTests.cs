using Diapason.Needs;
using Diapason.Needs.Kit;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>What a kit says of the ways to act, and of the files it hands out.</summary>
public sealed class WaysToActTests : IDisposable
{
    private const string Documents = "    documents:\n      - { fr: comptes-et-copies.docx, en: accounts-and-backups.docx }\n      - { fr: comptes-et-copies.html, en: accounts-and-backups.html }\n";
    private string? _copy;

    [Fact]
    public void Refuses_an_entry_that_leads_nowhere_with_its_file_and_line()
    {
        var problem = Problems("offer.yaml", Documents, "").ShouldHaveSingleItem();
        problem.ToString().ShouldBe($"offer.yaml({LineOf("  - code: strong-accounts")}): needs.no_way_to_act code=strong-accounts");
    }

    [Theory]
    [InlineData("    link: https://exemple.org/cours\n", null)]
    [InlineData("    link: { fr: https://exemple.org/cours, en: https://exemple.org/course }\n", null)]
    [InlineData("    link: { fr: https://exemple.org/cours }\n", "kit.translation_missing")]
    [InlineData("    link: javascript:alert(1)\n", "needs.bad_link")]
    [InlineData("    link: https://user:pass@exemple.org/\n", "needs.bad_link")]
    [InlineData("    contact: { name: { fr: Accueil, en: Desk }, email: accueil@exemple.org }\n", null)]
    [InlineData("    contact: { name: { fr: Accueil, en: Desk }, phone: 418 555-0123 }\n", null)]
    [InlineData("    contact: { name: { fr: Accueil, en: Desk } }\n", "needs.contact_without_way")]
    [InlineData("    contact: { name: { fr: Accueil, en: Desk }, email: accueil }\n", "needs.bad_email")]
    [InlineData("    contact: { name: { fr: Accueil, en: Desk }, phone: bientôt }\n", "needs.bad_phone")]
    [InlineData("    contact: accueil@exemple.org\n", "kit.wrong_type")]
    [InlineData("    place: { fr: Gaspé, en: Gaspé }\n    dates: [2027-02-10, 2027-03-10]\n", null)]
    [InlineData("    place: { fr: Gaspé, en: Gaspé }\n", "needs.no_way_to_act")]
    [InlineData("    dates: [2027-02-10]\n", "needs.no_way_to_act")]
    [InlineData("    place: { fr: Gaspé, en: Gaspé }\n    dates: [bientôt]\n", "kit.bad_date")]
    public void Takes_any_true_way_to_act_and_refuses_a_false_one(string way, string? code)
    {
        var problems = Problems("offer.yaml", Documents, way);
        if (code is null) problems.ShouldBeEmpty();
        else problems.ShouldContain(p => p.Code == code && p.Line >= LineOf("  - code: strong-accounts"));
    }

    [Theory]
    [InlineData("../kit.docx", "needs.document_name")]
    [InlineData("Comptes.docx", "needs.document_name")]
    [InlineData("comptes.exe", "needs.document_name")]
    [InlineData("comptes et copies.docx", "needs.document_name")]
    [InlineData("pas-la.docx", "kit.file_missing")]
    public void Refuses_a_file_by_its_name(string name, string code) =>
        Problems("offer.yaml", "{ fr: comptes-et-copies.docx,", $"{{ fr: {name},").ShouldContain(p => p.Code == code);

    [Theory]
    [InlineData("fr/comptes-et-copies.docx", "not a document", "needs.document_kind")]
    [InlineData("fr/comptes-et-copies.html", "<p>no doctype</p>", "needs.document_kind")]
    [InlineData("fr/comptes-et-copies.html", null, "kit.document_too_large")]
    public void Refuses_a_file_by_its_content(string file, string? content, string code)
    {
        _copy = DemonstrationKit.Spoiled("kit.yaml", "code:", "code:");
        File.WriteAllText(Path.Combine(_copy, "documents", file), content ?? "<!doctype html>" + new string(' ', 2 << 20));
        Read().ShouldHaveSingleItem().Code.ShouldBe(code);
    }

    [Theory]
    [InlineData("documents/fr/comptes-et-copies.docx")]
    [InlineData("documents/fr")]
    public void Refuses_a_link_that_could_show_a_file_from_elsewhere(string place)
    {
        _copy = DemonstrationKit.Spoiled("kit.yaml", "code:", "code:");
        var path = Path.Combine(_copy, place);
        var target = Path.Combine(DemonstrationKit.Folder, place);
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
            Directory.CreateSymbolicLink(path, target);
        }
        else
        {
            File.Delete(path);
            File.CreateSymbolicLink(path, target);
        }

        Read().ShouldContain(p => p.Code == "kit.link_refused");
    }

    public void Dispose()
    {
        if (_copy is not null) Directory.Delete(_copy, recursive: true);
    }

    private IReadOnlyList<KitProblem> Problems(string file, string text, string replacement)
    {
        _copy = DemonstrationKit.Spoiled(file, text, replacement);
        return Read();
    }

    private IReadOnlyList<KitProblem> Read()
    {
        var problems = new KitProblems();
        new NeedsKitPart(new Texts<NeedsModule>(), TimeProvider.System).Read(new KitFolder(_copy!), problems);
        return problems.All;
    }

    private static int LineOf(string text) => File.ReadLines(Path.Combine(DemonstrationKit.Folder, "offer.yaml")).TakeWhile(l => l != text).Count() + 1;
}
