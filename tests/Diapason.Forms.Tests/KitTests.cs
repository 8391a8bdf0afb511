using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class KitTests
{
    private static readonly Questionnaire Kit = Samples.Read(File.ReadAllText(FileAt("kits/ia-en-culture/questionnaire.yaml")));

    [Fact]
    public void The_demonstration_questionnaire_is_sound_and_keeps_its_codes()
    {
        string[] promised =
        [
            "status", "role", "subsector", "region", "age", "sex", "metro", "ai_use", "ai_knowledge", "evolution", "threat", "growth",
            "obstacle_employee", "obstacle_self", "obstacle_org", "difficulty.needs", "difficulty.content", "difficulty.offer",
            .. "creation production dissemination management".Split(' ').Select(link => "impact." + link),
            .. "reports email planning data cocreation strategy programme judgement support".Split(' ').Select(task => "piles." + task),
            .. "recognise ethics limits choose integrate risk literacy detect evaluate prompt critical entrepreneur".Split(' ')
                .SelectMany(code => new[] { $"comp.{code}.importance", $"comp.{code}.mastery" }),
        ];
        promised.Where(code => Kit.FindVariable(code) is null).ShouldBeEmpty();
        Kit.FindVariable("region")!.Options.Count.ShouldBe(17);
        Kit.FindVariable("age")!.Options.Select(option => option.Code).ShouldBe(["a15_24", "a25_34", "a35_44", "a45_54", "a55_64", "a65"]);
    }

    [Fact]
    public void Every_page_is_short_titled_and_says_why_and_who()
    {
        Kit.Pages.Count.ShouldBeGreaterThan(12);
        foreach (var page in Kit.Pages)
        {
            page.Questions.Sum(question => Math.Max(1, question.Items.Count)).ShouldBeLessThanOrEqualTo(5, page.Code);
            foreach (var language in new[] { "fr", "en" })
                foreach (var said in new[] { page.Title, page.Why, page.Who }) said.Has(language).ShouldBeTrue($"{page.Code} {language}");
        }
    }

    [Theory]
    [InlineData("employee", "obstacle_employee", true)]
    [InlineData("self_employed", "obstacle_self", false)]
    [InlineData("organisation", "obstacle_org", true)]
    public void Each_status_meets_its_own_obstacle_and_its_own_frame(string status, string obstacle, bool framed)
    {
        var route = Kit.RouteFor(AnswerSet.Empty.With("status", AnswerValue.Of(status)));
        string[] obstacles = ["obstacle_employee", "obstacle_self", "obstacle_org"];
        obstacles.Where(code => route.Shows(Kit.FindVariable(code)!.Question)).ShouldBe([obstacle]);
        route.Shows(Kit.FindVariable("org_policy")!.Question).ShouldBe(framed);
    }

    internal static string FileAt(string path, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", path);
}
