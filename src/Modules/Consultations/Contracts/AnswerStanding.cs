namespace Diapason.Consultations.Contracts;

/// <summary>Where an answer that was sent stands for publication. Nothing in it is shown, exported or logged.</summary>
/// <param name="Key">64 random bits drawn when it was sent, so that noise depends on who is in a group; erased with the answer.</param>
/// <param name="AdmittedIn">The edition from which it was eligible; null before the first.</param>
/// <param name="Invited">It came by a one-time invitation, to which nothing else joins it.</param>
/// <param name="Quarantine">A short code that says why it waits for a person's judgement; null when it does not.</param>
/// <param name="IsBlank">Nothing was answered but consent.</param>
public readonly record struct AnswerStanding(ulong Key, int? AdmittedIn, bool Invited, string? Quarantine, bool IsBlank)
{
    /// <summary>A person has judged it invented: it is received, and counted nowhere.</summary>
    public bool IsSetAside => Quarantine?.StartsWith(Apart.ApartReason.Aside, StringComparison.Ordinal) == true;
}
