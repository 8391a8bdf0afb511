using System.Data.Common;
using Diapason.Consultations.Data;
using Diapason.Platform.Audit;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Reaching;

/// <summary>Adds links of associations to a campaign and changes those it has: one from its page, many from a file or a kit, all or none. Links that are not named stay.</summary>
internal sealed class KeepLinks(DiapasonDb db, AuditTrail? audit = null)
{
    private const string UniqueViolation = "23505";

    public async Task<Outcome<KeptLinks>> RunAsync(Guid campaignId, IReadOnlyList<LinkSheet> sheets, CancellationToken cancel)
    {
        // A kit has its own. SQLite lets one writer in at a time: what is read stays so.
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        if (await FindAsync(db.Set<AssociationLink>(), campaignId, sheets, cancel) is not { } read) return Problem.Absent();
        if (read.Problems is [var first, ..]) return first;
        try
        {
            var kept = await WriteAsync(read, cancel);
            if (kept.IsDone && transaction is not null) await transaction.CommitAsync(cancel);
            return kept;
        }
        catch (DbUpdateException lost) when (lost.InnerException is DbException { SqlState: UniqueViolation })
        {
            return Problem.Lost("links.changed_meanwhile");
        }
    }

    /// <summary>What the sheets would do, and all that is wrong with them; null when there is no such campaign.</summary>
    public Task<ReadLinks?> ReadAsync(Guid campaignId, IReadOnlyList<LinkSheet> sheets, CancellationToken cancel) => FindAsync(db.Set<AssociationLink>().AsNoTracking(), campaignId, sheets, cancel);

    private async Task<ReadLinks?> FindAsync(IQueryable<AssociationLink> links, Guid campaignId, IReadOnlyList<LinkSheet> sheets, CancellationToken cancel)
    {
        if (await db.Set<Campaign>().AsNoTracking().SingleOrDefaultAsync(c => c.Id == campaignId, cancel) is not { } campaign) return null;
        var known = await links.Where(l => l.CampaignId == campaignId).ToListAsync(cancel);
        var named = Name([.. sheets.Select(sheet => sheet.Tidied())], known);
        return new ReadLinks(campaign, known, named, CheckLinks.Of(named, known));
    }

    /// <summary>What is wrong with sheets wherever they are kept.</summary>
    public static IReadOnlyList<Problem> Judge(IReadOnlyList<LinkSheet> sheets) => CheckLinks.Of(Name([.. sheets.Select(sheet => sheet.Tidied())], []), []);

    private async Task<Outcome<KeptLinks>> WriteAsync(ReadLinks read, CancellationToken cancel)
    {
        var (added, changed) = (0, 0);
        foreach (var sheet in read.Sheets)
        {
            if (read.Known.FirstOrDefault(l => l.Code == sheet.Code) is not { } link)
            {
                db.Add(Write(new AssociationLink { Id = Guid.CreateVersion7(), CouncilId = read.Campaign.CouncilId, CampaignId = read.Campaign.Id, Code = sheet.Code, Name = sheet.Name }, sheet));
                audit?.Record(new LinkActs.Added(read.Campaign.Id, sheet.Code));
                added++;
                continue;
            }

            var stored = LinkSheet.Of(link);
            if (stored.Stamp == sheet.Stamp) continue;
            if (sheet.Seen is { } seen && seen != stored.Stamp) return Problem.Lost("links.changed_meanwhile");
            audit?.Record(stored.IsRetired == sheet.IsRetired ? new LinkActs.Changed(read.Campaign.Id, sheet.Code)
                : sheet.IsRetired ? new LinkActs.Retired(read.Campaign.Id, sheet.Code) : new LinkActs.PutBack(read.Campaign.Id, sheet.Code));
            Write(link, sheet);
            changed++;
        }

        await db.SaveChangesAsync(cancel);
        return new KeptLinks(added, changed, [.. read.Sheets.Select(sheet => sheet.Code)]);
    }

    /// <summary>A sheet without a code is that of the link of its name, unless it is new.</summary>
    private static List<LinkSheet> Name(IReadOnlyList<LinkSheet> sheets, IReadOnlyList<AssociationLink> known)
    {
        var taken = known.Select(link => link.Code).Concat(sheets.Select(sheet => sheet.Code)).ToHashSet(StringComparer.Ordinal);
        var named = new List<LinkSheet>(sheets.Count);
        foreach (var sheet in sheets)
        {
            var same = sheet.IsNew ? null : known.FirstOrDefault(link => string.Equals(link.Name, sheet.Name, StringComparison.OrdinalIgnoreCase));
            named.Add(sheet.Code.Length > 0 ? sheet : sheet with { Code = same?.Code ?? LinkCodes.From(sheet.Name, taken) });
            taken.Add(named[^1].Code);
        }

        return named;
    }

    private static AssociationLink Write(AssociationLink link, LinkSheet sheet)
    {
        (link.Name, link.Contact, link.Email, link.Note, link.IsRetired) = (sheet.Name, sheet.Contact, sheet.Email, sheet.Note, sheet.IsRetired);
        link.Reaches = string.Join(' ', sheet.Reaches);
        return link;
    }
}

/// <summary>Sheets beside the links there are, with the code of each.</summary>
internal sealed record ReadLinks(Campaign Campaign, IReadOnlyList<AssociationLink> Known, IReadOnlyList<LinkSheet> Sheets, IReadOnlyList<Problem> Problems);

/// <summary>What was done, and the codes of all that was named.</summary>
internal sealed record KeptLinks(int Added, int Changed, IReadOnlyList<string> Codes);
