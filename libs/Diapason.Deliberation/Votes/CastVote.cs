namespace Diapason.Deliberation;

/// <summary>What somebody says of a statement. A statement that was not seen has no vote, which is not the same as passing.</summary>
public enum Vote : sbyte
{
    /// <summary>Disagrees: −1 in files.</summary>
    Disagree = -1,

    /// <summary>Saw it and chose no side: 0 in files.</summary>
    Pass = 0,

    /// <summary>Agrees: 1 in files.</summary>
    Agree = 1,
}

/// <summary>One vote.</summary>
/// <param name="Participant">Who, by an identifier that is not empty; ordinal comparison.</param>
/// <param name="Statement">On what, by an identifier that is not empty; ordinal comparison.</param>
/// <param name="Vote">What they said.</param>
public readonly record struct CastVote(string Participant, string Statement, Vote Vote);
