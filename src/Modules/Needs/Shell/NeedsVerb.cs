using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Diapason.Needs.Kit;
using Diapason.Needs.Wording;
using Diapason.Platform.Kits;
using Diapason.Platform.Startup;
using Diapason.Words;

namespace Diapason.Needs.Shell;

/// <summary>Understands needs from a shell, without a database: JSON lines in, JSON lines out, one for one.</summary>
internal sealed class NeedsVerb(KitSentences sentences) : ICommandVerb
{
    private const int MostCharactersOfALine = 1 << 20;

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Verb => "needs";

    public string Help => "needs match --kit FOLDER: reads needs as JSON lines {id, text, language} and writes, for each, {id, ranked, task, obstacle, out_of_scope, no_ai, understood}: what a person is shown, by the kit's own lexicon";

    public bool MigratesFirst => false;

    internal TextReader In { get; init; } = Console.In;

    internal TextWriter Out { get; init; } = Console.Out;

    internal TextWriter Errors { get; init; } = Console.Error;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (arguments is not ["match", "--kit", var folder]) return 2;
        var problems = new KitProblems();
        var matcher = Matcher(new KitFolder(folder), problems);
        foreach (var problem in problems.All) await Errors.WriteLineAsync(sentences.Of(problem));
        if (matcher is null || problems.Any) return 1;
        var (number, refused) = (0, false);
        while (await In.ReadLineAsync(cancel) is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            refused |= !await AnswerAsync(matcher, line, number);
        }

        await Out.FlushAsync(cancel);
        return refused ? 1 : 0;
    }

    /// <summary>A line that is no need is told among the errors; the others are answered all the same.</summary>
    private async Task<bool> AnswerAsync(WordMatcher matcher, string line, int number)
    {
        if (Read(line) is not var (id, text, language))
        {
            await Errors.WriteLineAsync($"line {number}: not a JSON object with id, text and language.");
            return false;
        }

        var found = matcher.Understand(text, language);
        await Out.WriteLineAsync(Answer(id, text, found).ToJsonString(Plain));
        if (found.IsCut) await Errors.WriteLineAsync($"line {number}: {text.Length} characters; the first {WordMatcher.MostCharacters} were read.");
        return true;
    }

    private static JsonObject Answer(JsonNode id, string text, Understanding found) => new()
    {
        ["id"] = id.DeepClone(),
        ["ranked"] = new JsonArray([.. found.Topics.Select(t => (JsonNode)t.Topic)]),
        ["task"] = found.Facets.GetValueOrDefault("task"),
        ["obstacle"] = found.Facets.GetValueOrDefault("obstacle"),
        ["out_of_scope"] = found.IsOutside,
        ["no_ai"] = found.IsWithout,
        ["understood"] = new JsonArray([.. found.Counted.SelectMany(m => m.Spans).Concat(found.IsOutside ? [] : found.Telling).Distinct().OrderBy(s => s.At).Select(s => (JsonNode)text.Substring(s.At, s.Length))]),
    };

    private static (JsonNode Id, string Text, string Language)? Read(string line)
    {
        if (line.Length > MostCharactersOfALine) return null;
        try
        {
            return JsonNode.Parse(line) is JsonObject need && need["id"] is { } id && need["text"] is JsonValue text && text.TryGetValue<string>(out var said)
                ? (id, said, need["language"] is JsonValue language && language.TryGetValue<string>(out var code) ? code : "fr")
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    private static WordMatcher? Matcher(KitFolder folder, KitProblems problems)
    {
        if (ReadReference.From(folder, problems) is not { } read || problems.Any) return null;
        var lexicon = ReadWholeLexicon.From(folder, problems, read.Reference);
        return problems.Any ? null : MakeMatcher.Of(read.Reference, lexicon);
    }
}
