using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Platform.Security;

/// <summary>
/// Limits per minute and address, set under <c>Diapason:RateLimits</c>: <c>SignIn</c> 10, <c>Codes</c> 20 that open nothing (<see cref="WrongCodes"/>), <c>Submissions</c> 600 (a whole
/// workshop may share one address). Put one on a page model with <c>[EnableRateLimiting(RateLimits.Codes)]</c>; only POST is counted.
/// </summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Codes = "codes";
    public const string Submissions = "submissions";

    /// <summary>For a page whose form may also carry a code: a post whose address says <see cref="WithCode"/> counts as a try at one, the others are free.</summary>
    public const string CodesByTheWay = "codes-by-the-way";

    /// <summary>The key of the query that announces a code; without it the page must not read one.</summary>
    public const string WithCode = "with-code";

    internal static void Add(RateLimiterOptions options, IConfiguration configuration)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        AddLimit(options, SignIn, Permits(configuration, "SignIn", 10));
        AddCodes(options, Codes, static _ => true);
        AddCodes(options, CodesByTheWay, static request => request.Query.ContainsKey(WithCode));
        AddLimit(options, Submissions, Permits(configuration, "Submissions", 600));
    }

    private static int Permits(IConfiguration configuration, string name, int usual) =>
        int.TryParse(configuration[$"Diapason:RateLimits:{name}"], CultureInfo.InvariantCulture, out var set) ? set : usual;

    private static void AddCodes(RateLimiterOptions options, string name, Func<HttpRequest, bool> carriesOne) => options.AddPolicy(name, context =>
        !HttpMethods.IsPost(context.Request.Method) || !carriesOne(context.Request)
            ? RateLimitPartition.GetNoLimiter("read")
            : RateLimitPartition.Get(Household(context.Connection.RemoteIpAddress), household => new WrongCodesLimiter(context.RequestServices.GetRequiredService<WrongCodes>(), household)));

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
