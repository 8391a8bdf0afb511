using Diapason.Accounts.SecondStep;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Outcomes;

namespace Diapason.Accounts.Passkeys;

/// <summary>A key opens a session by itself (it asks its owner for a finger, a face or a code: two steps in one), stands for the digits of the telephone, or shows again who is there.</summary>
internal sealed class SignInWithPasskey(PasskeyCeremony ceremony, PendingSignIn pending, Session session)
{
    public async Task<Outcome> RunAsync(PasskeyAnswer answer, CancellationToken cancel)
    {
        var who = await ceremony.ReadSignInAsync(null, answer, cancel);
        if (!who.IsDone) return who.Refusal!;
        await session.OpenAsync(who.Value, byLink: false, cancel);
        return Outcome.Done;
    }

    /// <summary>After the password or the link.</summary>
    public async Task<Outcome> SecondAsync(PasskeyAnswer answer, CancellationToken cancel)
    {
        if (await pending.ReadAsync() is not { } waiting) return Problem.Invalid("second.late");
        var who = await ceremony.ReadSignInAsync(waiting.AccountId, answer, cancel);
        if (!who.IsDone) return who.Refusal!;
        await pending.ForgetAsync();
        await session.OpenAsync(waiting.AccountId, waiting.ByLink, cancel);
        return Outcome.Done;
    }

    public async Task<Outcome> AgainAsync(Guid accountId, PasskeyAnswer answer, CancellationToken cancel)
    {
        var who = await ceremony.ReadSignInAsync(accountId, answer, cancel);
        if (!who.IsDone) return who.Refusal!;
        await session.RefreshAsync(cancel);
        return Outcome.Done;
    }
}
