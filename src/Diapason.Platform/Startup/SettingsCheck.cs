using System.Globalization;
using Diapason.Platform.Backups.Age;
using Diapason.Platform.Machine;
using Diapason.Platform.Metering;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Diapason.Platform.Startup;

/// <summary>Settings whose value says nothing: the usual one would be taken in silence, and somebody would believe the other.</summary>
internal sealed class SettingsCheck(IConfiguration configuration) : IStartupCheck
{
    public Task<string?> RefusalAsync(CancellationToken cancel) => Task.FromResult(
        Number("Diapason:FreshSignInMinutes", 1, 480)
        ?? Number("Diapason:RateLimits:SignIn", 1, 1_000_000) ?? Number("Diapason:RateLimits:Codes", 1, 1_000_000) ?? Number("Diapason:RateLimits:Submissions", 1, 1_000_000)
        ?? Number("Diapason:Backup:Days", 1, 3660)
        ?? Number(OtlpSettings.Interval, OtlpSettings.ShortestInterval, 3_600_000)
        ?? Of(OtlpSettings.Endpoint, OtlpSettings.IsEndpoint, "an address, such as http://127.0.0.1:4317")
        ?? Of(OtlpSettings.MetricsEndpoint, OtlpSettings.IsEndpoint, "an address, such as http://127.0.0.1:4318/v1/metrics")
        ?? Of(OtlpSettings.Protocol, OtlpSettings.IsProtocol, "grpc or http/protobuf")
        ?? Urls()
        ?? Of("Diapason:PublicAddress", IsAddress, "an address, such as https://consultation.example.org")
        ?? Of("Diapason:Backup:Recipients", IsRecipients, "public keys age1…, commas between")
        ?? Of("Diapason:Backup:Folder", Directory.Exists, "a folder that this account can see")
        ?? Of(ReadCertificate.FileSetting, File.Exists, "a file that this account can see"));

    private string? Number(string setting, int least, int most) => Of(
        setting,
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most,
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}"));

    private string? Urls() =>
        (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries).All(IsBound) ? null : "ASPNETCORE_URLS is not an address to listen at, such as http://127.0.0.1:5000.";

    private static bool IsBound(string text)
    {
        try
        {
            return BindingAddress.Parse(text).Host.Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>The value is not repeated: it may be a secret put in the wrong place.</summary>
    private string? Of(string setting, Func<string, bool> isRight, string expected) =>
        configuration[setting] is { Length: > 0 } text && !isRight(text) ? $"{setting.Replace(":", "__", StringComparison.Ordinal)} is not {expected}." : null;

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0 && address.PathAndQuery == "/";

    private static bool IsRecipients(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).All(key => AgeRecipient.Read(key) is not null);
}
