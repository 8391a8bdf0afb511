using Diapason.Platform.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Platform.Backups;

internal static class BackupServices
{
    public static void AddBackups(this IServiceCollection services)
    {
        foreach (var table in new[] { "platform_data_protection_key", "platform_job_run", "platform_time_memory", "platform_certificate", "platform_trouble" }) services.AddSingleton(new MadeAtStart(table));
        services.AddSingleton<EmptyDatabase>();
        services.AddSingleton<BackupTerm>().AddSingleton<BackupVerbRun>().AddSingleton<OpenBackup>().AddSingleton<FillSqlite>().AddSingleton<FillPostgres>();
        services.AddScoped<ICommandVerb, BackupVerb>().AddScoped<ICommandVerb, VerifyVerb>().AddScoped<ICommandVerb, RestoreVerb>();
        services.AddScoped<ICommandVerb, MoveToPostgresVerb>().AddScoped<ICommandVerb, BackupKeyVerb>();
    }
}
