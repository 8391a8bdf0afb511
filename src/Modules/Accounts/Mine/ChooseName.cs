using System.Text;
using Diapason.Accounts.Data;
using Diapason.Accounts.SignIn;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Mine;

/// <summary>Sets the name one is shown under; without one, the address is shown. None may look like an address: it would pass for somebody else's.</summary>
internal sealed class ChooseName(DiapasonDb db, Session session)
{
    public async Task<Outcome> RunAsync(Guid accountId, string? name, CancellationToken cancel)
    {
        var kept = string.IsNullOrWhiteSpace(name) ? null : name.Trim();
        // Normalized, so that a wide or a small @ is one too.
        if (kept?.Normalize(NormalizationForm.FormKC).Contains('@', StringComparison.Ordinal) == true) return Problem.Invalid("name.address", "Name");
        await db.Set<Account>().Where(a => a.Id == accountId).ExecuteUpdateAsync(set => set.SetProperty(a => a.Name, kept), cancel);
        await session.RenewAsync(cancel);
        return Outcome.Done;
    }
}
