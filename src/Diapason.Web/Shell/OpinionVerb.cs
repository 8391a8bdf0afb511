using System.Globalization;
using Diapason.Deliberation;
using Diapason.Platform.Startup;

namespace Diapason.Web.Shell;

/// <summary>Finds opinion groups in a file of votes from a shell, without a database. What it says is for programs: one JSON object.</summary>
internal sealed class OpinionVerb : ICommandVerb
{
    public string Verb => "opinion";

    public string Help => "opinion groups VOTES.csv [--statements FILE] [--centres FILE] [--groups K]: opinion groups in votes (Polis's votes.csv or participants-votes.csv), as one JSON object; statements taken away by moderation are in its comments.csv; k-means starts from the centres of an earlier result (ours, Polis's, or a list of [x, y]), or K groups are asked for";

    public bool MigratesFirst => false;

    internal TextWriter Out { get; init; } = Console.Out;

    public async Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (arguments.Count < 2 || arguments[0] != "groups" || arguments.Count % 2 != 0) return 2;
        var (statements, centres, groups) = ((string?)null, (string?)null, (int?)null);
        foreach (var option in arguments.Skip(2).Chunk(2))
        {
            switch (option)
            {
                case ["--statements", var file] when statements is null: statements = file; break;
                case ["--centres", var file] when centres is null: centres = file; break;
                case ["--groups", var number] when groups is null && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var k) && k is >= 1 and <= 10: groups = k; break;
                default: return 2;
            }
        }

        return await GroupsAsync(new(arguments[1], statements, centres, groups));
    }

    private async Task<int> GroupsAsync(Asked asked)
    {
        var (votesFile, statementsFile, centresFile, groups) = asked;
        var texts = new List<string>();
        foreach (var file in new[] { votesFile, statementsFile, centresFile }.OfType<string>())
        {
            if (await TextAsync(file) is { } text) texts.Add(text);
            else return await SayAsync(OpinionJson.Refused(new("file_not_read", Path.GetFileName(file))), 1);
        }

        var votes = VoteCsv.Read(texts[0]);
        var statements = statementsFile is null ? new([], []) : StatementCsv.Read(texts[1]);
        var earlier = centresFile is null ? null : EarlierResult.Read(texts[^1]);
        if (votes.Votes is not { } table) return await SayAsync(OpinionJson.Refused(votes.Faults, votesFile), 1);
        if (statements.Faults.Any(fault => fault.IsError)) return await SayAsync(OpinionJson.Refused(statements.Faults, statementsFile!), 1);
        if (centresFile is not null && earlier is not { Centres: { Groups.Count: <= 10, Bases.Count: <= 1000 } }) return await SayAsync(OpinionJson.Refused(new("centres_not_read", Path.GetFileName(centresFile))), 1);
        var map = OpinionMap.Of(table, new()
        {
            ModeratedOut = [.. statements.Statements.Where(one => one.ModeratedOut).Select(one => one.Id)],
            About = [.. statements.Statements.Where(one => one.About).Select(one => one.Id)],
            AlsoIncluded = earlier?.Included ?? [],
            Start = earlier?.Centres,
            Groups = groups,
        });
        return await SayAsync(OpinionJson.Of(map, votes, statementsFile is null ? null : [.. statements.Statements.Select(one => one.Id)]), 0);
    }

    private async Task<int> SayAsync(string json, int code)
    {
        await Out.WriteLineAsync(json);
        return code;
    }

    private static async Task<string?> TextAsync(string file)
    {
        try
        {
            return await File.ReadAllTextAsync(file);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private sealed record Asked(string Votes, string? Statements, string? Centres, int? Groups);
}
