namespace Diapason.Deliberation;

/// <summary>Votes by number, in the order in which they were cast.</summary>
internal sealed record NumberedVotes(int Participants, int[] Who, int[] What, sbyte[] Said);

/// <summary>Compressed rows: those of participant i are at Starts[i]..Starts[i + 1], by increasing statement.</summary>
internal sealed record VoteRows(int[] Starts, int[] Statements, sbyte[] Values)
{
    public VoteRows With(NumberedVotes later, int statements)
    {
        var (starts, order) = ByParticipant(later);
        var (into, columns, values) = (new int[later.Participants + 1], new int[Values.Length + later.Who.Length], new sbyte[Values.Length + later.Who.Length]);
        var row = new RowInTheMaking(statements);
        for (var (participant, at) = (0, 0); participant < later.Participants; participant++)
        {
            var (from, to) = participant + 1 < Starts.Length ? (Starts[participant], Starts[participant + 1]) : (0, 0);
            var added = order.AsSpan(starts[participant]..starts[participant + 1]);
            if (added.IsEmpty)
            {
                Statements.AsSpan(from..to).CopyTo(columns.AsSpan(at));
                Values.AsSpan(from..to).CopyTo(values.AsSpan(at));
                at += to - from;
            }
            else
            {
                row.Begin(participant + 1);
                for (var i = from; i < to; i++) row.Put(Statements[i], Values[i]);
                foreach (var vote in added) row.Put(later.What[vote], later.Said[vote]);
                at += row.CopyTo(columns.AsSpan(at), values.AsSpan(at));
            }

            into[participant + 1] = at;
        }

        return new(into, columns[..into[^1]], values[..into[^1]]);
    }

    // A counting sort: the order of casting is kept within a participant.
    private static (int[] Starts, int[] Order) ByParticipant(NumberedVotes votes)
    {
        var starts = new int[votes.Participants + 1];
        foreach (var who in votes.Who) starts[who + 1]++;
        for (var i = 0; i < votes.Participants; i++) starts[i + 1] += starts[i];
        var (next, order) = (starts.AsSpan().ToArray(), new int[votes.Who.Length]);
        for (var vote = 0; vote < votes.Who.Length; vote++) order[next[votes.Who[vote]]++] = vote;
        return (starts, order);
    }

    /// <summary>One participant's votes while they are put together: the last on a statement stands.</summary>
    private sealed class RowInTheMaking(int statements)
    {
        private readonly int[] _seen = new int[statements];
        private readonly sbyte[] _said = new sbyte[statements];
        private readonly List<int> _columns = [];
        private int _mark;

        public void Begin(int mark)
        {
            _mark = mark;
            _columns.Clear();
        }

        public void Put(int statement, sbyte said)
        {
            if (_seen[statement] != _mark) _columns.Add(statement);
            (_seen[statement], _said[statement]) = (_mark, said);
        }

        public int CopyTo(Span<int> columns, Span<sbyte> values)
        {
            _columns.Sort();
            for (var i = 0; i < _columns.Count; i++) (columns[i], values[i]) = (_columns[i], _said[_columns[i]]);
            return _columns.Count;
        }
    }
}
