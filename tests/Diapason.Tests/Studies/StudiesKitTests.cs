using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.Studies;
using Diapason.Studies.Kit;
using Diapason.Studies.Reporting;
using Diapason.TestKit;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Studies;

public sealed class StudiesKitTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("diapason-kit-").FullName;

    public StudiesKitTests()
    {
        foreach (var file in new[] { "frame.yaml", "portrait.yaml", "questionnaire.yaml" }) File.Copy(Path.Combine(KitStudy.Folder, file), Path.Combine(_folder, file));
    }

    [Fact]
    public void The_demonstration_kit_has_no_problem() => Problems().ShouldBeEmpty();

    [Theory]
    [InlineData("frame.yaml", "share: 70", "share: 69", "frame.margin_does_not_sum margin=status sum=99")]
    [InlineData("frame.yaml", "share: 54", "share: a lot", "frame.bad_share share=a lot")]
    [InlineData("frame.yaml", "total: 174000", "total: -3", "frame.bad_total total=-3")]
    [InlineData("frame.yaml", "date: 2021-05-11", "date: May 2021", "kit.bad_date key=date")]
    [InlineData("frame.yaml", "answers: [employee, organisation]", "answers: [employee]", "frame.answer_in_no_category margin=status answer=organisation")]
    [InlineData("frame.yaml", "answers: [employee, organisation]", "answers: [employee, organisation, self_employed]", "frame.answer_in_two_categories answer=self_employed")]
    [InlineData("frame.yaml", "variable: metro", "variable: city", "studies.unknown_variable variable=city")]
    [InlineData("frame.yaml", "fr: Femmes, en: Women", "fr: Femmes", "kit.translation_missing key=women.label language=en")]
    [InlineData("frame.yaml", "caution:", "cautoin:", "kit.key_mistyped key=cautoin meant=caution")]
    [InlineData("frame.yaml", "answers: [employee, organisation]", "answer: [employee, organisation]", "kit.key_mistyped key=answer meant=answers")]
    [InlineData("frame.yaml", "    categories:", "\tcategories:", "kit.tab")]
    [InlineData("portrait.yaml", "headline: evolution", "headine: evolution", "kit.key_mistyped key=headine meant=headline")]
    [InlineData("portrait.yaml", "answers: [adapt]", "answers: [adopt]", "studies.unknown_option variable=evolution option=adopt")]
    [InlineData("portrait.yaml", "variable: subsector", "variable: formats", "studies.not_one_choice variable=formats")]
    [InlineData("portrait.yaml", "code: threat", "code: evolution", "kit.duplicate_code code=evolution")]
    [InlineData("portrait.yaml", "headline: evolution", "headline: nothing", "portrait.unknown_figure figure=nothing")]
    [InlineData("portrait.yaml", "{no_use} n’utilisent", "{no_uses} n’utilisent", "portrait.unknown_figure figure=no_uses")]
    [InlineData("portrait.yaml", "en: \"{value} see a threat", "en: \"Many see a threat", "portrait.finding_without_value language=en")]
    [InlineData("portrait.yaml", "        among: {variable: status, answers: [employee]}\n", "", "portrait.routed_without_among figure=obstacle_employee")]
    [InlineData("portrait.yaml", "published: 83", "published: 830", "portrait.bad_published published=830")]
    [InlineData("portrait.yaml", "published:\n  name:", "publisher:\n  name:", "kit.key_mistyped key=publisher meant=published")]
    [InlineData("portrait.yaml", "tone: discuss", "tone: shout", "portrait.unknown_tone tone=shout")]
    [InlineData("portrait.yaml", "link: https:", "link: ftp:", "portrait.bad_link")]
    [InlineData("portrait.yaml", "  - {variable: region,", "  - {variable: age, label: {fr: Âge, en: Age}}\n  - {variable: sex, label: {fr: Sexe, en: Sex}}\n  - {variable: metro, label: {fr: M, en: M}}\n  - {variable: role, label: {fr: R, en: R}}\n  - {variable: region,", "portrait.too_many_breakdowns asked=7 allowed=6")]
    public void Refuses_what_is_wrong_with_its_file_and_line(string file, string right, string wrong, string expected)
    {
        var path = Path.Combine(_folder, file);
        var text = File.ReadAllText(path);
        text.ShouldContain(right);
        File.WriteAllText(path, text.Replace(right, wrong, StringComparison.Ordinal));
        // One fault, one problem.
        var problem = Problems().ShouldHaveSingleItem();
        problem.ToString().ShouldContain(expected);
        problem.File.ShouldBe(file);
        problem.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_variable_serves_two_figures_at_most()
    {
        var path = Path.Combine(_folder, "portrait.yaml");
        var text = File.ReadAllText(path);
        foreach (var figure in new[] { "difficulty.content", "difficulty.offer" })
            text = text.Replace($"counts: [{{variable: {figure}, answers: [hard, very_hard]}}]", $"counts: [{{variable: {figure}, answers: [hard]}}, {{variable: threat, answers: [\"yes\"]}}]", StringComparison.Ordinal);
        File.WriteAllText(path, text);
        Problems().ShouldHaveSingleItem().ToString().ShouldContain("portrait.variable_overused variable=threat asked=3 allowed=2");
    }

    [Fact]
    public void A_portrait_needs_no_earlier_study()
    {
        var path = Path.Combine(_folder, "portrait.yaml");
        var text = File.ReadAllText(path);
        var (start, end) = (text.IndexOf("published:\n", StringComparison.Ordinal), text.IndexOf("sections:\n", StringComparison.Ordinal));
        text = text[..start] + text[end..];
        File.WriteAllText(path, text);
        Problems().ShouldHaveSingleItem().ToString().ShouldContain("portrait.published_without_study figure=evolution");
        File.WriteAllLines(path, text.Split('\n').Where(line => !line.TrimStart().StartsWith("published:", StringComparison.Ordinal)));
        Problems().ShouldBeEmpty();
        var definition = new ReadPortrait(new KitLines()).From(new KitFolder(_folder), new KitProblems()).ShouldNotBeNull();
        var state = KitStudy.State(KitStudy.Store(KitStudy.Answers()), definition: definition);
        Languages.Use(Languages.French);
        new PortraitViews().Of(state, null).Sections.SelectMany(s => s.Figures).ShouldAllBe(f => f.Published == null && f.Table!.Rows.Count == 1);
        FigureFile.Rows(state).ShouldAllBe(r => r.Published == null);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private IReadOnlyList<KitProblem> Problems()
    {
        var problems = new KitProblems();
        _ = new StudiesKitPart(null!, new Texts<StudiesModule>(), new ManualClock(DateTimeOffset.UnixEpoch)).Read(new KitFolder(_folder), problems);
        return problems.All;
    }
}
