using System.Buffers;
using System.Globalization;
using System.Text;
using Diapason.Tables;

namespace Diapason.Deliberation;

/// <summary>
/// Votes in the two shapes in which Polis gives them: <c>votes.csv</c>, a line a vote (<c>timestamp, datetime, comment-id, voter-id, vote</c>; also
/// <c>participant, statement, vote, modified</c>), and <c>participants-votes.csv</c>, a line a participant with a column a statement. Agree is 1, pass 0, disagree −1,
/// an empty cell no vote.
/// </summary>
public static class VoteCsv
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");
    private static readonly string[] Participant = ["voter-id", "participant", "participant-id", "pid"];
    private static readonly string[] Statement = ["comment-id", "statement", "statement-id", "tid"];
    private static readonly string[] Time = ["timestamp", "modified"];
    private static readonly string[] BesideTheMatrix = ["group-id", "n-comments", "n-votes", "n-agree", "n-disagree"];

    /// <summary>Reads a file of either shape, told apart by its header.</summary>
    /// <param name="text">The whole text; the separator is found. Other columns are passed over.</param>
    public static VoteReading Read(string text)
    {
        var (table, faults) = (ReadCsv.Rows(text, limits: new(Rows: 20_000_000, Columns: 20_000)), new Faults());
        if (table.Problem is { } problem) faults.Add(problem.Line, VoteFaultKind.NotATable, problem.Fault.ToString());
        var header = table.Rows.Count == 0 ? [] : table.Rows[0].Cells.Select(cell => cell.Trim()).ToArray();
        var rows = table.Rows.Skip(1).ToList();
        foreach (var row in rows.Where(row => row.Cells.Count != header.Length)) faults.Add(row.Line, VoteFaultKind.CellCount, row.Cells.Count.ToString(CultureInfo.InvariantCulture));
        rows.RemoveAll(row => row.Cells.Count != header.Length);
        var votes = new CollectedVotes(faults);
        if (Column(header, ["vote"]) >= 0) Lines(header, rows, votes);
        else Matrix(header, rows, votes);
        return new(faults.Errors == 0 ? VoteTable.Of(votes.All) : null, faults.All, faults.Errors, faults.VotedAgain);
    }

    /// <summary>Writes a line a vote, in the order of participants: <c>timestamp,datetime,comment-id,voter-id,vote</c>, times empty since a table keeps none.</summary>
    public static string Write(VoteTable votes)
    {
        var text = new StringBuilder("timestamp,datetime,comment-id,voter-id,vote\n");
        for (var participant = 0; participant < votes.Participants.Count; participant++)
        {
            var row = votes.RowOf(participant);
            for (var i = 0; i < row.Length; i++)
                text.Append(CultureInfo.InvariantCulture, $",,{Quoted(votes.Statements[row[i]])},{Quoted(votes.Participants[participant])},{votes.ValuesOf(participant)[i]}\n");
        }

        return text.ToString();
    }

    /// <summary>Writes a line a participant: <c>participant,group-id,n-comments,n-votes,n-agree,n-disagree</c>, then a column a statement. The group is its position, empty for those in none.</summary>
    public static string WriteMatrix(OpinionMap map)
    {
        var votes = map.Votes;
        var text = new StringBuilder("participant," + string.Join(',', BesideTheMatrix)).Append(string.Concat(votes.Statements.Select(id => "," + Quoted(id)))).Append('\n');
        for (var participant = 0; participant < votes.Participants.Count; participant++)
        {
            var (who, said) = (participant, votes.ValuesOf(participant).ToArray());
            text.Append(CultureInfo.InvariantCulture, $"{Quoted(votes.Participants[who])},{map.GroupOf(who)},,{said.Length},{said.Count(one => one > 0)},{said.Count(one => one < 0)}");
            for (var statement = 0; statement < votes.Statements.Count; statement++) text.Append(CultureInfo.InvariantCulture, $",{(sbyte?)votes[who, statement]}");
            text.Append('\n');
        }

        return text.ToString();
    }

    internal static int Column(string[] header, string[] names) => Array.FindIndex(header, cell => names.Contains(cell, StringComparer.OrdinalIgnoreCase));

    private static void Lines(string[] header, List<TableRow> rows, CollectedVotes votes)
    {
        var (who, what, said, when) = (Column(header, Participant), Column(header, Statement), Column(header, ["vote"]), Column(header, Time));
        if (who < 0) votes.Faults.Add(1, VoteFaultKind.MissingColumn, Participant[0]);
        if (what < 0) votes.Faults.Add(1, VoteFaultKind.MissingColumn, Statement[0]);
        if (who < 0 || what < 0) return;
        foreach (var row in rows)
        {
            var time = when < 0 ? "" : row.Cells[when].Trim();
            if (!double.TryParse(time.Length == 0 ? "0" : time, NumberStyles.Float, CultureInfo.InvariantCulture, out var moment) || !double.IsFinite(moment)) votes.Faults.Add(row.Line, VoteFaultKind.UnknownTime, time);
            votes.Add(row.Line, (row.Cells[who].Trim(), row.Cells[what].Trim()), row.Cells[said].Trim(), moment);
        }
    }

    private static void Matrix(string[] header, List<TableRow> rows, CollectedVotes votes)
    {
        var who = Column(header, Participant);
        if (who < 0)
        {
            votes.Faults.Add(1, VoteFaultKind.MissingColumn, header.Length == 0 ? "vote" : Participant[1]);
            return;
        }

        var columns = Enumerable.Range(0, header.Length).Where(i => i != who && !BesideTheMatrix.Contains(header[i], StringComparer.OrdinalIgnoreCase)).ToList();
        foreach (var twice in columns.GroupBy(i => header[i]).Where(same => same.Count() > 1)) votes.Faults.Add(1, VoteFaultKind.RepeatedColumn, twice.Key);
        var seen = new HashSet<string>();
        foreach (var row in rows)
        {
            var participant = row.Cells[who].Trim();
            if (!seen.Add(participant)) votes.Faults.Add(row.Line, VoteFaultKind.RepeatedRow, participant);
            else
                foreach (var i in columns.Where(i => row.Cells[i].AsSpan().Trim().Length > 0)) votes.Add(row.Line, (participant, header[i]), row.Cells[i].Trim(), 0);
        }
    }

    private static string Quoted(string id) => id.AsSpan().ContainsAny(Special) ? $"\"{id.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : id;

    /// <summary>Votes as they are read: the latest of a participant on a statement stands, by its time, then by its place.</summary>
    private sealed class CollectedVotes(Faults faults)
    {
        private readonly List<CastVote> _votes = [];
        private readonly List<double> _times = [];
        private readonly Dictionary<(string, string), int> _places = [];

        public Faults Faults => faults;

        public IReadOnlyCollection<CastVote> All => _votes;

        public void Add(int line, (string Participant, string Statement) key, string said, double time)
        {
            if (key.Participant.Length == 0 || key.Statement.Length == 0) faults.Add(line, VoteFaultKind.EmptyId, "");
            if (!double.TryParse(said, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || value is not (-1 or 0 or 1))
            {
                faults.Add(line, VoteFaultKind.UnknownVote, said);
                return;
            }

            var vote = new CastVote(key.Participant, key.Statement, (Vote)(sbyte)value);
            if (_places.TryAdd(key, _votes.Count))
            {
                _votes.Add(vote);
                _times.Add(time);
                return;
            }

            faults.Add(line, VoteFaultKind.VotedAgain, key.Statement);
            var place = _places[key];
            if (time >= _times[place]) (_votes[place], _times[place]) = (vote, time);
        }
    }
}
