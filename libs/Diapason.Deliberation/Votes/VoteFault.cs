namespace Diapason.Deliberation;

/// <summary>What is wrong, or was mended, in a file of votes or statements. One code per kind, stable across versions.</summary>
public enum VoteFaultKind
{
    /// <summary>The text is no separated table: an unclosed quote, or text after one.</summary>
    NotATable,

    /// <summary>A column that is needed is not there; the value is its name.</summary>
    MissingColumn,

    /// <summary>Two columns bear the same statement; the value is its identifier.</summary>
    RepeatedColumn,

    /// <summary>A row has more or fewer cells than the header; the value is how many.</summary>
    CellCount,

    /// <summary>No participant, or no statement.</summary>
    EmptyId,

    /// <summary>A vote is none of −1, 0 and 1; the value is what stands there.</summary>
    UnknownVote,

    /// <summary>A time is not a number; the value is what stands there.</summary>
    UnknownTime,

    /// <summary>A participant is there twice in a matrix, or a statement in a list of statements; the value is the identifier.</summary>
    RepeatedRow,

    /// <summary>Mended: the participant votes again on the statement, and the last vote stands; the value is the statement.</summary>
    VotedAgain,
}

/// <summary>A fault and its place.</summary>
/// <param name="Line">Line of the text on which the row starts, from 1.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Value">What stands there, forty characters at most.</param>
public sealed record VoteFault(int Line, VoteFaultKind Kind, string Value)
{
    /// <summary>Whether the file is refused for it; otherwise it was mended.</summary>
    public bool IsError => Kind != VoteFaultKind.VotedAgain;
}

/// <summary>What a file of votes held.</summary>
/// <param name="Votes">Null when something is wrong: a file is read whole or refused.</param>
/// <param name="Faults">The first hundred, in the order of the file.</param>
/// <param name="Errors">How many errors there are.</param>
/// <param name="VotedAgain">How many votes stand for an earlier one.</param>
public sealed record VoteReading(VoteTable? Votes, IReadOnlyList<VoteFault> Faults, int Errors, int VotedAgain);

/// <summary>Faults as they are found, the first hundred kept.</summary>
internal sealed class Faults
{
    private const int Kept = 100;
    private const int Characters = 40;
    private readonly List<VoteFault> _kept = [];

    public IReadOnlyList<VoteFault> All => _kept;

    public int Errors { get; private set; }

    public int VotedAgain { get; private set; }

    public void Add(int line, VoteFaultKind kind, string value)
    {
        var fault = new VoteFault(line, kind, value.Length > Characters ? value[..Characters] : value);
        if (fault.IsError) Errors++;
        else VotedAgain++;
        // An error is told even after a hundred votes mended.
        if (_kept.Count < Kept) _kept.Add(fault);
        else if (fault.IsError && _kept.FindIndex(one => !one.IsError) is >= 0 and var mended)
        {
            _kept.RemoveAt(mended);
            _kept.Add(fault);
        }
    }
}
