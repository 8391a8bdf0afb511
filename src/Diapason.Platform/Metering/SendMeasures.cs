using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Diapason.Platform.Metering;

/// <summary>
/// Sends measures, and nothing else, to the collector of <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: no trace and no log, which would follow one person's requests. The framework's own
/// measures lose their labels, which name addresses, or are left out where ours say the same.
/// </summary>
internal static class SendMeasures
{
    private const string Framework = "Microsoft.AspNetCore.";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        services.AddHostedService<MachineGauges>();
        services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(configuration[OtlpSettings.Name] is { Length: > 0 } name ? name : "diapason", serviceVersion: typeof(SendMeasures).Assembly.GetName().Version?.ToString(3)))
            .WithMetrics(metrics => metrics
                .AddMeter(Measures.MeterName, "System.Runtime", Framework + "Hosting", Framework + "Server.Kestrel")
                .AddView(instrument => !instrument.Meter.Name.StartsWith(Framework, StringComparison.Ordinal) ? null
                    : instrument.Name == "http.server.request.duration" ? MetricStreamConfiguration.Drop
                    : new MetricStreamConfiguration { TagKeys = [] })
                .AddOtlpExporter());
    }
}
