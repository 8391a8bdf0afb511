using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>What is left never grows on the way, whatever is answered. Seeds are fixed: a failure can be replayed.</summary>
public sealed class ProgressTests
{
    [Fact]
    public void Pages_sections_and_minutes_left_never_grow_on_the_way_of_the_kit()
    {
        var kit = Samples.Read(File.ReadAllText(FileAt("kits/ia-en-culture/questionnaire.yaml")));
        var random = new Random(6);
        for (var round = 0; round < Sample.Of(500, 5000); round++) Walk(kit, random);
    }

    [Fact]
    public void Nor_on_the_way_of_any_questionnaire()
    {
        var random = new Random(7);
        var turned = 0;
        for (var round = 0; round < 300; round++)
        {
            var form = Samples.Read(Draw(random));
            for (var walk = 0; walk < 10; walk++) turned += form.Pages.Count - Walk(form, random);
        }

        turned.ShouldBeGreaterThan(3000, "conditions must turn pages away, or nothing is tested");
    }

    /// <summary>Answers every page met; returns how many were.</summary>
    private static int Walk(Questionnaire form, Random random)
    {
        var (answers, met) = (AnswerSet.Empty, 0);
        var before = form.RouteFor(answers).At(form.Pages[0]);
        before.MinutesLeft.ShouldBeLessThanOrEqualTo(form.Minutes);
        for (var page = form.RouteFor(answers).First; page is not null; page = form.RouteFor(answers).After(page))
        {
            met++;
            var route = form.RouteFor(answers);
            var here = route.At(page);
            here.Page.ShouldBe(met);
            here.Page.ShouldBeLessThanOrEqualTo(here.Pages);
            here.Section.ShouldBeInRange(before.Section, here.Sections);
            here.Pages.ShouldBeLessThanOrEqualTo(before.Pages);
            here.Sections.ShouldBeLessThanOrEqualTo(before.Sections);
            here.MinutesLeft.ShouldBeInRange(1, before.MinutesLeft);
            foreach (var other in form.Pages) if (route.Shows(other)) route.MayShow(other).ShouldBeTrue("what is shown may be");
            before = here;
            answers = answers.Merge(PagePost.Read(page, route, name => Give(page, name, random)).Answers);
        }

        // Its own answers may be what turns the rest away: it is known to be the last once it is answered.
        form.RouteFor(answers).Pages.Count.ShouldBe(met);
        form.RouteFor(answers).At(form.RouteFor(answers).Pages[^1]).Pages.ShouldBe(met);
        return met;
    }

    private static string?[] Give(Page page, string name, Random random)
    {
        var field = page.Questions.SelectMany(question => question.Fields).Single(field => field.Name == name);
        if (field.IsOther || field.IsMissingMark || (!page.Questions[0].Required && random.Next(6) == 0)) return [];
        return field.Choices.Count > 0 ? [field.Choices[random.Next(field.Choices.Count)].Code] : ["7"];
    }

    private static string Draw(Random random)
    {
        var yaml = new StringBuilder("code: any\nversion: \"1\"\ntitle: { fr: T, en: T }\nminutes: 12\nsections:\n");
        var known = 0;
        for (var section = 0; section < 4; section++)
        {
            var asked = known;
            yaml.Append(CultureInfo.InvariantCulture, $"  - code: s{section}\n    title: {{ fr: T, en: T }}\n{When(random, asked, "    ")}    pages:\n");
            for (var page = random.Next(1, 4); page > 0; page--, known++)
                yaml.Append(CultureInfo.InvariantCulture, $"      - code: p{known}\n{When(random, known, "        ")}        questions:\n          - code: q{known}\n            kind: single\n            title: {{ fr: T, en: T }}\n            options: [{{ code: a, fr: A, en: A }}, {{ code: b, fr: B, en: B }}, {{ code: c, fr: C, en: C }}]\n");
        }

        return yaml.ToString();
    }

    private static string When(Random random, int known, string indent) => known == 0 || random.Next(3) == 0 ? "" : $"{indent}when: \"{Ask(random, known, 2)}\"\n";

    private static string Ask(Random random, int known, int depth) => (depth, random.Next(6)) switch
    {
        ( > 0, 0) => $"{Ask(random, known, depth - 1)} and {Ask(random, known, depth - 1)}",
        ( > 0, 1) => $"{Ask(random, known, depth - 1)} or {Ask(random, known, depth - 1)}",
        ( > 0, 2) => $"not ({Ask(random, known, depth - 1)})",
        (_, 3) => $"answered(q{random.Next(known)})",
        _ => $"q{random.Next(known)} in ('a', '{(random.Next(2) == 0 ? 'b' : 'c')}')",
    };

    private static string FileAt(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path);
}
