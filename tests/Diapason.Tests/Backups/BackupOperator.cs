using Diapason.Platform.Backups;
using Diapason.Platform.Backups.Age;
using Diapason.Platform.Data;
using Diapason.Platform.Language;
using Diapason.Platform.Startup;
using Diapason.TestKit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Shouldly;

namespace Diapason.Tests.Backups;

/// <summary>Somebody at the command line: verbs run on the database they name, with a folder and a key of their own.</summary>
internal sealed class BackupOperator : IDisposable
{
    private readonly DiapasonApp _app;
    private readonly List<NotInBackups> _leftOut;
    private readonly List<NotInClear> _notInClear;
    private readonly List<ErasedByPeople> _erasable;
    private readonly List<MadeAtStart> _made;

    public BackupOperator(DiapasonApp app)
    {
        (_app, Identity) = (app, AgeIdentity.New());
        // The application may have stopped when they are wanted.
        (_leftOut, _notInClear, _erasable, _made) = ([.. app.Services.GetServices<NotInBackups>()], [.. app.Services.GetServices<NotInClear>()], [.. app.Services.GetServices<ErasedByPeople>()], [.. app.Services.GetServices<MadeAtStart>()]);
        KeyFile = Path.Combine(Folder, "key.txt");
        File.WriteAllText(KeyFile, $"# for people\n{Identity}\n");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("diapason-backups-").FullName;

    public AgeIdentity Identity { get; }

    public string KeyFile { get; }

    /// <summary>Whether the settings of the server name whom backups are for.</summary>
    public bool HasKey { get; init; } = true;

    /// <summary>What the verb answers, and all it says.</summary>
    public async Task<(int Code, string Said)> RunAsync(string connectionString, params string[] arguments)
    {
        using var said = new StringWriter();
        await using var services = Services(connectionString, said);
        var verb = services.GetServices<ICommandVerb>().Single(v => v.Verb == arguments[0]);
        verb.MigratesFirst.ShouldBeFalse();
        return (await verb.RunAsync(arguments[1..], default), Page.Words(said.ToString()));
    }

    /// <summary>Services on a database, as the program has them.</summary>
    public ServiceProvider Services(string connectionString, TextWriter? said = null)
    {
        var services = new ServiceCollection();
        services.AddBackups();
        services.AddSingleton(provider => new BackupVerbRun(provider.GetRequiredService<Texts<BackupVerbRun>>()) { Out = said ?? TextWriter.Null, Errors = said ?? TextWriter.Null });
        services.AddSingleton(typeof(Texts<>)).AddSingleton<DatabaseChoice>().AddSingleton<Migrator>().AddSingleton<ILogger<Migrator>>(NullLogger<Migrator>.Instance);
        services.AddSingleton<TimeProvider>(_app.Clock);
        foreach (var table in _leftOut) services.AddSingleton(table);
        foreach (var rule in _notInClear) services.AddSingleton(rule);
        foreach (var table in _erasable) services.AddSingleton(table);
        foreach (var table in _made) services.AddSingleton(table);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(
        [
            new("ConnectionStrings:Diapason", connectionString),
            new("Diapason:Backup:Recipients", HasKey ? $"{Identity.Recipient}" : null),
        ]).Build());
        return services.BuildServiceProvider();
    }

    /// <summary>A backup of the application's database, made while it works.</summary>
    public async Task<string> BackUpAsync(string? connectionString = null)
    {
        var file = Path.Combine(Folder, $"{Guid.CreateVersion7():N}.age");
        (await RunAsync(connectionString ?? _app.ConnectionString, "backup", file)).Code.ShouldBe(0);
        return file;
    }

    /// <summary>The same in clear, asked for in so many words.</summary>
    public async Task<string> CopyInClearAsync()
    {
        var file = Path.Combine(Folder, $"{Guid.CreateVersion7():N}.tar.gz");
        var (code, said) = await RunAsync(_app.ConnectionString, "backup", BackupVerb.InClear, file);
        code.ShouldBe(0, said);
        return file;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
