using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Diapason.Forms;
using Diapason.Needs.Reference;
using Json.Schema;
using Shouldly;
using Xunit;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Diapason.Tests.House;

/// <summary>The schemas that editors use say what the readers read: both kits pass them, and no key is in one and not in the other.</summary>
public sealed partial class KitSchemaTests
{
    private static readonly string Kits = Path.GetDirectoryName(Needs.DemonstrationKit.Folder)!;

    public static TheoryData<string, string> Files =>
        [.. from kit in Directory.GetDirectories(Kits) where File.Exists(Path.Combine(kit, "kit.yaml")) from file in Directory.GetFiles(kit, "*.yaml") select (Path.GetFileName(kit), Path.GetFileNameWithoutExtension(file))];

    /// <summary>Each schema, and the sources that read its file: the library of questionnaires for theirs, the project whose reader names it as its file for the others.</summary>
    public static TheoryData<string, string> Readers =>
        [.. from schema in Directory.GetFiles(Path.Combine(Kits, "schema"), "*.schema.json") let file = Path.GetFileName(schema).Split('.')[0] select (file, file == "questionnaire" ? "libs/Diapason.Forms" : ReaderOf(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_file_of_both_kits_names_its_schema_and_passes_it(string kit, string file)
    {
        var text = File.ReadAllText(Path.Combine(Kits, kit, file + ".yaml"));
        // The bank is written as a questionnaire is.
        var schema = file == "question-bank" ? "questionnaire" : file;
        text.ShouldStartWith($"# yaml-language-server: $schema=../schema/{schema}.schema.json\n");
        Faults(schema, text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("offer", "    phase: 1\n", "    fase: 1\n")]
    [InlineData("frame", "share: 58", "share: 158")]
    [InlineData("questionnaire", "            kind: single\n", "            kind: simple\n")]
    [InlineData("questionnaire", "            layout: select\n", "            max_length: 3\n")]
    [InlineData("kit", "threshold: 30", "treshold: 30")]
    [InlineData("kit", "threshold: 30", "threshold: 29")]
    [InlineData("framework", "means: time", "means: money_and_time")]
    public void A_slip_of_the_keyboard_is_refused(string file, string text, string slip)
    {
        var whole = File.ReadAllText(Path.Combine(Kits, "ia-en-tourisme", file + ".yaml"));
        whole.ShouldContain(text);
        Faults(file, whole.Replace(text, slip, StringComparison.Ordinal)).ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public void Every_key_of_a_schema_is_one_that_the_reader_names(string file, string folder)
    {
        var sources = string.Concat(Sources(Path.Combine(Path.GetDirectoryName(Kits)!, folder)));
        var named = Literal().Matches(sources).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        // YamlMap.Coded reads it for every reader of a list.
        named.Add("code");
        // An enumeration or a missing kind is written in code as its member.
        Keys(Schema(file)).Where(key => !named.Contains(key) && MissingCodes.Parse(key) == MissingKind.None).ShouldBeEmpty();
    }

    [Fact]
    public void The_words_of_a_closed_set_are_those_of_the_program()
    {
        var offer = Schema("offer").ToJsonString();
        foreach (var kind in Enum.GetNames<OfferKind>().Concat(Enum.GetNames<OfferFormat>()).Concat(Enum.GetNames<Cost>())) offer.ShouldContain($"\"{JsonNamingPolicy.SnakeCaseLower.ConvertName(kind)}\"");
        Schema("questionnaire")["$defs"]!["question"]!["properties"]!["kind"]!["enum"]!.AsArray().Select(k => (string)k!).Order(StringComparer.Ordinal).ShouldBe(QuestionKinds.Words);
        Schema("framework")["properties"]!["words"]!["properties"]!.AsObject().Select(p => p.Key).ShouldBe(OwnWords.All, ignoreOrder: true);
    }

    /// <summary>The one folder of readers that says <c>public const string File = "offer.yaml"</c>; a module's reader may leave words to the rest of its module.</summary>
    private static string ReaderOf(string file)
    {
        var root = Path.GetDirectoryName(Kits)!;
        var folders = Directory.GetDirectories(Path.Combine(root, "src", "Modules")).Append(Path.Combine(root, "src", "Diapason.Platform", "Kits"));
        return Path.GetRelativePath(root, folders.Single(folder => Sources(folder).Any(source => source.Contains($"const string File = \"{file}.yaml\"", StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText);

    private static JsonNode Schema(string file) => JsonNode.Parse(File.ReadAllText(Path.Combine(Kits, "schema", file + ".schema.json")))!;

    private static List<string> Faults(string file, string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        var instance = JsonSerializer.SerializeToElement(Json(stream.Documents[0].RootNode));
        var result = JsonSchema.FromText(Schema(file).ToJsonString()).Evaluate(instance, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return result.IsValid ? [] : [.. (result.Details ?? []).Where(d => d.Errors is { Count: > 0 }).SelectMany(d => d.Errors!.Select(e => $"{d.InstanceLocation}: {e.Value}")).Append("refused")];
    }

    /// <summary>As an editor reads YAML 1.2: a plain scalar is a number or a truth value when it looks like one, a text otherwise.</summary>
    private static JsonNode? Json(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, Json(c.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Json)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: "true" or "false" } truth => JsonValue.Create(truth.Value == "true"),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when long.TryParse(plain.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => JsonValue.Create(whole),
        YamlScalarNode { Style: ScalarStyle.Plain } plain when Decimal().IsMatch(plain.Value!) => JsonValue.Create(decimal.Parse(plain.Value!, CultureInfo.InvariantCulture)),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };

    private static IEnumerable<string> Keys(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(p => p.Key == "properties" && p.Value is JsonObject properties ? properties.Where(k => k.Value is JsonObject).Select(k => k.Key).Concat(properties.SelectMany(k => Keys(k.Value))) : Keys(p.Value)).Distinct(),
        JsonArray list => list.SelectMany(Keys),
        _ => [],
    };

    [GeneratedRegex("\"(?<key>[a-z_]+)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^-?[0-9]+\.[0-9]+$")]
    private static partial Regex Decimal();
}
