using Diapason.Needs;
using Diapason.Needs.Kit;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

public sealed class NeedsKitTests
{
    [Theory]
    [InlineData("framework.yaml", "en: \"Recognize AI\" }", "en: \"\" }", "kit.translation_missing", "language=en")]
    [InlineData("framework.yaml", "  - code: ethics", "  - code: recognise", "kit.duplicate_code", "code=recognise")]
    [InlineData("framework.yaml", "    prerequisite: true", "    prerequisit: true", "kit.key_mistyped", "meant=prerequisite")]
    [InlineData("framework.yaml", "date: 2026-09-15", "date: 15/09/2026", "kit.bad_date", "key=date")]
    [InlineData("quick.yaml", "develops: [integrate, risk]", "develops: [integrate, risks]", "needs.unknown_code", "code=risks")]
    [InlineData("quick.yaml", "{ code: confidence,", "{ code: courage,", "needs.unknown_code", "code=courage")]
    [InlineData("quick.yaml", "pile: keep", "pile: maybe", "kit.unknown_word", "word=maybe")]
    [InlineData("offer.yaml", "develops: { literacy: [0, 2], risk: [0, 1] }", "develops: { literacy: [1, 1] }", "needs.bad_levels", "competency=literacy")]
    [InlineData("offer.yaml", "kind: guide", "kind: robot", "kit.unknown_word", "word=robot")]
    [InlineData("offer.yaml", "minutes: 45", "minutes: 0", "kit.number_out_of_range", "key=minutes")]
    [InlineData("offer.yaml", "answers: [data, time, rules]", "answers: [laziness]", "needs.unknown_code", "code=laziness")]
    [InlineData("offer.yaml", "price: free", "price: priceless", "needs.unknown_code", "code=priceless")]
    [InlineData("offer.yaml", "    price: free", "    price: free\n    amount: 12.345", "needs.bad_amount", "value=12.345")]
    [InlineData("offer.yaml", "suits: { status: [employee, organisation] }", "suits: { status: [freelance] }", "needs.unknown_code", "code=freelance")]
    [InlineData("offer.yaml", "roles: [artist, freelancer]", "roles: [juggler]", "needs.unknown_code", "code=juggler")]
    [InlineData("offer.yaml", "roles: [artist, freelancer]", "regions: [r99]", "needs.unknown_code", "code=r99")]
    [InlineData("offer.yaml", "costs: full", "costs: dear", "kit.unknown_word", "word=dear")]
    [InlineData("quick.yaml", "{ code: self_employed,", "{ code: alone,", "needs.unknown_code", "code=alone")]
    [InlineData("framework.yaml", "{ code: artist, link: creation }", "{ code: artist, link: dreaming }", "needs.unknown_code", "code=dreaming")]
    [InlineData("framework.yaml", "means: money", "means: greed", "kit.unknown_word", "word=greed")]
    [InlineData("framework.yaml", "  status: status", "  status: statut", "needs.unknown_variable", "variable=statut")]
    [InlineData("framework.yaml", "  region: region", "  region: open.hope", "needs.unknown_variable", "variable=open.hope")]
    [InlineData("framework.yaml", "{ code: freelancer }", "{ code: freelancer, answers: [pigiste] }", "needs.unknown_answer", "code=pigiste")]
    [InlineData("framework.yaml", "variable: \"piles.{code}\"", "variable: \"tasks.{code}\"", "needs.unknown_variable", "variable=tasks.{code}")]
    [InlineData("framework.yaml", "variable: \"comp.{code}.mastery\"", "variable: \"comp.risk.mastery\"", "needs.no_place", "variable=comp.risk.mastery")]
    [InlineData("framework.yaml", "human: [skill]", "human: [talent]", "needs.unknown_answer", "code=talent")]
    [InlineData("framework.yaml", "unimportant: [\"1\", \"2\"]", "unimportant: [\"0\"]", "needs.unknown_answer", "code=0")]
    [InlineData("framework.yaml", "\"5\": 3 }", "\"6\": 3 }", "needs.unknown_answer", "code=6")]
    [InlineData("framework.yaml", "\"5\": 3 }", "\"5\": 9 }", "kit.number_out_of_range", "key=5")]
    [InlineData("framework.yaml", "  mastery: {", "  mastry: {", "kit.key_mistyped", "meant=mastery")]
    [InlineData("framework.yaml", "means: money", "meens: money", "kit.key_mistyped", "meant=means")]
    [InlineData("offer.yaml", "price: free", "prise: free", "kit.key_mistyped", "meant=price")]
    [InlineData("framework.yaml", "grants: grant", "grants: subsidy", "needs.unknown_code", "code=subsidy")]
    [InlineData("framework.yaml", "grants: grant", "subsidies: grant", "needs.unknown_answer", "code=subsidies")]
    [InlineData("framework.yaml", "variable: ai_purposes", "variable: ai_purpose", "needs.unknown_variable", "variable=ai_purpose")]
    [InlineData("quick.yaml", "level: 3", "level: 4", "kit.number_out_of_range", "key=level")]
    [InlineData("framework.yaml", "codes: [never]", "codes: [jamais]", "needs.unknown_answer", "code=jamais")]
    [InlineData("framework.yaml", "variable: ai_use", "variable: ai_usage", "needs.unknown_variable", "variable=ai_usage")]
    [InlineData("offer.yaml", "    users: true", "    user: true", "kit.key_mistyped", "meant=users")]
    public void Refuses_a_spoiled_kit_with_the_file_the_line_and_the_reason(string file, string text, string spoiled, string code, string fact)
    {
        var copy = DemonstrationKit.Spoiled(file, text, spoiled);
        try
        {
            var problems = new KitProblems();
            new NeedsKitPart(new Texts<NeedsModule>(), TimeProvider.System).Read(new KitFolder(copy), problems).ShouldBeNull();
            // One fault, one problem.
            var problem = problems.All.ShouldHaveSingleItem();
            problem.Code.ShouldBe(code);
            problem.File.ShouldBe(file);
            problem.ToString().ShouldContain(fact);
            problem.Line.ShouldBeInRange(LineOf(file, text) - 14, LineOf(file, text) + 1);
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    [Fact]
    public void A_kit_without_a_framework_has_no_part_here()
    {
        var empty = Directory.CreateTempSubdirectory("diapason-kit-").FullName;
        var problems = new KitProblems();
        new NeedsKitPart(new Texts<NeedsModule>(), TimeProvider.System).Read(new KitFolder(empty), problems).ShouldBeNull();
        problems.Any.ShouldBeFalse();
        Directory.Delete(empty);
    }

    [Fact]
    public void The_demonstration_offers_a_step_from_every_level_of_every_competency()
    {
        var reference = DemonstrationKit.Reference;
        reference.Framework.Competencies.Count(c => c.IsPriority).ShouldBe(5);
        reference.Offer.Entries.Count.ShouldBeGreaterThanOrEqualTo(20);
        foreach (var competency in reference.Framework.Competencies)
            for (var level = 0; level < 3; level++)
                reference.Offer.Entries.ShouldContain(e => e.Develops.Any(d => d.Serves(competency.Code, level)), $"{competency.Code} from {level}");
    }

    // A problem points to the node that holds the fault, which may start a few lines above it.
    private static int LineOf(string file, string text) => File.ReadLines(Path.Combine(DemonstrationKit.Folder, file)).TakeWhile(l => !l.Contains(text)).Count() + 1;
}
