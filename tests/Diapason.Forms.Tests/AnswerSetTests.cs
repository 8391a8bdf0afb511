using System.Text.Json;
using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace Diapason.Forms.Tests;

public sealed class AnswerSetTests
{
    private const string Every =
        """{"status":"employee","obst":["time","cost"],"none":[],"words":"L’art «\"»\n","age_n":12.5,"q9":{"missing":"prefer_not"}}""";

    [Fact]
    public void Goes_through_json_without_loss()
    {
        var answers = AnswerSet.Parse(Every);
        answers.ToJson().ShouldBe(Every);
        AnswerSet.Parse(answers.ToUtf8Json()).ShouldBe(answers);
        answers["age_n"].Number.ShouldBe(12.5m);
        answers["q9"].Missing.ShouldBe(MissingKind.PreferNot);
        answers["absent"].Kind.ShouldBe(AnswerKind.None);
        AnswerSet.Parse("").Count.ShouldBe(0);
        AnswerSet.Parse(AnswerSet.Empty.With("words", AnswerValue.Of("🎭")).ToJson())["words"].Text.ShouldBe("🎭");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"a":null}""")]
    [InlineData("""{"a":true}""")]
    [InlineData("""{"a":[1]}""")]
    [InlineData("""{"a":{"missing":"lost"}}""")]
    [InlineData("""{"a":{"missing":"skipped","b":1}}""")]
    public void Refuses_json_that_is_not_flat_answers_without_repeating_it(string json) =>
        Should.Throw<JsonException>(() => AnswerSet.Parse(json)).Message.ShouldNotContain("lost");

    [Fact]
    public void Merges_as_both_databases_do()
    {
        AnswerValue[] values = [AnswerValue.Of("a"), AnswerValue.Of("b", "c"), AnswerValue.Of(3m), AnswerValue.Of(MissingKind.Skipped), AnswerValue.Of(MissingKind.DontKnow)];
        foreach (var before in values)
            foreach (var after in values)
            {
                var stored = AnswerSet.Empty.With("x", before).With("y", before);
                var page = AnswerSet.Empty.With("x", after);
                var expected = Canonical(stored.Merge(page).ToJson());
                Canonical(PostgresMerge(stored.ToJson(), page.ToJson())).ShouldBe(expected);
                Canonical(MergePatch(JsonNode.Parse(stored.ToJson()), JsonNode.Parse(page.ToJson()))!.ToJsonString()).ShouldBe(expected);
            }
    }

    [Fact]
    public void Copies_leave_the_original_as_it_was()
    {
        var answers = AnswerSet.Parse("""{"a":"x"}""");
        answers.With("a", AnswerValue.Of("y"));
        answers.Without(["a"]).Count.ShouldBe(0);
        answers.Merge(AnswerSet.Parse("""{"b":"z"}""")).Count.ShouldBe(2);
        answers.ToJson().ShouldBe("""{"a":"x"}""");
    }

    private static string Canonical(string json) => string.Join(',', JsonNode.Parse(json)!.AsObject().OrderBy(p => p.Key).Select(p => $"{p.Key}={p.Value!.ToJsonString()}"));

    // PostgreSQL's ||: top-level keys of the right side win.
    private static string PostgresMerge(string left, string right)
    {
        var merged = JsonNode.Parse(left)!.AsObject();
        foreach (var (key, value) in JsonNode.Parse(right)!.AsObject()) merged[key] = value!.DeepClone();
        return merged.ToJsonString();
    }

    // RFC 7396, which SQLite's json_patch implements: objects merge key by key, null deletes.
    private static JsonNode? MergePatch(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes) return patch?.DeepClone();
        var merged = target is JsonObject old ? old.DeepClone().AsObject() : [];
        foreach (var (key, value) in changes)
            if (value is null) merged.Remove(key);
            else merged[key] = MergePatch(merged[key], value);
        return merged;
    }
}
