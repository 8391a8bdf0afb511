using Diapason.Accounts.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Outcomes;

namespace Diapason.Accounts.Mine;

/// <summary>Refuses a password that somebody else would try first: common, or made of the person's address and name or of a council's.</summary>
internal sealed class JudgePassword(CouncilDirectory councils)
{
    private const int ShortestOwn = 5;
    private const string Field = "NewPassword";

    /// <summary>Null when the password will do.</summary>
    public async Task<Problem?> RunAsync(Account account, string chosen, CancellationToken cancel)
    {
        var (whole, words) = await OwnAsync(account, cancel);
        var folded = CommonPasswords.Fold(chosen);
        if (whole.Any(own => own.Length >= ShortestOwn && folded.Contains(own, StringComparison.Ordinal))) return Problem.Invalid("password.own", Field);
        if (CommonPasswords.Has(chosen, new HashSet<string>(StringComparer.Ordinal))) return Problem.Invalid("password.common", Field);
        return CommonPasswords.Has(chosen, words) ? Problem.Invalid("password.own", Field) : null;
    }

    /// <summary>What a password may not hold at all (the address, the part before its @, a council's name), and the words of those, which may be a part of it.</summary>
    private async Task<(IReadOnlyList<string> Whole, HashSet<string> Words)> OwnAsync(Account account, CancellationToken cancel)
    {
        var names = (await councils.AllAsync(cancel)).SelectMany(c => c.Name.All.Select(said => said.Value).Append(c.Slug)).ToList();
        var (local, domain) = account.Email.Split('@', 2) is [var before, var after] ? (before, after) : (account.Email, "");
        string[] whole = [CommonPasswords.Fold(account.Email), CommonPasswords.Fold(local), .. names.Select(CommonPasswords.Fold)];
        var words = names.Append(account.Name ?? "").Append(local).Append(domain).SelectMany(text => text.Split([' ', '.', '-', '_', '’', '\'', '+'], StringSplitOptions.RemoveEmptyEntries));
        return (whole, [.. whole, .. words.Select(CommonPasswords.Fold).Where(word => word.Length >= ShortestOwn - 1)]);
    }
}
