using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Startup;

/// <summary>
/// A clock ahead of the machine's by a number of days, so that a developer can walk through « six months later »; with decimals, a test starts at the hour it wants. The setting <c>Diapason:DaysAhead</c>
/// counts in Development only; elsewhere the server does not start with it, since it would close consultations and erase drafts.
/// </summary>
internal sealed class MovedClock(TimeSpan ahead) : TimeProvider
{
    private const string Setting = "Diapason:DaysAhead";

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + ahead;

    public static TimeProvider Of(IConfiguration configuration, IHostEnvironment environment) =>
        environment.IsDevelopment() && Days(configuration) is { } days ? new MovedClock(TimeSpan.FromDays(days)) : System;

    private static double? Days(IConfiguration configuration) =>
        double.TryParse(configuration[Setting], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && Math.Abs(days) < 36_500 ? days : null;

    /// <summary>Refuses a setting that would be dangerous, or that says nothing.</summary>
    internal sealed class Check(IConfiguration configuration, IHostEnvironment environment) : IStartupCheck
    {
        public Task<string?> RefusalAsync(CancellationToken cancel) => Task.FromResult(
            string.IsNullOrEmpty(configuration[Setting]) ? null
            : !environment.IsDevelopment() ? $"{Setting} moves the clock: it is for Development only."
            : Days(configuration) is null ? $"{Setting} is a number of days, such as 180."
            : null);
    }
}
