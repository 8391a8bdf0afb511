using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;

namespace Diapason.Platform.Security;

/// <summary>
/// Limits per minute and address, set under <c>Diapason:RateLimits</c>: <c>SignIn</c> 10, <c>Codes</c> 20, <c>Submissions</c> 600 (a whole
/// workshop may share one address). Put one on a page model with <c>[EnableRateLimiting(RateLimits.Codes)]</c>; only POST is counted.
/// </summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Codes = "codes";
    public const string Submissions = "submissions";

    internal static void Add(RateLimiterOptions options, IConfiguration configuration)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        AddLimit(options, SignIn, Permits(configuration, "SignIn", 10));
        AddLimit(options, Codes, Permits(configuration, "Codes", 20));
        AddLimit(options, Submissions, Permits(configuration, "Submissions", 600));
    }

    private static int Permits(IConfiguration configuration, string name, int usual) =>
        int.TryParse(configuration[$"Diapason:RateLimits:{name}"], CultureInfo.InvariantCulture, out var set) ? set : usual;

    private static void AddLimit(RateLimiterOptions options, string name, int permits) => options.AddPolicy(name, context =>
        !HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetNoLimiter("read")
            : RateLimitPartition.GetSlidingWindowLimiter(
                $"{name} {Household(context.Connection.RemoteIpAddress)}",
                _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 }));

    /// <summary>An IPv6 visitor owns a whole /64: the network is counted, not the address.</summary>
    internal static string Household(IPAddress? address)
    {
        if (address is null) return "none";
        if (address.IsIPv4MappedToIPv6) return address.MapToIPv4().ToString();
        return address.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(address.GetAddressBytes(), 0, 8) : address.ToString();
    }
}
