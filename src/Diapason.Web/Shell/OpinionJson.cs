using System.Text.Encodings.Web;
using System.Text.Json;
using Diapason.Deliberation;

namespace Diapason.Web.Shell;

/// <summary>A map of opinions as JSON: identifiers, never numbers of rows.</summary>
internal static class OpinionJson
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static string Refused(OpinionFault fault) => JsonSerializer.Serialize(new { Errors = new[] { fault } }, Plain);

    public static string Refused(IReadOnlyList<VoteFault> faults, string file) =>
        JsonSerializer.Serialize(new { Errors = faults.Where(fault => fault.IsError).Select(fault => new { File = Path.GetFileName(file), fault.Line, Code = Code(fault), fault.Value }) }, Plain);

    public static string Of(OpinionMap map, VoteReading read, HashSet<string>? listed)
    {
        var (votes, names) = (map.Votes, map.Votes.Statements);
        return JsonSerializer.Serialize(new
        {
            Participants = votes.Participants.Count, Votes = votes.Count,
            Notices = read.Faults.Select(fault => new { fault.Line, Code = Code(fault), fault.Value }), read.VotedAgain,
            UnlistedStatements = listed is null ? [] : names.Where(id => !listed.Contains(id)),
            Included = map.Included.Select(one => votes.Participants[one]),
            StatementIds = names, map.Centre, map.Components, map.Inertia,
            Coordinates = map.Coordinates.Select((place, i) => new { Participant = votes.Participants[i], place.X, place.Y, Group = map.GroupOf(i) is { } group ? map.Groups[group].Name : null }),
            BaseClusters = map.BaseClusters.Select(one => new { Centre = Pair(one.Centre), Members = one.Members.Select(member => votes.Participants[member]) }),
            map.GroupCounts,
            Groups = map.Groups.Select(group => new
            {
                group.Name, Centre = Pair(group.Centre), Members = group.Members.Select(member => votes.Participants[member]), group.BaseClusters,
                Representative = group.Representative.Select(one => new { Statement = names[one.Statement], Side = Side(one.Side), one.Successes, one.Trials, one.Share, one.Test, one.Ratio, one.RatioTest, one.IsMostAgreed }),
            }),
            Consensus = new { Agree = map.Consensus.Agree.Select(one => Told(one, names)), Disagree = map.Consensus.Disagree.Select(one => Told(one, names)) },
            Statements = map.Statements.Select((one, s) => new
            {
                Id = names[s], one.ModeratedOut, one.Everybody.Agree, one.Everybody.Disagree, one.Everybody.Pass, one.Everybody.Seen, ByGroup = one.ByGroup.Select(votes => new { votes.Agree, votes.Disagree, votes.Seen }),
                one.GroupAwareAgreement, one.GroupAwareDisagreement, one.Divisiveness, one.Priority,
            }),
        }, Plain);
    }

    private static object Told(ConsensusStatement one, IReadOnlyList<string> names) => new { Statement = names[one.Statement], one.Successes, one.Trials, one.Share, one.Test };

    private static double[] Pair(Point place) => [place.X, place.Y];

    private static string Side(Vote side) => side == Vote.Agree ? "agree" : "disagree";

    private static string Code(VoteFault fault) => JsonNamingPolicy.SnakeCaseLower.ConvertName(fault.Kind.ToString());
}

/// <summary>Why a file was refused as a whole.</summary>
internal sealed record OpinionFault(string Code, string File);
