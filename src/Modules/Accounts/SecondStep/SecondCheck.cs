namespace Diapason.Accounts.SecondStep;

/// <summary>What came of a code typed at the second step.</summary>
/// <param name="IsRight">It opens the session.</param>
/// <param name="ByRecoveryCode">A recovery code did, and is spent.</param>
/// <param name="LockedUntil">Digits are refused until then, those of the telephone too.</param>
internal sealed record SecondCheck(bool IsRight, bool ByRecoveryCode = false, DateTime? LockedUntil = null);
