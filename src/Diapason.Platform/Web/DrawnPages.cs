using System.Globalization;
using Diapason.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace Diapason.Platform.Web;

/// <summary>
/// Keeps for a second, compressed, the pages marked <see cref="SameForEveryoneAttribute"/>, for those who come without a cookie. A write of this server
/// is seen at once; one of another server, of a verb, or of a background reader, a second later at most.
/// </summary>
internal sealed class DrawnPages(WritesSeen writes, TimeProvider clock) : IOutputCachePolicy
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(1);

    /// <summary>The most kept at once, in bytes; a portrait is 140 kB before it is compressed.</summary>
    private const int Room = 8 << 20;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<WritesSeen>().AddSingleton<DrawnPages>();
        services.AddOutputCache(options => (options.SizeLimit, options.MaximumBodySize) = (Room, Room / 8));
        services.AddOptions<OutputCacheOptions>().Configure<DrawnPages>((options, policy) => options.AddBasePolicy(policy));
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var encoding = Encoding(request.Headers.AcceptEncoding.ToString());
        context.EnableOutputCaching = HttpMethods.IsGet(request.Method) && request.Headers.Cookie.Count == 0 && request.Headers.Authorization.Count == 0 && encoding is not null;
        if (!context.EnableOutputCaching) return ValueTask.CompletedTask;
        (context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (true, true, false);
        context.ResponseExpirationTimeSpan = Life;
        var rules = context.CacheVaryByRules;
        rules.QueryKeys = "*";
        rules.VaryByValues["encoding"] = encoding!;
        rules.VaryByValues["writes"] = writes.Count.ToString(CultureInfo.InvariantCulture);
        // The house's clock, which a test or a demonstration moves.
        rules.VaryByValues["second"] = (clock.GetUtcNow().Ticks / TimeSpan.TicksPerSecond).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage = response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0
            && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase)
            && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<SameForEveryoneAttribute>() is not null;
        return ValueTask.CompletedTask;
    }

    /// <summary>What the compression will choose; null when the request weighs its wishes, which is left to it.</summary>
    private static string? Encoding(string accepted)
    {
        if (accepted.Contains(';') || accepted.Contains('*')) return null;
        var names = accepted.Split(',', StringSplitOptions.TrimEntries);
        return names.Contains("br", StringComparer.OrdinalIgnoreCase) ? "br" : names.Contains("gzip", StringComparer.OrdinalIgnoreCase) ? "gzip" : "";
    }
}
