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
    private const int NotStarted = 3;

    /// <summary>Runs a verb when there is one. Returns the exit code, or null when the server should start.</summary>
    public async Task<int?> PrepareAsync(string[] arguments, CancellationToken cancel)
    {
        // For what is said to the operator; a request has its own language.
        Languages.Use(configuration["Diapason:Language"] ?? Languages.Current);
        await using var scope = scopes.CreateAsyncScope();
        if (arguments is [var name, ..] && !name.StartsWith('-'))
            return await RunVerbAsync([.. scope.ServiceProvider.GetServices<ICommandVerb>()], arguments, cancel);

        if (!await IsMigratedAsync(cancel)) return NotStarted;
        if (IsDemonstration) await DemonstrateAsync(scope.ServiceProvider, cancel);
        foreach (var check in scope.ServiceProvider.GetServices<IStartupCheck>())
        {
            if (await check.RefusalAsync(cancel) is not { } refusal) continue;
            log.LogCritical("Not starting: {Reason}", refusal);
            return NotStarted;
        }

        return null;
    }

    private async Task<bool> IsMigratedAsync(CancellationToken cancel)
    {
        try
        {
            await migrator.ApplyAsync(cancel);
            return true;
        }
        catch (Exception failure) when (DatabaseFailure.IsOfPlace(failure))
        {
            log.LogCritical("Not starting: the database cannot be opened or written. {Reason}", failure.Message);
            return false;
        }
    }

    private bool IsDemonstration => environment.IsDevelopment() && configuration["Diapason:Demonstration"] != "false";

    private async Task<int> RunVerbAsync(List<ICommandVerb> verbs, string[] arguments, CancellationToken cancel)
    {
        var verb = verbs.Find(v => v.Verb == arguments[0]);
        if (verb is { MigratesFirst: true } && !await IsMigratedAsync(cancel)) return NotStarted;
        var code = verb is null ? 2 : await verb.RunAsync(arguments[1..], cancel);
        if (code == 2)
            foreach (var known in verbs) Console.Error.WriteLine(known.Help);
        return code;
    }

    private async Task DemonstrateAsync(IServiceProvider services, CancellationToken cancel)
    {
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
