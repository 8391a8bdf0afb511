using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Diapason.TestKit;
using Diapason.Tests.Needs;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Diapason.Tests.House;

/// <summary>Files that are wrong as files, whichever module reads them: each is refused with its place, and nothing is loaded.</summary>
public sealed class FaultyKitTests(DiapasonApp app) : IClassFixture<DiapasonApp>, IDisposable
{
    private readonly string _kit = DemonstrationKit.Spoiled("kit.yaml", "code: ia-en-culture", "code: ia-en-culture");

    public static TheoryData<string, string, string, int> Contents => new()
    {
        { "kit.yaml", "code: [a\nversion: }", "kit.bad_yaml", 1 },
        { "offer.yaml", "version: \"1\nentries: []", "kit.bad_yaml", 1 },
        { "kit.yaml", "", "kit.file_empty", 0 },
        { "offer.yaml", "- a\n- b\n", "kit.not_a_mapping", 1 },
        { "campaign.yaml", "slug: a-b\n---\nslug: c-d\n", "kit.not_a_mapping", 2 },
        { "frame.yaml", "code: a\nversion:\n\tname: b\n", "kit.tab", 3 },
        { "frame.yaml", "a: &a [x, x]\nb: [*a, *a]\n", "kit.alias_refused", 2 },
        { "offer.yaml", "a: " + new string('[', 100_000), "kit.too_deep", 1 },
        { "questionnaire.yaml", "a: " + new string('[', 100_000), "kit.too_deep", 1 },
        { "offer.yaml", "a: " + new string('x', 3 << 20), "kit.file_too_large", 0 },
        { "answers.csv", "", "kit.file_empty", 0 },
        { "kit.yaml", "code: [a]\n", "kit.wrong_type", 1 },
        { "kit.yaml", "code: a\ncouncils: 3\n", "kit.wrong_type", 2 },
        { "kit.yaml", "code: a\nsynthetic: yes\n", "kit.wrong_type", 2 },
        { "kit.yaml", "councils:\n  - slug: ../../etc/passwd\n", "kit.bad_slug", 2 },
    };

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task A_file_that_is_wrong_as_a_whole_is_refused(string file, string content, string code, int line)
    {
        await File.WriteAllTextAsync(Path.Combine(_kit, file), content, TestContext.Current.CancellationToken);
        var problems = await RefusedAsync();
        problems.ShouldContain(p => p.File == file && p.Code == code && p.Line == line);
        problems.Select(Say).ShouldAllBe(sentence => !sentence.Contains('{'));
    }

    [Theory]
    [InlineData("fr", "questionnaire.yaml, ligne 309 : « threat.title » n’a pas de texte anglais. [kit.translation_missing]")]
    [InlineData("en", "questionnaire.yaml, line 309: “threat.title” has no English text. [kit.translation_missing]")]
    public async Task A_problem_is_said_in_the_language_of_the_operator(string language, string sentence)
    {
        await ReplaceAsync("questionnaire.yaml", ", en: \"Do you see AI as a threat to creation?\"", "");
        var problem = (await RefusedAsync()).ShouldHaveSingleItem();
        Languages.Use(language);
        Page.Words(Say(problem)).ShouldBe(sentence);
    }

    /// <summary>Opened, a pipe without a writer would wait for ever.</summary>
    [Theory]
    [InlineData("kit.yaml")]
    [InlineData("offer.yaml")]
    [InlineData("answers.csv")]
    [InlineData("documents/accord-fournisseur.html")]
    public async Task A_pipe_in_the_folder_is_refused_and_keeps_nobody_waiting(string file)
    {
        var path = Path.Combine(_kit, file);
        if (!File.Exists(path)) path = Directory.EnumerateFiles(Path.Combine(_kit, "documents"), "*", SearchOption.AllDirectories).First();
        File.Delete(path);
        using (var made = System.Diagnostics.Process.Start("mkfifo", [path])) await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        var problems = await RefusedAsync().WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        problems.ShouldContain(p => p.File == Path.GetRelativePath(_kit, path) && p.Code == "kit.file_empty");
        Languages.Use("fr");
        problems.Where(p => p.Code == "kit.file_empty").Select(Say).ShouldAllBe(sentence => sentence.Contains("n’est pas un fichier ordinaire"));
    }

    [Fact]
    public async Task What_a_kit_holds_neither_fills_nor_commands_a_terminal()
    {
        await ReplaceAsync("frame.yaml", "total: 174000", $"total: \"\\e[2J{new string('9', 500)}\"");
        var problem = (await RefusedAsync()).ShouldHaveSingleItem();
        Languages.Use(Languages.French);
        Page.Words(Say(problem)).ShouldBe($"frame.yaml, ligne {problem.Line} : « [2J{new string('9', 76)}… » n’est pas un effectif : un nombre entier au-dessus de zéro, sans espace. [frame.bad_total]");
    }

    [Theory]
    [InlineData("framework.yaml")]
    [InlineData("quick.yaml")]
    [InlineData("frame.yaml")]
    [InlineData("questionnaire.yaml")]
    [InlineData("kit.yaml")]
    public async Task A_file_that_is_not_there_is_refused_when_others_need_it(string file)
    {
        File.Delete(Path.Combine(_kit, file));
        (await RefusedAsync()).ShouldContain(p => p.File == file && p.Code == "kit.file_missing");
    }

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("/dev/zero")]
    [InlineData("/nowhere")]
    [InlineData("offer.yaml")]
    public async Task A_link_is_not_followed(string target)
    {
        File.Delete(Path.Combine(_kit, "offer.yaml"));
        File.CreateSymbolicLink(Path.Combine(_kit, "offer.yaml"), target);
        (await RefusedAsync()).ShouldHaveSingleItem().ToString().ShouldBe("offer.yaml(0): kit.link_refused");
    }

    private string Say(KitProblem problem) => app.Services.GetRequiredService<KitSentences>().Of(problem);

    private async Task ReplaceAsync(string file, string from, string to)
    {
        var path = Path.Combine(_kit, file);
        var text = await File.ReadAllTextAsync(path);
        text.ShouldContain(from);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_kit, recursive: true);

    private async Task<IReadOnlyList<KitProblem>> RefusedAsync() =>
        (await app.InScopeAsync(services => services.GetRequiredService<LoadKit>().RunAsync(_kit, default))).ShouldBeOfType<KitOutcome.Refused>().Problems;
}
