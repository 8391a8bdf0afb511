using System.Globalization;
using Diapason.Platform.Audit;
using Diapason.Platform.Councils;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Outcomes;
using Microsoft.EntityFrameworkCore;

namespace Diapason.Platform.Kits;

/// <summary>What came of loading a kit.</summary>
public abstract record KitOutcome
{
    private KitOutcome()
    {
    }

    /// <summary>Loaded, or already there; each line says one thing done.</summary>
    public sealed record Loaded(KitManifest Kit, IReadOnlyList<string> Done) : KitOutcome;

    /// <summary>Nothing was written.</summary>
    public sealed record Refused(IReadOnlyList<KitProblem> Problems) : KitOutcome;
}

/// <summary>How a kit is loaded.</summary>
/// <param name="IsRehearsal">Does everything loading would do, says what, and takes it back.</param>
/// <param name="ReplacesEdits">What the council changed on its own pages gives way too.</param>
public sealed record KitManner(bool IsRehearsal = false, bool ReplacesEdits = false);

/// <summary>Loads a kit whole, or not at all: every file is read and checked first, then one transaction writes every module's part for every council.</summary>
public sealed class LoadKit(DiapasonDb db, IEnumerable<IKitPart> parts, CouncilDirectory directory, ChangeCouncil change, CurrentCouncil current, AuditTrail trail, Texts<LoadKit> texts, TimeProvider clock)
{
    public Task<KitOutcome> RunAsync(string path, CancellationToken cancel) => RunAsync(path, new KitManner(), cancel);

    public async Task<KitOutcome> RunAsync(string path, KitManner manner, CancellationToken cancel)
    {
        var keep = !manner.IsRehearsal;
        var problems = new KitProblems();
        var folder = new KitFolder(path);
        var manifest = KitManifestReader.Read(folder, problems);
        var steps = parts.OrderBy(p => p.Order).Select(p => p.Read(folder, problems)).OfType<KitStep>().ToList();
        if (manifest is null || problems.Any) return new KitOutcome.Refused(problems.All);

        var (before, done, loadings) = (current.OrNull, new List<string>(), new List<KitLoading>());
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        foreach (var wanted in manifest.Councils)
        {
            var council = await EnsureCouncilAsync(wanted, manifest, cancel);
            // What the parts read, and what is written in the trail, belongs to the council it is done for.
            current.Set(council);
            var loading = new KitLoading(db, council, manifest, wanted) { ReplacesEdits = manner.ReplacesEdits };
            loadings.Add(loading);
            if (wanted.Settings is { } settings)
                foreach (var problem in await change.LoadAsync(council, settings, manner.ReplacesEdits, cancel)) loading.Say(NamedPlaces.Fill(texts[problem.Code], name => Fact(problem, name)));
            foreach (var step in steps) await step(loading, cancel);
            if (loading.Done.Count > 0) trail.Record(new KitLoaded(council.Id, manifest.Code, manifest.Version));
            await db.SaveChangesAsync(cancel);
            done.AddRange(loading.Done.Select(line => $"{wanted.Slug}: {line}"));
        }

        if (keep) await transaction.CommitAsync(cancel);
        else await transaction.RollbackAsync(cancel);
        directory.Refresh();
        foreach (var loading in loadings.Where(_ => keep))
        {
            current.Set(loading.Council);
            await loading.KeepAsync(cancel);
        }

        current.Set(before);
        return new KitOutcome.Loaded(manifest, done);
    }

    private static string? Fact(Problem problem, string name) => problem.Facts.Where(fact => fact.Name == name).Select(fact => string.Create(CultureInfo.CurrentCulture, $"{fact.Value}")).FirstOrDefault();

    private async Task<Council> EnsureCouncilAsync(KitCouncil wanted, KitManifest kit, CancellationToken cancel)
    {
        var councils = db.Set<Council>();
        if (await councils.SingleOrDefaultAsync(c => c.Slug == wanted.Slug, cancel) is { } known) return known;
        var council = new Council
        {
            Id = Guid.CreateVersion7(),
            Slug = wanted.Slug,
            Name = wanted.Name,
            Purpose = wanted.Purpose,
            IsDefault = !await councils.AnyAsync(c => c.IsDefault, cancel),
            IsSynthetic = kit.IsSynthetic,
            Settings = wanted.Settings ?? CouncilSettings.None,
            KitStamp = wanted.Settings is null ? null : SettingsJson.Stamp(wanted.Settings),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        councils.Add(council);
        await db.SaveChangesAsync(cancel);
        return council;
    }
}
