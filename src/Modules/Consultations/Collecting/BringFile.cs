using System.Security.Cryptography;
using Diapason.Consultations.Contracts;
using Diapason.Consultations.Data;
using Diapason.Platform.Data;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Consultations.Collecting;

/// <summary>Reads a file of answers and holds it, sealed, until it is said what becomes of its columns: by a mapping kept for files of its shape, else by what its headings tell.</summary>
internal sealed class BringFile(DiapasonDb db, CollectingRules rules, CollectedContents contents, TimeProvider clock)
{
    public const string Field = "file";

    /// <summary>What a page may send, less what goes with it.</summary>
    public const long MostBytes = 15L << 20;

    /// <summary>The id of the batch.</summary>
    public async Task<Outcome<Guid>> RunAsync(CampaignFacts campaign, (Stream Bytes, string Name) sent, string language, CancellationToken cancel)
    {
        if (await rules.RefusalAsync(campaign, cancel) is { } refused) return refused;
        using var bytes = new MemoryStream();
        await sent.Bytes.CopyToAsync(bytes, cancel);
        bytes.Position = 0;
        var file = await ReadCollected.RunAsync(bytes, MostBytes, cancel);
        if (file.Problem is { } problem) return CollectedWords.Problem(problem, Field);
        var checksum = SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        if (await db.Set<CollectedBatch>().AsNoTracking().SingleOrDefaultAsync(b => b.CampaignId == campaign.Id.Value && b.Checksum == checksum, cancel) is { } known)
            return known.KeptAt is null ? await AgainAsync(known, file, cancel) : Problem.Invalid("collected.brought_twice", Field, ("name", known.Name));
        var mapping = await KnownAsync(campaign, file, cancel) ?? new ProposeMapping(campaign.Questionnaire).Of(file, language);
        var batch = new CollectedBatch
        {
            Id = Guid.CreateVersion7(),
            CouncilId = campaign.CouncilId,
            CampaignId = campaign.Id.Value,
            Name = sent.Name.Length > CollectingRules.Longest ? sent.Name[..CollectingRules.Longest] : sent.Name,
            Checksum = checksum,
            Mapping = MappingJson.Write(mapping),
            BroughtAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Add(batch);
        db.Add(Sealed(batch, file));
        await db.SaveChangesAsync(cancel);
        return batch.Id;
    }

    private CollectedContent Sealed(CollectedBatch batch, CollectedFile file) => new() { BatchId = batch.Id, CouncilId = batch.CouncilId, Content = contents.Seal(file.Sheets) };

    /// <summary>Left on the way and brought again: what was said of its columns is still there.</summary>
    private async Task<Guid> AgainAsync(CollectedBatch known, CollectedFile file, CancellationToken cancel)
    {
        if (await db.Set<CollectedContent>().AnyAsync(f => f.BatchId == known.Id, cancel)) return known.Id;
        db.Add(Sealed(known, file));
        await db.SaveChangesAsync(cancel);
        return known.Id;
    }

    /// <summary>The last one kept for this questionnaire that a sheet of the file fits.</summary>
    private async Task<AnswerMapping?> KnownAsync(CampaignFacts campaign, CollectedFile file, CancellationToken cancel)
    {
        foreach (var kept in await db.Set<KeptMapping>().AsNoTracking().Where(m => m.Questionnaire == campaign.Questionnaire.Code).OrderByDescending(m => m.KeptOn).ThenBy(m => m.Name).ToListAsync(cancel))
            if (MappingJson.Kept(kept.Definition) is var mapping && file.Sheets.FirstOrDefault(sheet => mapping.Fits(sheet.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal))) is { } fits)
                return mapping with { Sheet = fits.Name };
        return null;
    }
}
