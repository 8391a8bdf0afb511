namespace Diapason.Deliberation;

/// <summary>
/// Votes of participants on statements, kept sparse: a row a participant, its votes in the order of the statements. Immutable. Participants and statements
/// are numbered in the order in which they first come, and keep their number in what <see cref="With"/> gives.
/// </summary>
public sealed class VoteTable
{
    private readonly int[] _starts;
    private readonly int[] _statements;
    private readonly sbyte[] _values;
    private readonly Numbering _participantNumbers;
    private readonly Numbering _statementNumbers;

    private VoteTable(Numbering participants, Numbering statements, VoteRows rows)
    {
        (_participantNumbers, _statementNumbers) = (participants, statements);
        (_starts, _statements, _values) = (rows.Starts, rows.Statements, rows.Values);
    }

    /// <summary>No vote at all.</summary>
    public static VoteTable Empty { get; } = new(new([]), new([]), new([0], [], []));

    /// <summary>Identifiers of participants, by number.</summary>
    public IReadOnlyList<string> Participants => _participantNumbers.Ids;

    /// <summary>Identifiers of statements, by number.</summary>
    public IReadOnlyList<string> Statements => _statementNumbers.Ids;

    /// <summary>How many votes are held: one at most a participant and statement.</summary>
    public int Count => _values.Length;

    /// <summary>The vote of a participant on a statement, by their numbers; null when they did not vote on it.</summary>
    public Vote? this[int participant, int statement]
    {
        get
        {
            var at = RowOf(participant).BinarySearch(statement);
            return at < 0 ? null : (Vote)ValuesOf(participant)[at];
        }
    }

    /// <summary>A table of these votes. The last vote of a participant on a statement counts, those before it are forgotten.</summary>
    /// <param name="votes">In the order in which they were cast.</param>
    /// <exception cref="DeliberationException"><see cref="DeliberationError.EmptyId"/>, <see cref="DeliberationError.UnknownVote"/>, with the row.</exception>
    public static VoteTable Of(IEnumerable<CastVote> votes) => Empty.With(votes as IReadOnlyCollection<CastVote> ?? [.. votes]);

    /// <summary>This table with later votes, which stand for earlier ones of the same participant on the same statement. This one does not change.</summary>
    /// <param name="votes">In the order in which they were cast.</param>
    /// <exception cref="DeliberationException"><see cref="DeliberationError.EmptyId"/>, <see cref="DeliberationError.UnknownVote"/>, with the row.</exception>
    public VoteTable With(IReadOnlyCollection<CastVote> votes)
    {
        var (participants, statements) = (_participantNumbers.Continued(), _statementNumbers.Continued());
        var (who, what, said) = (new int[votes.Count], new int[votes.Count], new sbyte[votes.Count]);
        var row = 0;
        foreach (var vote in votes)
        {
            if (string.IsNullOrEmpty(vote.Participant) || string.IsNullOrEmpty(vote.Statement)) throw new DeliberationException(DeliberationError.EmptyId, "A vote names no participant or no statement.", row);
            if (vote.Vote is < Vote.Disagree or > Vote.Agree) throw new DeliberationException(DeliberationError.UnknownVote, "A vote is none of -1, 0 and 1.", row);
            (who[row], what[row], said[row]) = (participants.NumberOf(vote.Participant), statements.NumberOf(vote.Statement), (sbyte)vote.Vote);
            row++;
        }

        var rows = new VoteRows(_starts, _statements, _values).With(new(participants.Ids.Count, who, what, said), statements.Ids.Count);
        return new(participants, statements, rows);
    }

    /// <summary>The number of a statement; −1 when nobody voted on it.</summary>
    public int StatementOf(string id) => _statementNumbers.Find(id);

    /// <summary>The number of a participant; −1 when they cast no vote.</summary>
    public int ParticipantOf(string id) => _participantNumbers.Find(id);

    /// <summary>How many votes a participant cast.</summary>
    public int VotesOf(int participant) => _starts[participant + 1] - _starts[participant];

    /// <summary>The statements a participant voted on, by number, in increasing order.</summary>
    public ReadOnlySpan<int> RowOf(int participant) => _statements.AsSpan(_starts[participant].._starts[participant + 1]);

    /// <summary>−1, 0 or 1 for each of <see cref="RowOf"/>.</summary>
    public ReadOnlySpan<sbyte> ValuesOf(int participant) => _values.AsSpan(_starts[participant].._starts[participant + 1]);
}
