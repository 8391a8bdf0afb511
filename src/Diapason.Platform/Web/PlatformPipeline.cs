using System.Net;
using Diapason.Platform.Language;
using Diapason.Platform.Metering;
using Diapason.Platform.Modules;
using Diapason.Platform.Security;
using Diapason.Platform.Startup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Web;

/// <summary>The order in which a request crosses the house.</summary>
public static class PlatformPipeline
{
    public static WebApplication UsePlatform(this WebApplication app)
    {
        var isMeasured = OtlpSettings.AreSet(app.Configuration);
        if (isMeasured) app.Use(MeasureRequests.TimeAsync);
        app.UseForwardedHeaders(Proxies(app.Configuration));
        if (!app.Environment.IsDevelopment()) app.UseMiddleware<HostCookies>();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        // Before the compression, so that what is kept is compressed already.
        app.UseOutputCache();
        app.UseResponseCompression();
        app.UseMiddleware<AddressPrefixes>();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/errors/500",
            StatusCodeSelector = failure => failure switch
            {
                BadHttpRequestException bad => bad.StatusCode,
                // A form that cannot be read: bad escapes, too many fields.
                InvalidDataException => StatusCodes.Status400BadRequest,
                _ => StatusCodes.Status500InternalServerError,
            },
            // What a sender did wrong is their answer's, not a failure for our logs.
            SuppressDiagnosticsCallback = told => told.Exception is BadHttpRequestException or InvalidDataException,
        });
        app.Use(ReadableForm.AddAsync);
        app.UseStatusCodePagesWithReExecute("/errors/{0}");
        app.Use(RefuseOtherMethods);
        app.UseCookiePolicy();
        app.UseRouting();
        if (isMeasured) app.Use(MeasureRequests.NameRouteAsync);
        if (!app.Environment.IsDevelopment()) app.UseMiddleware<SecureOnly>();
        app.UseMiddleware<MarkBorrowedTexts>();
        app.UseRateLimiter();
        app.UseMiddleware<UnreadableEscapes>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready").AllowAnonymous();
        foreach (var module in app.Services.GetRequiredService<ModuleCatalog>().Modules) module.MapEndpoints(app);
        return app;
    }

    /// <summary>A page answers GET and HEAD, its form POST. Without this, Razor Pages would draw a page for TRACE without running its handler.</summary>
    private static Task RefuseOtherMethods(HttpContext context, RequestDelegate next)
    {
        var method = context.Request.Method;
        if (HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsPost(method)) return next(context);
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = "GET, HEAD, POST";
        // The page that says so is drawn as any other.
        context.Request.Method = HttpMethods.Get;
        return Task.CompletedTask;
    }

    /// <summary>Only proxies on this machine are believed, and those of <c>Diapason:KnownProxies</c>: addresses or networks, <c>10.0.0.5, 172.16.0.0/12</c>.</summary>
    private static ForwardedHeadersOptions Proxies(IConfiguration configuration)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var known in (configuration["Diapason:KnownProxies"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (System.Net.IPNetwork.TryParse(known, out var network)) options.KnownIPNetworks.Add(network);
            else if (IPAddress.TryParse(known, out var address)) options.KnownProxies.Add(address);
            else throw new SettingRefused("Diapason__KnownProxies", "addresses or networks, commas between: 10.0.0.5, 172.16.0.0/12");
        }

        return options;
    }
}
