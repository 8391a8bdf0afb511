using System.Net;
using Diapason.Forms;

namespace Diapason.Consultations.Contracts;

/// <summary>Looks at answers while they are sent, and says which must wait for a person's judgement. Given by the module that publishes figures, when it is installed. It keeps nothing about anyone.</summary>
public interface IWatchSendings
{
    /// <summary>Asked before the sending begins to write: what is usual in the campaign is read here.</summary>
    ValueTask<ISendingWatch> OfAsync(CampaignFacts campaign, CancellationToken cancel);
}

/// <summary>The watch over one campaign.</summary>
public interface ISendingWatch
{
    /// <summary>Looks once at one sending. Called again for the same one, it would count it twice.</summary>
    SendingVerdict See(ArrivingSending sending);

    /// <summary>The verdict is written: those of its groups who came before wait too, and need not be looked for again today.</summary>
    void IsWritten(SendingVerdict verdict);
}

/// <summary>What is known of a sending at that moment, none of it kept.</summary>
public sealed record ArrivingSending
{
    /// <summary>Where it comes from; null where nothing tells.</summary>
    public required IPAddress? From { get; init; }

    /// <summary>From consent to sending; null when the device no longer knows.</summary>
    public required TimeSpan? Taken { get; init; }

    /// <summary>How long reading and answering what was answered takes, about.</summary>
    public required TimeSpan Expected { get; init; }

    /// <summary>There are sets of statements, and in each all lines got the same answer.</summary>
    public required bool GridsAlike { get; init; }

    /// <summary>A hash of all that is not words.</summary>
    public required byte[] Pattern { get; init; }

    /// <summary>The answers themselves.</summary>
    public required AnswerSet Answers { get; init; }
}

/// <summary>What is said of a sending.</summary>
/// <param name="Reason">Why it waits, in a word, with the group where that is the reason: <c>network</c>, <c>segment region:north</c>; null when it does not.</param>
/// <param name="Groups">Groups of which all that came today waits with it, so that nothing says which were invented.</param>
public sealed record SendingVerdict(string? Reason, IReadOnlyList<SendingGroup> Groups);

/// <summary>A group by its variable and option.</summary>
/// <param name="Variable">Code of the variable.</param>
/// <param name="Option">Code of the option.</param>
public sealed record SendingGroup(string Variable, string Option)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Variable}:{Option}";
}
