using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Diapason.Platform.Web;

/// <summary>
/// The head of the addresses written in mails: <c>Diapason:PublicAddress</c>, <c>https://diapason.example</c>. The Host header of a request is
/// believed in Development only: anyone could otherwise have a sign-in link mailed that leads to them.
/// </summary>
public sealed class PublicAddress(IConfiguration configuration, IHostEnvironment environment)
{
    private readonly string? _set = configuration["Diapason:PublicAddress"]?.TrimEnd('/');

    /// <summary>Null when it is not set.</summary>
    public string? OrNull => string.IsNullOrEmpty(_set) ? null : _set;

    /// <summary>Scheme and host without a final slash; null outside Development when it is not set.</summary>
    public string? For(HttpRequest request) => OrNull ?? (environment.IsDevelopment() ? $"{request.Scheme}://{request.Host.ToUriComponent()}" : null);

    /// <summary>The same for what a page shows: where nothing is set, the address by which its reader came.</summary>
    public string Shown(HttpRequest request) => OrNull ?? $"{request.Scheme}://{request.Host.ToUriComponent()}";
}
