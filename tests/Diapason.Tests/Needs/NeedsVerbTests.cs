using System.Text.Json;
using Diapason.Needs.Shell;
using Diapason.Platform.Kits;
using Diapason.Platform.Modules;
using Diapason.Web;
using Shouldly;
using Xunit;

namespace Diapason.Tests.Needs;

/// <summary>A program that asks what needs say, line by line.</summary>
public sealed class NeedsVerbTests : IDisposable
{
    private readonly List<string> _folders = [];

    public void Dispose() => _folders.ForEach(folder => Directory.Delete(folder, recursive: true));

    [Fact]
    public async Task A_need_is_answered_with_every_field()
    {
        var (code, lines, errors) = await RunAsync(DemonstrationKit.Folder, """{"id": "a1", "text": "J’ai peur que mes textes nourrissent une IA pis je sais pas quoi signer", "language": "fr"}""");
        (code, errors).ShouldBe((0, ""));
        var answer = lines.Single();
        answer.EnumerateObject().Select(p => p.Name).ShouldBe(["id", "ranked", "task", "obstacle", "out_of_scope", "no_ai", "understood"]);
        answer.GetProperty("id").GetString().ShouldBe("a1");
        var ranked = answer.GetProperty("ranked").EnumerateArray().Select(c => c.GetString()!).ToList();
        ranked[0].ShouldBe("ethics");
        ranked.ShouldBe(DemonstrationKit.Reference.Framework.Competencies.Select(c => c.Code), ignoreOrder: true);
        (answer.GetProperty("task").GetString(), answer.GetProperty("obstacle").GetString()).ShouldBe(("making", "data"));
        (answer.GetProperty("out_of_scope").GetBoolean(), answer.GetProperty("no_ai").GetBoolean()).ShouldBe((false, false));
        answer.GetProperty("understood").EnumerateArray().Select(w => w.GetString()).ShouldContain("nourrissent une IA");
    }

    [Fact]
    public async Task What_is_outside_the_field_and_what_needs_no_AI_are_said()
    {
        var (_, lines, _) = await RunAsync(
            DemonstrationKit.Folder,
            """{"id": 1, "text": "Le chauffage de notre salle est brisé, connaissez-vous un bon plombier?", "language": "fr"}""",
            """{"id": 2, "text": "Do we really need AI for a seating chart of forty people?", "language": "en"}""",
            """{"id": 3, "text": "chu au boutte du rouleau, jai pu le gout de vivre", "language": "fr"}""");
        lines.Select(l => (l.GetProperty("id").GetInt32(), l.GetProperty("out_of_scope").GetBoolean(), l.GetProperty("no_ai").GetBoolean())).ShouldBe([(1, true, false), (2, false, true), (3, true, false)]);
        lines[0].GetProperty("task").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_line_that_is_no_need_is_told_and_the_others_are_answered()
    {
        var (code, lines, errors) = await RunAsync(DemonstrationKit.Folder, "{", """{"id": 2}""", "", """{"id": 3, "text": "Quel outil choisir?"}""", "[1]", """{"id": 4, "text": 5}""");
        code.ShouldBe(1);
        lines.Single().GetProperty("id").GetInt32().ShouldBe(3);
        foreach (var line in (int[])[1, 2, 5, 6]) errors.ShouldContain($"line {line}: not a JSON object");
        errors.ShouldNotContain("Quel outil");
    }

    [Fact]
    public async Task A_need_of_twenty_thousand_characters_is_read_up_to_the_limit_and_told()
    {
        var (code, lines, errors) = await RunAsync(DemonstrationKit.Folder, JsonSerializer.Serialize(new { id = 1, text = "Quel outil choisir? " + new string('x', 20_000), language = "fr" }));
        (code, lines.Count).ShouldBe((0, 1));
        errors.ShouldContain("20020 characters; the first 4000 were read");
    }

    [Fact]
    public async Task A_kit_without_a_lexicon_is_matched_by_its_framework()
    {
        var (code, lines, _) = await RunAsync(Path.Combine(Path.GetDirectoryName(DemonstrationKit.Folder)!, "ia-en-tourisme"), """{"id": 1, "text": "protéger les renseignements des clients", "language": "fr"}""");
        code.ShouldBe(0);
        lines.Single().GetProperty("ranked").GetArrayLength().ShouldBeGreaterThan(1);
    }

    [Theory]
    [InlineData("lexicon.yaml", "points: { ethics: 4", "points: { ethiks: 4", "ethiks")]
    [InlineData("lexicon.yaml", "points: { ethics: 4", "points: { ethics: 9", "ethics")]
    [InlineData("lexicon.yaml", "task: grant", "task: grnat", "grnat")]
    [InlineData("lexicon.yaml", "means: distress", "means: sadness", "sadness")]
    [InlineData("needs.csv", "n001,learn,", "n001,lern,", "lern")]
    [InlineData("needs.csv", "id,part,", "id,port,", "part")]
    public async Task A_kit_that_is_wrong_is_refused_with_its_file_and_line(string file, string text, string slip, string told)
    {
        var kit = DemonstrationKit.Spoiled(file, text, slip);
        _folders.Add(kit);
        var (code, lines, errors) = await RunAsync(kit, """{"id": 1, "text": "x"}""");
        (code, lines.Count).ShouldBe((1, 0));
        errors.ShouldContain(file);
        errors.ShouldContain(told);
    }

    [Theory]
    [InlineData]
    [InlineData("match")]
    [InlineData("match", "--kit")]
    [InlineData("match", "kits", "x")]
    public async Task Other_words_are_not_understood(params string[] arguments) => (await Verb("", TextWriter.Null, TextWriter.Null).RunAsync(arguments, CancellationToken.None)).ShouldBe(2);

    private static async Task<(int Code, List<JsonElement> Lines, string Errors)> RunAsync(string kit, params string[] lines)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await Verb(string.Join('\n', lines), output, errors).RunAsync(["match", "--kit", kit], CancellationToken.None);
        return (code, [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<JsonElement>(l))], errors.ToString());
    }

    private static NeedsVerb Verb(string input, TextWriter output, TextWriter errors) =>
        new(new KitSentences(new ModuleCatalog(HouseModules.All), new Diapason.Platform.Language.Texts<KitSentences>())) { In = new StringReader(input), Out = output, Errors = errors };
}
