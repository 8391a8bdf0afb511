using System.Runtime.InteropServices;

namespace Diapason.Deliberation;

/// <summary>Votes on a statement.</summary>
/// <param name="Agree">How many agree.</param>
/// <param name="Disagree">How many disagree.</param>
/// <param name="Seen">How many voted, passes included.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct VoteCount(int Agree, int Disagree, int Seen)
{
    /// <summary>How many passed.</summary>
    public int Pass => Seen - Agree - Disagree;

    internal int Of(Vote side) => side == Vote.Agree ? Agree : Disagree;

    internal VoteCount Plus(VoteCount other) => new(Agree + other.Agree, Disagree + other.Disagree, Seen + other.Seen);

    internal VoteCount Minus(VoteCount other) => new(Agree - other.Agree, Disagree - other.Disagree, Seen - other.Seen);
}

/// <summary>What the votes say of a statement. In the order of <see cref="VoteTable.Statements"/>.</summary>
public sealed record StatementMeasure
{
    /// <summary>Votes of everybody, those left out of the groups included.</summary>
    public required VoteCount Everybody { get; init; }

    /// <summary>Votes by group, in the order of <see cref="OpinionMap.Groups"/>.</summary>
    public required IReadOnlyList<VoteCount> ByGroup { get; init; }

    /// <summary>Whether moderation took it away.</summary>
    public required bool ModeratedOut { get; init; }

    /// <summary>The probability that one of each group agrees, were groups to vote apart: product of (agree + 1) / (seen + 2) (Small et al. 2021). 0 to 1; one group's alone when there is one.</summary>
    public required double GroupAwareAgreement { get; init; }

    /// <summary>The same for disagreeing.</summary>
    public required double GroupAwareDisagreement { get; init; }

    /// <summary>How far the statement alone moves somebody on the map (its extremity), from 0: the further, the more it divides.</summary>
    public required double Divisiveness { get; init; }

    /// <summary>How much there is to gain by showing it next, from 0: agreed with, dividing, seldom passed, seldom seen.</summary>
    public required double Priority { get; init; }
}

/// <summary>A statement on which a group is apart from the others.</summary>
public sealed record RepresentativeStatement
{
    /// <summary>Its number in <see cref="VoteTable.Statements"/>.</summary>
    public required int Statement { get; init; }

    /// <summary>What the group says of it: <see cref="Vote.Agree"/> or <see cref="Vote.Disagree"/>.</summary>
    public required Vote Side { get; init; }

    /// <summary>Members of the group who say so.</summary>
    public required int Successes { get; init; }

    /// <summary>Members of the group who voted on it.</summary>
    public required int Trials { get; init; }

    /// <summary>(successes + 1) / (trials + 2).</summary>
    public required double Share { get; init; }

    /// <summary>z of the share against one half, by one added success and trial; 1.2816 is nine in ten, one-sided.</summary>
    public required double Test { get; init; }

    /// <summary>The share over that of the others together: 2 when members say so twice as often.</summary>
    public required double Ratio { get; init; }

    /// <summary>z of both shares' difference (two proportions, pooled, one added success and trial each).</summary>
    public required double RatioTest { get; init; }

    /// <summary>The one statement the group is most at one in agreeing with, told whether or not it passes the tests.</summary>
    public bool IsMostAgreed { get; init; }

    internal double Strength => Ratio * RatioTest * Share * Test;
}

/// <summary>A statement on which most are at one, groups together.</summary>
/// <param name="Statement">Its number in <see cref="VoteTable.Statements"/>.</param>
/// <param name="Successes">Participants who say so.</param>
/// <param name="Trials">Participants who voted on it.</param>
/// <param name="Share">(successes + 1) / (trials + 2).</param>
/// <param name="Test">z of the share against one half.</param>
public sealed record ConsensusStatement(int Statement, int Successes, int Trials, double Share, double Test);

/// <summary>What unites.</summary>
/// <param name="Agree">Agreed with, strongest first, five at most.</param>
/// <param name="Disagree">Disagreed with, strongest first, five at most.</param>
public sealed record Consensus(IReadOnlyList<ConsensusStatement> Agree, IReadOnlyList<ConsensusStatement> Disagree);
