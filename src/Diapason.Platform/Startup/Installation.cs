using Diapason.Platform.Data;
using Diapason.Platform.Kits;
using Diapason.Platform.Language;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Diapason.Platform.Startup;

/// <summary>What happens before the server listens: migrations, a verb of the command line, start-up checks, the demonstration.</summary>
public sealed class Installation(IServiceScopeFactory scopes, Migrator migrator, IHostEnvironment environment, IConfiguration configuration, ILogger<Installation> log)
{
    internal const int NotStarted = 3;
    private const int WrongArguments = 2;

    /// <summary>Runs a verb when there is one. Returns the exit code, or null when the server should start.</summary>
    public async Task<int?> PrepareAsync(string[] arguments, CancellationToken cancel)
    {
        // For what is said to the operator; a request has its own language.
        Languages.Use(configuration["Diapason:Language"] ?? Languages.Current);
        await using var scope = scopes.CreateAsyncScope();
        if (arguments is ["--help" or "-h", ..]) arguments = ["help"];
        if (arguments is [var name, ..] && !name.StartsWith('-'))
            return await RunVerbAsync([.. scope.ServiceProvider.GetServices<ICommandVerb>()], arguments, cancel);

        if (!await IsMigratedAsync(makes: environment.IsDevelopment(), cancel)) return NotStarted;
        if (IsDemonstration) await DemonstrateAsync(scope.ServiceProvider, cancel);
        foreach (var check in scope.ServiceProvider.GetServices<IStartupCheck>())
        {
            if (await check.RefusalAsync(cancel) is not { } refusal) continue;
            log.LogCritical("Not starting: {Reason}", refusal);
            return NotStarted;
        }

        return null;
    }

    /// <summary>A database that is not where it was is lost or elsewhere: an empty one in its place would be taken for it, and backed up over it.</summary>
    private async Task<bool> IsMigratedAsync(bool makes, CancellationToken cancel)
    {
        try
        {
            if (!makes && !await migrator.HasDatabaseAsync(cancel))
            {
                log.LogCritical("Not starting: there is no database of Diapason in {Place}. If there was one, look for it (a disk that is not mounted, another folder, other settings) or restore a backup; a new installation begins with load-kit", migrator.Place);
                return false;
            }

            await migrator.ApplyAsync(cancel);
            return true;
        }
        catch (Exception failure) when (DatabaseFailure.IsOfPlace(failure))
        {
            log.LogCritical("Not starting: the database cannot be opened or written ({Place}). {Reason}", migrator.Place, failure.Message);
            return false;
        }
    }

    private bool IsDemonstration => environment.IsDevelopment() && configuration["Diapason:Demonstration"] != "false";

    private async Task<int> RunVerbAsync(List<ICommandVerb> verbs, string[] arguments, CancellationToken cancel)
    {
        var verb = verbs.Find(v => v.Verb == arguments[0]);
        if (verb is { MigratesFirst: true } && !await IsMigratedAsync(verb.MakesDatabase || environment.IsDevelopment(), cancel)) return NotStarted;
        var code = verb is null ? WrongArguments : await verb.RunAsync(arguments[1..], cancel);
        if (code == WrongArguments)
            foreach (var known in verb is null ? verbs : [verb]) Console.Error.WriteLine(known.Help);
        return code;
    }

    private async Task DemonstrateAsync(IServiceProvider services, CancellationToken cancel)
    {
        foreach (var part in services.GetServices<IDemonstration>())
        {
            if (await part.RefusalAsync(cancel) is not { } refusal) continue;
            log.LogWarning("No demonstration: {Reason}", refusal);
            return;
        }

        var folder = FindKit(configuration["Diapason:Kit"] ?? Path.Combine("kits", "ia-en-culture"));
        if (folder is null)
        {
            log.LogWarning("No demonstration kit was found: the installation starts empty");
            return;
        }

        switch (await services.GetRequiredService<LoadKit>().RunAsync(folder, cancel))
        {
            case KitOutcome.Loaded loaded:
                foreach (var line in loaded.Done) log.LogInformation("Kit {Kit}: {Line}", loaded.Kit.Code, line);
                break;
            case KitOutcome.Refused refused:
                var sentences = services.GetRequiredService<KitSentences>();
                foreach (var problem in refused.Problems) log.LogError("{Problem}", sentences.Of(problem));
                break;
        }

        foreach (var part in services.GetServices<IDemonstration>())
            foreach (var line in await part.PrepareAsync(cancel)) Console.WriteLine(line);
    }

    /// <summary>From the working folder upwards, then beside the program.</summary>
    private string? FindKit(string relative)
    {
        for (var folder = environment.ContentRootPath; folder is not null; folder = Path.GetDirectoryName(folder))
            if (Directory.Exists(Path.Combine(folder, relative))) return Path.Combine(folder, relative);
        var beside = Path.Combine(AppContext.BaseDirectory, relative);
        return Directory.Exists(beside) ? beside : null;
    }
}
