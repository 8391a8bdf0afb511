using Diapason.Platform.Backups.Age;
using Diapason.Platform.Backups.Archive;

namespace Diapason.Platform.Backups;

/// <summary>Opens a backup with a key file, and says what it is before anything is done with it.</summary>
internal sealed class OpenBackup(BackupVerbRun run, TimeProvider clock)
{
    public async Task WithAsync(string file, string keyFile, Func<BackupReader, Task> act)
    {
        if (!File.Exists(file)) throw new BackupRefused("backup.file_missing", file);
        if (!File.Exists(keyFile)) throw new BackupRefused("backup.file_missing", keyFile);
        var identities = AgeIdentity.Read(await File.ReadAllTextAsync(keyFile));
        if (identities.Count == 0) throw new BackupRefused("backup.not_a_key");
        await using var stream = File.OpenRead(file);
        await using var backup = new BackupReader(stream, identities);
        var manifest = backup.Manifest;
        KnownScripts.Check(manifest.Shape, manifest.Program);
        var now = clock.GetUtcNow().UtcDateTime;
        run.Say("backup.is", manifest.MadeAt, Math.Max(0, (int)(now - manifest.MadeAt).TotalDays), manifest.Program, manifest.Shape.Scripts[^1].Name.Split('_')[0]);
        if (manifest.KeepUntil < DateOnly.FromDateTime(now)) run.Warn("backup.past_its_day", manifest.KeepUntil);
        await act(backup);
    }
}
