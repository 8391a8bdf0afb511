using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Diapason.Platform.Data;

/// <summary>The server is ready when its database answers within a moment and holds the schema.</summary>
internal sealed class DatabaseAnswers(DatabaseChoice database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // A file taken away under an open connection still answers, and nothing of what it takes is kept.
        if (!database.IsThere) return HealthCheckResult.Unhealthy();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = connection.Command("SELECT COUNT(*) FROM platform_migration");
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
