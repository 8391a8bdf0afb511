using Microsoft.Extensions.Configuration;

namespace Diapason.Platform.Metering;

/// <summary>OpenTelemetry's own settings, under the names every program gives them. Nothing is sent, nor its packages loaded, before an endpoint is set.</summary>
internal static class OtlpSettings
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string MetricsEndpoint = "OTEL_EXPORTER_OTLP_METRICS_ENDPOINT";
    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    public const string Interval = "OTEL_METRIC_EXPORT_INTERVAL";
    public const string Name = "OTEL_SERVICE_NAME";

    /// <summary>A minute, in milliseconds: any finer, the requests of a quiet night would be the moments of one person.</summary>
    public const int ShortestInterval = 60_000;

    public static bool AreSet(IConfiguration configuration) => configuration[Endpoint] is { Length: > 0 } || configuration[MetricsEndpoint] is { Length: > 0 };

    public static bool IsEndpoint(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0;

    public static bool IsProtocol(string text) => text is "grpc" or "http/protobuf";
}
