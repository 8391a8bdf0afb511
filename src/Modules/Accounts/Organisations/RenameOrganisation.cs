using System.Data.Common;
using Diapason.Accounts.Data;
using Diapason.Accounts.Trail;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Accounts.Organisations;

/// <summary>Gives an organisation of the current council another name; its people keep their roles.</summary>
internal sealed class RenameOrganisation(DiapasonDb db, AuditTrail audit)
{
    private const string UniqueViolation = "23505";
    private static readonly Problem Taken = Problem.Invalid("organisation.name_taken", "Name");

    public async Task<Outcome> RunAsync(Guid id, string name, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var organisations = db.Set<Organisation>();
        if (await organisations.SingleOrDefaultAsync(o => o.Id == id, cancel) is not { } organisation) return Problem.Absent();
        var (written, normalized) = (Organisation.Fold(name), Organisation.Normalize(name));
        if (organisation.Name == written) return Outcome.Done;
        if (await organisations.AnyAsync(o => o.Id != id && o.NormalizedName == normalized, cancel)) return Taken;
        (organisation.Name, organisation.NormalizedName) = (written, normalized);
        audit.Record(new AccountActs.OrganisationRenamed(id));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException lost) when (lost.InnerException is DbException { SqlState: UniqueViolation })
        {
            return Taken;
        }

        await transaction.CommitAsync(cancel);
        return Outcome.Done;
    }
}
