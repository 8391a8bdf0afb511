using Diapason.Platform.Backups.Age;
using Diapason.Platform.Startup;

namespace Diapason.Platform.Backups;

/// <summary>Makes the key that opens backups, as <c>age-keygen</c> does, for whoever has not got it.</summary>
internal sealed class BackupKeyVerb(BackupVerbRun run) : ICommandVerb
{
    public string Verb => "backup-key";

    public string Help => "backup-key FILE: makes a key that opens backups, to be kept away from the server, and prints the recipient that the server needs";

    public bool MigratesFirst => false;

    public Task<int> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel) => arguments is [var file]
        ? run.RunAsync(() => MakeAsync(file, cancel))
        : Task.FromResult(2);

    private async Task MakeAsync(string file, CancellationToken cancel)
    {
        if (File.Exists(file)) throw new BackupRefused("backup.exists", file);
        var identity = AgeIdentity.New();
        await using (var stream = PrivateFile.Create(file, FileMode.CreateNew))
        await using (var text = new StreamWriter(stream))
        {
            await text.WriteAsync($"# public key: {identity.Recipient}\n{identity}\n".AsMemory(), cancel);
        }

        run.Say("backup.key_made", file);
        run.Print($"Diapason__Backup__Recipients={identity.Recipient}");
    }
}
