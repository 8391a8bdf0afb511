using Diapason.Learning.Data;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Learning.Settling;

/// <summary>What the council of the request has settled, or what holds until it does.</summary>
internal sealed class ReadRules(DiapasonDb db, CurrentCouncil council)
{
    private Rules? _rules;

    public async Task<Rules> RunAsync(CancellationToken cancel) => _rules ??= await db.Set<Rules>().AsNoTracking().SingleOrDefaultAsync(cancel) ?? Rules.Of(council.Id);
}
