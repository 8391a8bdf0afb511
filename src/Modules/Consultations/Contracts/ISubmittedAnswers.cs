using Diapason.Forms;

namespace Diapason.Consultations.Contracts;

/// <summary>
/// The answers counted in a campaign, as a stream of changes in one sequence without holes to come: a change read at sequence n means that
/// nothing will appear later at or below n. A withdrawn answer leaves its place empty and adds a withdrawal at the end.
/// </summary>
public interface ISubmittedAnswers
{
    /// <summary>The last sequence given; cheap enough to be asked every second. Equal to the last one read: nothing has changed, standings excepted.</summary>
    ValueTask<long> LastSequenceAsync(CampaignId campaign, CancellationToken cancel);

    /// <summary>How many were sent and wait to be counted: they are received, and in no sequence yet. Cheap enough to be asked every second.</summary>
    ValueTask<int> WaitingAsync(CampaignId campaign, CancellationToken cancel);

    /// <summary>How many of those counted wait for a person's judgement, and how many were set aside by one. Cheap enough to be asked every second.</summary>
    ValueTask<ApartCounts> ApartAsync(CampaignId campaign, CancellationToken cancel);

    /// <summary>Answers counted between two days, by variable and option (<c>region:north</c>), those set apart left out.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="variables">Codes of the variables.</param>
    /// <param name="days">The first day, and the one after the last.</param>
    /// <param name="cancel">Ends the wait.</param>
    ValueTask<IReadOnlyDictionary<string, int>> CountAsync(CampaignId campaign, IReadOnlyList<string> variables, (DateOnly From, DateOnly Before) days, CancellationToken cancel);

    /// <summary>The changes after a sequence (0 for all), in order, streamed.</summary>
    IAsyncEnumerable<AnswerChange> ReadAsync(CampaignId campaign, long afterSequence, CancellationToken cancel);
}

/// <summary>One change: an answer sent, or one taken back.</summary>
public abstract record AnswerChange(long Sequence);

/// <summary>An answer sent: one value for every variable of the questionnaire, routed-away ones marked <see cref="MissingKind.NotAsked"/>.</summary>
/// <param name="Sequence">Its place.</param>
/// <param name="Day">The day it was counted, one of Montréal's.</param>
/// <param name="Language">Its author's, at the end.</param>
/// <param name="Document">The stored JSON, for an <see cref="AnswerReader"/>: a reader of very many makes no set of each.</param>
/// <param name="Standing">What publication needs of it, at the moment of reading.</param>
public sealed record AnswersSent(long Sequence, DateOnly Day, string Language, ReadOnlyMemory<byte> Document, AnswerStanding Standing) : AnswerChange(Sequence)
{
    /// <summary>The answers as a set, made at each call.</summary>
    public AnswerSet Answers => AnswerSet.Parse(Document.Span);
}

/// <summary>The answer that had <paramref name="WithdrawnSequence"/> is erased; a reader that never saw it ignores this.</summary>
public sealed record AnswersWithdrawn(long Sequence, long WithdrawnSequence) : AnswerChange(Sequence);

/// <summary>Answers counted that stand apart.</summary>
/// <param name="Waiting">For a person's judgement.</param>
/// <param name="SetAside">By a person.</param>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
public readonly record struct ApartCounts(int Waiting, int SetAside);
