using Diapason.Platform.Backups.Age;
using Diapason.Platform.Backups.Archive;

namespace Diapason.Platform.Backups;

/// <summary>Opens a backup with a key file, and says what it is before anything is done with it.</summary>
internal sealed class OpenBackup(BackupVerbRun run, TimeProvider clock)
{
    /// <param name="file">The backup.</param>
    /// <param name="keyFile">What opens it; null for a copy in clear, which needs none.</param>
    /// <param name="act">What to do with it.</param>
    public async Task WithAsync(string file, string? keyFile, Func<BackupReader, Task> act)
    {
        if (!File.Exists(file)) throw new BackupRefused("backup.file_missing", file);
        await using var stream = File.OpenRead(file);
        var identities = BackupReader.IsClear(stream) ? [] : await IdentitiesAsync(keyFile ?? throw new BackupRefused("backup.key_needed"));
        await using var backup = new BackupReader(stream, identities);
        var manifest = backup.Manifest;
        KnownScripts.Check(manifest.Shape, manifest.Program);
        var now = clock.GetUtcNow().UtcDateTime;
        run.Say("backup.is", manifest.MadeAt, Math.Max(0, (int)(now - manifest.MadeAt).TotalDays), manifest.Program, manifest.Shape.Scripts[^1].Name.Split('_')[0]);
        if (manifest.KeepUntil < DateOnly.FromDateTime(now)) run.Warn("backup.past_its_day", manifest.KeepUntil);
        if (manifest.NotThere is { } left) run.Warn("backup.not_there", WithoutWaiting.Say(left));
        await act(backup);
    }

    private static async Task<IReadOnlyList<AgeIdentity>> IdentitiesAsync(string keyFile)
    {
        if (!File.Exists(keyFile)) throw new BackupRefused("backup.file_missing", keyFile);
        var identities = AgeIdentity.Read(await File.ReadAllTextAsync(keyFile));
        return identities.Count > 0 ? identities : throw new BackupRefused("backup.not_a_key");
    }
}
