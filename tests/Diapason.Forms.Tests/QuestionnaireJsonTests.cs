using System.Runtime.CompilerServices;
using System.Text.Json;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

/// <summary>A questionnaire as JSON, for programs.</summary>
public sealed class QuestionnaireJsonTests
{
    [Theory]
    [InlineData("ia-en-culture")]
    [InlineData("ia-en-tourisme")]
    public void A_kits_questionnaire_comes_back_letter_by_letter(string kit)
    {
        var draft = ReadDraft.From(File.ReadAllText(InKits(kit + "/questionnaire.yaml"))).Draft!;
        var json = QuestionnaireJson.Write(draft);
        var back = QuestionnaireJson.Read(json);
        back.Code.ShouldBeEmpty();
        back.Yaml.ShouldBe(WriteDraft.Of(draft));
        QuestionnaireJson.Write(ReadDraft.From(back.Yaml).Draft!).ShouldBe(json);
        QuestionnaireReader.Read(back.Yaml, "q.json").Questionnaire.ShouldNotBeNull();
        JsonDocument.Parse(json).RootElement.GetProperty("minutes").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public void Drawn_questionnaires_come_back_letter_by_letter()
    {
        for (var seed = 0; seed < 40; seed++)
        {
            var draft = ReadDraft.From(DrawnForm.Draw(new Random(seed))).Draft!;
            WriteDraft.Of(ReadDraft.From(QuestionnaireJson.Read(QuestionnaireJson.Write(draft)).Yaml).Draft!).ShouldBe(WriteDraft.Of(draft), $"seed {seed}");
        }
    }

    [Theory]
    [InlineData("{\n\"code\": }", 2, "json_broken")]
    [InlineData("[]", 1, "json_shape")]
    [InlineData("{\"code\":null}", 1, "json_shape")]
    [InlineData("{\"co de\":\"a\"}", 1, "json_shape")]
    [InlineData("{\"code\":\"a\",\"code\":\"b\"}", 1, "json_broken")]
    [InlineData("{\"code\":\"\\uD800\"}", 1, "json_broken")]
    [InlineData("", 1, "json_broken")]
    public void What_is_no_questionnaire_is_told_with_its_line(string text, int line, string code)
    {
        var read = QuestionnaireJson.Read(text);
        (read.Line, read.Code, read.Yaml).ShouldBe((line, code, ""));
    }

    private static string InKits(string path, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "kits", path);
}
